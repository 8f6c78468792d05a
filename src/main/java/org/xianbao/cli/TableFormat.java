package org.xianbao.cli;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns. The first thousand rows settle how wide a column is; what comes after them is not held back.
 */
final class TableFormat {
    private static final int LOOKED_AT = 1000;

    private TableFormat() {}

    static void write(ResultSet rows, Appendable to) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> head = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            head.add(shown(columns.getColumnLabel(i)));
            right.add(TextFormats.isNumber(columns.getColumnType(i)));
        }
        List<List<String>> first = new ArrayList<>();
        while (first.size() < LOOKED_AT && rows.next()) {
            first.add(row(rows, head.size()));
        }
        int[] widths = IntStream.range(0, head.size())
                .map(i -> Math.max(
                        TextWidth.of(head.get(i)),
                        first.stream()
                                .mapToInt(r -> TextWidth.of(r.get(i)))
                                .max()
                                .orElse(0)))
                .toArray();
        line(head, widths, right, to);
        to.append(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-")))
                .append('\n');
        long count = first.size();
        for (List<String> row : first) {
            line(row, widths, right, to);
        }
        while (rows.next()) {
            line(row(rows, head.size()), widths, right, to);
            count++;
        }
        to.append(String.format(Locale.ROOT, "(%d)%n", count));
    }

    private static List<String> row(ResultSet rows, int columns) throws SQLException {
        List<String> row = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            String value = rows.getString(i);
            row.add(value == null ? "null" : shown(value));
        }
        return row;
    }

    /** A line break or a tab would break the table. */
    private static String shown(String value) {
        return value.replaceAll("\\R|\\p{Cntrl}", "␤");
    }

    private static void line(List<String> cells, int[] widths, List<Boolean> right, Appendable to) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : " | ").append(TextWidth.pad(cells.get(i), widths[i], right.get(i)));
        }
        to.append(line.toString().stripTrailing()).append('\n');
    }
}
