package org.xianbao.period;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.xianbao.database.SqlFile;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;

/** Which periods are over, past every deadline in them, not final, and hold something that no edition has yet. */
final class DuePeriods {
    private static final String DUE = SqlFile.read(DuePeriods.class, "due.sql");
    private static final List<Frequency> COARSER =
            List.of(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF, Frequency.YEAR);

    private final DataSource database;
    private final Clock clock;

    DuePeriods(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is published of one return and one of its periods, as a mark that is another when anything of it is. */
    private record Published(String label, LocalDate start, LocalDate end, long mark) {
        boolean within(Period period) {
            return Closing.within(period, start, end);
        }
    }

    List<Period> find() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Published> published = published(connection);
            LocalDate today = LocalDate.now(clock);
            SortedSet<Period> over = new TreeSet<>();
            published.forEach(p -> over.addAll(around(p.label())));
            over.removeIf(p -> !p.end().isBefore(today));
            Map<String, Long> open = open(connection, over);
            return over.stream()
                    .filter(p -> open.containsKey(p.label()) && open.get(p.label()) != mark(published, p))
                    .toList();
        }
    }

    private static long mark(List<Published> published, Period period) {
        return published.stream()
                .filter(p -> p.within(period))
                .mapToLong(Published::mark)
                .reduce(0, (a, b) -> a ^ b);
    }

    private static List<Published> published(Connection connection) throws SQLException {
        List<Published> published = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select period, period_start, period_end, inputs from xianbao.published_input")) {
            while (row.next()) {
                published.add(new Published(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4)));
            }
        }
        return published;
    }

    /** Those that may be closed, each with the mark of what its newest edition rests on. */
    private Map<String, Long> open(Connection connection, SortedSet<Period> over) throws SQLException {
        Map<String, Long> open = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setArray(1, array(connection, "text", over, Period::label));
            select.setArray(2, array(connection, "date", over, Period::start));
            select.setArray(3, array(connection, "date", over, Period::end));
            select.setObject(4, OffsetDateTime.now(clock));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return open;
    }

    private static Array array(
            Connection connection, String type, Collection<Period> periods, Function<Period, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, periods.stream().map(part).toArray());
    }

    /** The period of this label, and the longer ones around it; none when it is no label. */
    static SortedSet<Period> around(String label) {
        SortedSet<Period> around = new TreeSet<>();
        Period.parse(label).ifPresent(own -> {
            around.add(own);
            COARSER.stream()
                    .filter(f -> own.frequency() == Frequency.EVENT || f.compareTo(own.frequency()) > 0)
                    .forEach(f -> around.add(Period.of(f, own.end())));
        });
        return around;
    }
}
