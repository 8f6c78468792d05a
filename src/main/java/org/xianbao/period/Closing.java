package org.xianbao.period;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.xianbao.database.SqlFile;
import org.xianbao.definition.Period;

/**
 * Closes periods: the measures of the published submissions, added up over time and regions as the kind of each
 * indicator allows, become an edition, which the database then lets nobody change. Costs by counties, never by rows.
 * Thread-safe.
 */
public final class Closing {
    private static final String PLACES = SqlFile.read(Closing.class, "places.sql");

    private final DataSource database;
    private final Clock clock;

    public Closing(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Closes every period that is due and has something new, as 快报; what is 定案 already waits for a person. */
    public List<Edition> closeDue() throws SQLException {
        List<Edition> editions = new ArrayList<>();
        String author = System.getProperty("user.name", "system");
        for (Period period : new DuePeriods(database, clock).find()) {
            try {
                close(new Close(period, Edition.Kind.FLASH, author, null)).ifPresent(editions::add);
            } catch (CloseRefused madeFinalMeanwhile) {
                LoggerFactory.getLogger(Closing.class).info("{} was left alone", period, madeFinalMeanwhile);
            }
        }
        return editions;
    }

    /**
     * Closes one period. Its time of publication is the clock's.
     *
     * @return empty when nothing in the period is published, or its newest edition holds the same and is not to become final
     * @throws CloseRefused when this may not be closed so
     */
    public Optional<Edition> close(Close asked) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, asked.period());
            Predecessor before = Predecessor.in(connection, asked.period());
            check(asked, before);
            Draft draft = Draft.of(connection, asked, before);
            if (draft.isEmpty()) {
                connection.rollback();
                return Optional.empty();
            }
            String checksum = draft.checksum();
            if (before != null && asked.kind() != Edition.Kind.FINAL && draft.sameAs(before, checksum)) {
                connection.rollback();
                return Optional.empty();
            }
            Edition edition = write(connection, asked, before == null ? 1 : before.n() + 1, checksum);
            connection.commit();
            return Optional.of(edition);
        }
    }

    /**
     * SQL for "lies in this period": ends in it and is no longer than it, a few days aside, since a 21st-to-20th month
     * that ends in February is longer than February.
     */
    static String within(String alias, Period period) {
        return alias + ".period_end between date '" + period.start() + "' and date '" + period.end() + "' and " + alias
                + ".period_end - " + alias + ".period_start <= " + longest(period);
    }

    /** The same of a return's period that begins and ends on these days. */
    static boolean within(Period period, LocalDate start, LocalDate end) {
        return !end.isBefore(period.start())
                && !end.isAfter(period.end())
                && ChronoUnit.DAYS.between(start, end) <= longest(period);
    }

    private static long longest(Period period) {
        long days = ChronoUnit.DAYS.between(period.start(), period.end());
        return days == 0 ? 0 : days + 3;
    }

    private static void lock(Connection connection, Period period) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('xianbao.close " + period.label() + "'))");
        }
    }

    private void check(Close asked, @Nullable Predecessor before) {
        CloseRefused.Why why = null;
        Edition.Kind last = before == null ? null : before.kind();
        String reason = asked.reason();
        if (!asked.period().end().isBefore(LocalDate.now(clock))) {
            why = CloseRefused.Why.NOT_OVER;
        } else if (!asked.kind().mayFollow(last)) {
            why = switch (asked.kind()) {
                case FLASH -> CloseRefused.Why.FLASH_AFTER_FINAL;
                case FINAL -> CloseRefused.Why.FINAL_AFTER_FINAL;
                case REVISION -> CloseRefused.Why.REVISION_BEFORE_FINAL;
            };
        } else if ((reason == null || reason.isBlank())
                && (asked.kind() == Edition.Kind.REVISION || !asked.sources().isEmpty())) {
            why = CloseRefused.Why.NO_REASON;
        }
        if (why != null) {
            throw new CloseRefused(why, Map.of("period", asked.period().label()));
        }
    }

    private Edition write(Connection connection, Close asked, int n, String checksum) throws SQLException {
        long id = edition(connection, asked, n, checksum);
        try (Statement statement = connection.createStatement()) {
            int submissions = statement.executeUpdate(
                    "insert into xianbao.edition_submission (edition, submission, provisional) select " + id
                            + ", submission, provisional from closing_input order by submission");
            statement.executeUpdate(
                    "insert into xianbao.edition_missing (edition, return_name, region, period, deadline) select " + id
                            + ", return_name, region, period, deadline from closing_owed where missing");
            statement.executeUpdate(
                    "insert into xianbao.edition_coverage (edition, return_name, owed, reported, unasked)"
                            + " select " + id + ", return_name, coalesce(o.owed, 0), coalesce(o.reported, 0),"
                            + " coalesce(i.came, 0) - coalesce(o.reported, 0)"
                            + " from (select return_name, count(*) as owed, count(*) filter (where not missing) as reported"
                            + " from closing_owed group by 1) o full join (select return_name, count(*) as came"
                            + " from closing_input group by 1) i using (return_name)");
            statement.executeUpdate("insert into xianbao.edition_source (edition, indicator, source) select " + id
                    + ", indicator, source from closing_source");
            statement.executeUpdate(PLACES.replace(":edition", Long.toString(id)));
            int figures = statement.executeUpdate("insert into stats.observation (edition, " + Draft.COLUMNS
                    + ") select " + id + ", " + Draft.COLUMNS + " from closing_figure order by " + Draft.ORDER);
            statement.executeUpdate(
                    "insert into xianbao.suppressed (edition, indicator, region, source, value, numerator,"
                            + " denominator, secondary) select " + id + ", indicator, region, source, value, numerator,"
                            + " denominator, secondary from closing_suppressed");
            return new Edition(asked.period().label(), asked.kind(), n, submissions, figures, checksum);
        }
    }

    private long edition(Connection connection, Close asked, int n, String checksum) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.edition (period, period_start,"
                + " period_end, kind, n, cut_off, closed_at, author, reason, checksum, inputs, definitions)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " (select bit_xor(xianbao.mark(submission, provisional)) from closing_input), coalesce((select fingerprint from xianbao.definitions"
                + " order by applied_at desc limit 1), '')) returning id")) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            insert.setString(1, asked.period().label());
            insert.setObject(2, asked.period().start());
            insert.setObject(3, asked.period().end());
            insert.setString(4, asked.kind().word());
            insert.setInt(5, n);
            insert.setObject(6, now);
            insert.setObject(7, now);
            insert.setString(8, asked.author());
            insert.setString(9, asked.reason());
            insert.setString(10, checksum);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
