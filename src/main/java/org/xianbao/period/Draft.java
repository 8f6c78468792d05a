package org.xianbao.period;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.xianbao.database.SqlFile;
import org.xianbao.definition.Period;

/** What an edition would hold if it were closed now, in temporary tables that end with the transaction. */
final class Draft {
    /** The columns that the figures of an edition have, in the order in which they are summed up. */
    static final String COLUMNS =
            "indicator, region, level, source, value, numerator, denominator, unit, kind, qualifier,"
                    + " status, reported, expected, published";

    /** By the bytes of indicator, region and source, so that no locale has a say. */
    static final String ORDER = "at, source collate \"C\"";

    /** What is done, one after the other, in tables that the next step reads. */
    private static final List<String> STEPS = Stream.of(
                    "indicators.sql", "boundaries.sql", "stated.sql", "sources.sql", "figures.sql", "persons.sql")
            .map(name -> SqlFile.read(Draft.class, name))
            .toList();

    private final Connection connection;
    private final Period period;

    private Draft(Connection connection, Period period) {
        this.connection = connection;
        this.period = period;
    }

    /**
     * Takes what is published now, once: whatever is published while it is at work belongs to the next edition.
     *
     * @param before the period's newest edition; null when it has none
     */
    static Draft of(Connection connection, Close asked, @Nullable Predecessor before) throws SQLException {
        Draft draft = new Draft(connection, asked.period());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local jit = off; set local work_mem = '128MB'");
            draft.gather(statement);
            draft.prefer(statement, asked.sources(), before);
            for (String step : STEPS) {
                statement.execute(step.replace(":day", "date '" + draft.period.end() + "'")
                        .replace(":flash", Boolean.toString(asked.kind() == Edition.Kind.FLASH)));
            }
            new Withholding(connection, asked.period()).apply(before == null ? 0 : before.id());
        }
        return draft;
    }

    private void gather(Statement statement) throws SQLException {
        statement.execute("create temp table closing_input on commit drop as"
                + " select p.submission, p.provisional, s.return_name, s.region, s.period, s.period_end"
                + " from xianbao.publication p join xianbao.submission s on s.id = p.submission"
                + " where p.superseded_at is null and " + Closing.within("s", period));
        statement.execute("create temp table closing_owed on commit drop as select o.return_name, o.region, o.period,"
                + " min(o.deadline) as deadline, not exists (select from closing_input i where (i.return_name, i.region,"
                + " i.period) = (o.return_name, o.region, o.period)) as missing from xianbao.owed o where "
                + Closing.within("o", period) + " group by 1, 2, 3");
        statement.execute("analyze closing_input (submission, region), closing_owed (missing)");
    }

    private void prefer(Statement statement, Map<String, String> chosen, @Nullable Predecessor before)
            throws SQLException {
        statement.execute("create temp table closing_source on commit drop as select indicator, source"
                + " from xianbao.edition_source where edition = " + (before == null ? 0 : before.id()));
        for (Map.Entry<String, String> choice : chosen.entrySet()) {
            choose(choice.getKey(), choice.getValue());
        }
    }

    private void choose(String indicator, String source) throws SQLException {
        if (!holds("select from xianbao.indicator where name = ?", indicator)) {
            throw refused(CloseRefused.Why.UNKNOWN_INDICATOR, indicator, source);
        }
        execute("delete from closing_source where indicator = ?", indicator);
        if (source.isEmpty()) {
            return;
        }
        if (!holds(
                "select from closing_input i join xianbao.measure m on m.submission = i.submission"
                        + " where m.indicator = ? and m.source = ?",
                indicator,
                source)) {
            throw refused(CloseRefused.Why.UNKNOWN_SOURCE, indicator, source);
        }
        execute("insert into closing_source values (?, ?)", indicator, source);
    }

    private CloseRefused refused(CloseRefused.Why why, String indicator, String source) {
        return new CloseRefused(why, Map.of("period", period.label(), "indicator", indicator, "source", source));
    }

    /** Whether there is nothing to close. */
    boolean isEmpty() throws SQLException {
        return !holds("select from closing_input");
    }

    /**
     * Whether the edition holds the same figures, and misses the same returns.
     *
     * @param checksum of this draft
     */
    boolean sameAs(Predecessor edition, String checksum) throws SQLException {
        String missing = "select return_name, region, period from closing_owed where missing";
        String missed =
                "select return_name, region, period from xianbao.edition_missing where edition = " + edition.id();
        return edition.checksum().equals(checksum)
                && !holds("(" + missing + " except " + missed + ") union all (" + missed + " except " + missing + ")");
    }

    /** SHA-256, hex, over what {@code copy (select COLUMNS … order by ORDER) to stdout} writes, in UTF-8. */
    String checksum() throws SQLException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select " + COLUMNS + " from closing_figure order by " + ORDER + ") to stdout",
                                into);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holds(String query, String... parameters) throws SQLException {
        try (PreparedStatement select = prepare("select exists (" + query + ")", parameters);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
