package org.xianbao.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/** Suspects in rows, found just now or kept: the columns have the same names. */
final class Suspects {
    private Suspects() {}

    static Suspect read(ResultSet row) throws SQLException {
        return new Suspect(
                row.getLong("submission"),
                new Bilingual(row.getString("return_zh"), row.getString("return_en")),
                row.getString("region"),
                row.getString("region_name"),
                row.getString("indicator"),
                new Bilingual(row.getString("indicator_zh"), row.getString("indicator_en")),
                row.getString("source"),
                Suspect.Part.of(row.getString("part")),
                row.getString("unit"),
                row.getBigDecimal("value"),
                row.getBigDecimal("before"),
                number(row, "ratio"),
                number(row, "usual"),
                number(row, "effect"),
                row.getBoolean("tested"),
                row.getBoolean("outlying"),
                row.getDouble("weight"),
                row.getDouble("score"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
