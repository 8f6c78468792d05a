package org.xianbao.period;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The headline figures: the newest published one of each headline indicator, county and source. */
public final class Headlines {
    /** One figure, for a person to read; {@code qualifier} is {@code =} for an exact one. */
    public record Headline(
            String zh,
            String en,
            String regionName,
            String period,
            String source,
            BigDecimal value,
            String unit,
            String qualifier) {}

    private Headlines() {}

    public static List<Headline> read(DataSource database) throws SQLException {
        List<Headline> headlines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select distinct on (f.theme_zh, f.indicator, f.region, f.source)"
                                + " f.indicator_zh, f.indicator_en, f.region_name, f.period, f.source, f.value, f.unit, f.qualifier"
                                + " from stats.figures f join xianbao.indicator i on i.name = f.indicator and i.headline"
                                + " join xianbao.edition e on e.period = f.period and e.n = f.edition where f.level = 'county'"
                                + " order by f.theme_zh, f.indicator, f.region, f.source, e.period_end desc, f.period")) {
            while (row.next()) {
                headlines.add(new Headline(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6),
                        row.getString(7),
                        row.getString(8)));
            }
        }
        return headlines;
    }
}
