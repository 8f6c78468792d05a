package org.xianbao.period;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;

/** Which periods are over, past every deadline in them, not final, and hold something that no edition has yet. */
final class DuePeriods {
    private static final List<Frequency> COARSER =
            List.of(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF, Frequency.YEAR);

    private final DataSource database;
    private final Clock clock;

    DuePeriods(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Period> find() throws SQLException {
        List<Period> due = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Period period : candidates(statement)) {
                if (period.end().isBefore(LocalDate.now(clock))
                        && !isFinal(connection, period)
                        && pastDeadlines(statement, period)
                        && changed(statement, period)) {
                    due.add(period);
                }
            }
        }
        return due;
    }

    /** The periods of what is published, and the longer ones around them. */
    private static SortedSet<Period> candidates(Statement statement) throws SQLException {
        SortedSet<Period> candidates = new TreeSet<>();
        try (ResultSet row = statement.executeQuery("select distinct s.period from xianbao.publication p"
                + " join xianbao.submission s on s.id = p.submission where p.superseded_at is null")) {
            while (row.next()) {
                candidates.addAll(around(row.getString(1)));
            }
        }
        return candidates;
    }

    private static boolean isFinal(Connection connection, Period period) throws SQLException {
        Predecessor newest = Predecessor.in(connection, period);
        return newest != null && newest.kind() != Edition.Kind.FLASH;
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

    private boolean pastDeadlines(Statement statement, Period period) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select max(d.deadline) from xianbao.due_period d where " + Closing.within("d", period))) {
            row.next();
            OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
            return last == null || !last.isAfter(OffsetDateTime.now(clock));
        }
    }

    private static boolean changed(Statement statement, Period period) throws SQLException {
        String now = "select p.submission from xianbao.publication p join xianbao.submission s on s.id = p.submission"
                + " where p.superseded_at is null and " + Closing.within("s", period);
        String last = "select es.submission from xianbao.edition_submission es where es.edition = (select id from"
                + " xianbao.edition where period = '" + period.label() + "' order by n desc limit 1)";
        try (ResultSet row = statement.executeQuery("select exists ((" + now + ") except (" + last + ")) or exists (("
                + last + ") except (" + now + "))")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
