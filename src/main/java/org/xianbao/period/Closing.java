package org.xianbao.period;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;

/**
 * Closes periods: the measures of the published submissions, added up over time and regions as the kind of each
 * indicator allows, become an edition. Costs by counties, never by rows. Thread-safe.
 */
public final class Closing {
    private static final String BOUNDARIES = sql("boundaries.sql");
    private static final String FIGURES = sql("figures.sql");

    private final DataSource database;
    private final Clock clock;

    public Closing(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Closes every period that is due and has something new, as 快报; what is 定案 already waits for a person. */
    public List<Edition> closeDue() throws SQLException {
        List<Edition> editions = new ArrayList<>();
        for (Period period : new DuePeriods(database, clock).find()) {
            close(period, Edition.Kind.FLASH, System.getProperty("user.name", "system"), null)
                    .ifPresent(editions::add);
        }
        return editions;
    }

    /**
     * Closes one period.
     *
     * @param reason why; null where none is needed
     * @return empty when nothing in the period is published, or its newest edition of this kind holds the same already
     */
    public Optional<Edition> close(Period period, Edition.Kind kind, String author, @Nullable String reason)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('xianbao.close " + period.label() + "'))");
                draft(statement, period);
                if (count(statement, "closing_input") == 0) {
                    return Optional.empty();
                }
                Optional<Edition> edition = write(connection, period, kind, author, reason);
                connection.commit();
                return edition;
            }
        }
    }

    /**
     * SQL for "lies in this period": ends in it and is no longer than it, a few days aside, since a 21st-to-20th month
     * that ends in February is longer than February.
     */
    static String within(String alias, Period period) {
        long days = period.end().toEpochDay() - period.start().toEpochDay();
        return alias + ".period_end between date '" + period.start() + "' and date '" + period.end() + "' and " + alias
                + ".period_end - " + alias + ".period_start <= " + (days == 0 ? 0 : days + 3);
    }

    /** Puts what the period's next edition would hold into temporary tables, which end with the transaction. */
    static void draft(Statement statement, Period period) throws SQLException {
        statement.execute("create temp table closing_input on commit drop as select p.submission, p.provisional"
                + " from xianbao.publication p join xianbao.submission s on s.id = p.submission"
                + " where p.superseded_at is null and " + within("s", period));
        statement.execute("create temp table closing_owed on commit drop as select o.return_name, o.region, o.period"
                + " from xianbao.owed o where " + within("o", period));
        statement.execute("analyze closing_input");
        statement.execute("analyze closing_owed");
        statement.execute(BOUNDARIES.replace(":day", "date '" + period.end() + "'"));
        // a few hundred thousand figures fit in here; compiling a statement that runs once costs more than it saves
        statement.execute("set local work_mem = '64MB'; set local jit = off");
        statement.execute("create temp table closing_figure on commit drop as " + FIGURES);
    }

    private Optional<Edition> write(
            Connection connection, Period period, Edition.Kind kind, String author, @Nullable String reason)
            throws SQLException {
        String checksum;
        int last;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select encode(sha256(convert_to(coalesce(string_agg(f::text,"
                        + " E'\\n' order by indicator, region, source), ''), 'UTF8')), 'hex'),"
                        + " coalesce((select max(n) from xianbao.edition where period = '" + period.label() + "'), 0)"
                        + " from closing_figure f")) {
            row.next();
            checksum = row.getString(1);
            last = row.getInt(2);
        }
        if (standing(connection, period, last, kind, checksum)) {
            return Optional.empty();
        }
        long id;
        try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.edition (period, period_start,"
                + " period_end, kind, n, cut_off, author, reason, checksum) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning id")) {
            insert.setString(1, period.label());
            insert.setObject(2, period.start());
            insert.setObject(3, period.end());
            insert.setString(4, kind.word());
            insert.setInt(5, last + 1);
            insert.setObject(6, OffsetDateTime.now(clock));
            insert.setString(7, author);
            insert.setString(8, reason);
            insert.setString(9, checksum);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            int submissions = statement.executeUpdate("insert into xianbao.edition_submission select " + id
                    + ", submission from closing_input order by submission");
            int observations =
                    statement.executeUpdate("insert into stats.observation (edition, indicator, region, level,"
                            + " source, value, numerator, denominator, unit, kind, qualifier, status, reported, expected) select "
                            + id + ", f.* from closing_figure f order by indicator, region, source");
            return Optional.of(new Edition(period.label(), kind, last + 1, submissions, observations, checksum));
        }
    }

    /** Whether the newest edition says the same already, or is final and only a revision may follow it. */
    private static boolean standing(Connection connection, Period period, int last, Edition.Kind kind, String checksum)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select kind, checksum from xianbao.edition where period = ? and n = ?")) {
            select.setString(1, period.label());
            select.setInt(2, last);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                boolean same = row.getString(2).equals(checksum);
                boolean isFinal = !row.getString(1).equals(Edition.Kind.FLASH.word());
                return (same && row.getString(1).equals(kind.word())) || (isFinal && kind == Edition.Kind.FLASH);
            }
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String sql(String name) {
        try (InputStream in = Objects.requireNonNull(Closing.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
