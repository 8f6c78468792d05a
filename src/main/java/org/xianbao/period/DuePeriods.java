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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;

/** Which periods are over, past every deadline in them, not final, and hold something that no edition has yet. */
final class DuePeriods {
    private static final String DUE = Draft.sql("due.sql");
    private static final List<Frequency> COARSER =
            List.of(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF, Frequency.YEAR);

    private final DataSource database;
    private final Clock clock;

    DuePeriods(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Period> find() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            LocalDate today = LocalDate.now(clock);
            List<Period> over = candidates(connection).stream()
                    .filter(p -> p.end().isBefore(today))
                    .toList();
            select.setArray(1, array(connection, "text", over, Period::label));
            select.setArray(2, array(connection, "date", over, Period::start));
            select.setArray(3, array(connection, "date", over, Period::end));
            select.setObject(4, OffsetDateTime.now(clock));
            Set<String> due = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getString(1));
                }
            }
            return over.stream().filter(p -> due.contains(p.label())).toList();
        }
    }

    private static Array array(Connection connection, String type, List<Period> periods, Function<Period, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, periods.stream().map(part).toArray());
    }

    /** The periods of what is published, and the longer ones around them. */
    private static SortedSet<Period> candidates(Connection connection) throws SQLException {
        SortedSet<Period> candidates = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct s.period from xianbao.publication p"
                        + " join xianbao.submission s on s.id = p.submission where p.superseded_at is null")) {
            while (row.next()) {
                candidates.addAll(around(row.getString(1)));
            }
        }
        return candidates;
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
