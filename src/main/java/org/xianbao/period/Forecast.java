package org.xianbao.period;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.xianbao.definition.Period;

/** What the next edition of a period would hold if it were closed now. Writes nothing that stays. */
public final class Forecast {
    private Forecast() {}

    /**
     * A figure.
     *
     * @param source who states it; empty when there is only one
     * @param value true even where it will not be published, status Q: this is for who runs the program
     * @param reported returns that it rests on
     * @param expected returns that were owed
     */
    public record Figure(
            String indicator,
            String region,
            String source,
            BigDecimal value,
            String unit,
            String qualifier,
            String status,
            int reported,
            int expected) {}

    /** The figures of a period, in the transaction's own eyes; none when nothing in it is published. */
    public static List<Figure> figures(Connection connection, Period period) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            Predecessor newest = Predecessor.in(connection, period);
            boolean open = newest == null || newest.kind() == Edition.Kind.FLASH;
            Draft.of(
                    connection, new Close(period, open ? Edition.Kind.FLASH : Edition.Kind.REVISION, "", null), newest);
            return read(statement);
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    private static List<Figure> read(Statement statement) throws SQLException {
        List<Figure> figures = new ArrayList<>();
        Words words = new Words();
        try (ResultSet row = statement.executeQuery("select f.indicator, f.region, f.source,"
                + " coalesce(f.value, x.value), f.unit, f.qualifier, f.status, f.reported, f.expected from closing_figure f"
                + " left join closing_suppressed x using (indicator, region, source) order by 1, 2, 3")) {
            while (row.next()) {
                figures.add(new Figure(
                        words.once(row.getString(1)),
                        words.once(row.getString(2)),
                        words.once(row.getString(3)),
                        row.getBigDecimal(4),
                        words.once(row.getString(5)),
                        words.once(row.getString(6)),
                        words.once(row.getString(7)),
                        row.getInt(8),
                        row.getInt(9)));
            }
        }
        return figures;
    }

    /** A few thousand words stand in some hundred thousand figures; each is held once. */
    private static final class Words {
        private final Map<String, String> seen = new HashMap<>();

        String once(String word) {
            return seen.computeIfAbsent(word, w -> w);
        }
    }

    /**
     * The periods in which a return of this one counts: its own and the longer ones around it.
     *
     * @param labels of returns' periods
     */
    public static SortedSet<Period> around(Iterable<String> labels) {
        SortedSet<Period> around = new TreeSet<>();
        labels.forEach(label -> around.addAll(DuePeriods.around(label)));
        return around;
    }
}
