package org.xianbao.cli;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows for other programs: CSV and JSON. */
final class TextFormats {
    private static final Set<Integer> NUMBERS = Set.of(
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE);

    private TextFormats() {}

    static boolean isNumber(int type) {
        return NUMBERS.contains(type);
    }

    static void csv(ResultSet rows, Appendable to) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        int width = columns.getColumnCount();
        for (int i = 1; i <= width; i++) {
            to.append(i == 1 ? "" : ",").append(field(columns.getColumnLabel(i)));
        }
        to.append("\r\n");
        while (rows.next()) {
            for (int i = 1; i <= width; i++) {
                to.append(i == 1 ? "" : ",").append(field(rows.getString(i)));
            }
            to.append("\r\n");
        }
    }

    private static String field(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain =
                !value.isEmpty() && value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    static void json(ResultSet rows, Appendable to) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        String before = "[";
        while (rows.next()) {
            to.append(before).append("\n{");
            before = ",";
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                to.append(i == 1 ? "" : ",");
                to.append(Json.quoted(columns.getColumnLabel(i)));
                to.append(':');
                value(rows.getString(i), columns.getColumnType(i), columns.getColumnTypeName(i), to);
            }
            to.append('}');
        }
        to.append(before.equals("[") ? "[]\n" : "\n]\n");
    }

    private static void value(@Nullable String value, int type, String typeName, Appendable to) throws IOException {
        if (value == null) {
            to.append("null");
        } else if (typeName.equals("bool")) {
            to.append(value.equals("t") ? "true" : "false");
        } else if (typeName.equals("json") || typeName.equals("jsonb")) {
            to.append(value);
        } else if (isNumber(type) && Character.isDigit(value.charAt(value.length() - 1))) {
            to.append(value);
        } else {
            to.append(Json.quoted(value));
        }
    }
}
