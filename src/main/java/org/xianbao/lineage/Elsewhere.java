package org.xianbao.lineage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is in place of a figure that there is not.
 *
 * @param periods that have a figure of the indicator for the region, newest first
 * @param sources that state it in the edition asked about
 * @param editions how many the period has
 */
public record Elsewhere(List<String> periods, List<String> sources, int editions) {

    static Elsewhere of(Connection connection, Asked asked) throws SQLException {
        List<String> periods = words(
                connection,
                "select p.period from (select e.period, e.period_end from stats.observation o"
                        + " join xianbao.edition e on e.id = o.edition where o.indicator = ? and o.region = ?"
                        + " union select s.period, s.period_end from xianbao.indicator i"
                        + " join xianbao.measure m on m.indicator = i.name"
                        + " join xianbao.publication p on p.submission = m.submission and p.superseded_at is null"
                        + " join xianbao.submission s on s.id = m.submission"
                        + " where i.kind = 'case' and i.name = ? and m.region = ?) p order by p.period_end desc, p.period",
                asked.indicator(),
                asked.region(),
                asked.indicator(),
                asked.region());
        List<String> sources = words(
                connection,
                "select o.source from stats.observation o join xianbao.edition e on e.id = o.edition"
                        + " where o.indicator = ? and o.region = ? and e.period = ? and o.source <> '' and e.n = coalesce(?::int,"
                        + " (select max(n) from xianbao.edition l where l.period = e.period)) order by o.source",
                asked.indicator(),
                asked.region(),
                asked.period(),
                asked.edition() == null ? null : asked.edition().toString());
        List<String> editions = words(connection, "select n from xianbao.edition where period = ?", asked.period());
        return new Elsewhere(periods, sources, editions.size());
    }

    private static List<String> words(Connection connection, String sql, @Nullable String... parameters)
            throws SQLException {
        List<String> words = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    words.add(row.getString(1));
                }
            }
        }
        return words;
    }
}
