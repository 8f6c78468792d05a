package org.xianbao.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.screening.Screened;

/** The runs of the job, by business key, and what each came to. */
final class Batches {
    /** A run; {@code ended} when all its phases are done. */
    record Batch(String name, LocalDate night, boolean ended) {}

    private final DataSource database;

    Batches(DataSource database) {
        this.database = database;
    }

    /** The next run of a night: {@code night:2018-07-06}, and from the second on {@code night:2018-07-06#2}. */
    Batch night(LocalDate night) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from xianbao.batch where night = ? and name like 'night:%'")) {
            count.setObject(1, night);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                int n = row.getInt(1) + 1;
                return begin("night:" + night + (n == 1 ? "" : "#" + n), night, null);
            }
        }
    }

    /** The run of this name, begun when there was none. */
    Batch begin(String name, LocalDate night, @Nullable String reason) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into xianbao.batch (name, night, reason)"
                        + " values (?, ?, ?) on conflict (name) do update set name = excluded.name"
                        + " returning name, night, ended_at is not null")) {
            insert.setString(1, name);
            insert.setObject(2, night);
            insert.setString(3, reason);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return read(row);
            }
        }
    }

    /** Runs that began and did not end, oldest first. */
    List<Batch> interrupted() throws SQLException {
        List<Batch> interrupted = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name, night, ended_at is not null from xianbao.batch"
                        + " where ended_at is null order by started_at")) {
            while (row.next()) {
                interrupted.add(read(row));
            }
        }
        return interrupted;
    }

    void end(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update xianbao.batch set ended_at = now() where name = ? and ended_at is null")) {
            update.setString(1, name);
            update.executeUpdate();
        }
    }

    /** @param tally what of it leaves no trace in the database */
    NightOutcome outcome(Batch batch, Tally tally, List<Screened> screened, List<String> revisionsDue)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select"
                        + " (select count(*) from xianbao.reading where batch = ?),"
                        + " (select count(*) from xianbao.reading where batch = ? and state = 'refused'),"
                        + " (select count(*) from xianbao.reading where batch = ? and state = 'failed'),"
                        + " count(*) filter (where v.verdict = 'accepted'),"
                        + " count(*) filter (where v.verdict = 'queried'),"
                        + " count(*) filter (where v.verdict = 'returned'),"
                        + " coalesce(sum(s.rows), 0)"
                        + " from xianbao.reading r join xianbao.submission s on s.reading = r.id"
                        + " left join xianbao.verdict v on v.submission = s.id where r.batch = ?")) {
            for (int i = 1; i <= 4; i++) {
                select.setString(i, batch.name());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new NightOutcome(
                        batch.night(),
                        row.getInt(1),
                        tally.unchangedCount(),
                        row.getInt(2),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(3),
                        replied(connection, batch),
                        row.getLong(7),
                        tally.closedPeriods(),
                        screened,
                        revisionsDue,
                        troubles(connection, batch, tally.unscreened()));
            }
        }
    }

    private static Replied replied(Connection connection, Batch batch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select folder, replies, receipts, failed, asked_since from stats.reply where run = ?")) {
            select.setString(1, batch.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Replied(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))
                        : Replied.NONE;
            }
        }
    }

    /** A line a workbook or return that did not simply pass. */
    private static List<String> troubles(Connection connection, Batch batch, List<String> unscreened)
            throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select w.name, r.state, s.return_name, s.region,"
                + " s.period, v.verdict, v.rejects, v.queries - v.answered, r.detail, (select f.en from xianbao.finding f where"
                + " f.reading = r.id and (f.submission = s.id or f.submission is null) and not f.answered"
                + " order by array_position(array['reject', 'query', 'note'], f.severity), f.id limit 1)"
                + " from xianbao.reading r join xianbao.workbook w on w.hash = r.workbook"
                + " left join xianbao.submission s on s.reading = r.id and s.loaded"
                + " left join xianbao.verdict v on v.submission = s.id"
                + " where r.batch = ? and (r.state <> 'read' or v.verdict is distinct from 'accepted'"
                + " or not exists (select from xianbao.publication p where p.submission = s.id))"
                + " order by w.receipt, s.sheet_index")) {
            select.setString(1, batch.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
        }
        lines.addAll(unanswered(connection, batch));
        unscreened.forEach(what -> lines.add(what + ": could not be screened, see the log"));
        return lines;
    }

    private static List<String> unanswered(Connection connection, Batch batch) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select w.name, p.failed from xianbao.reply p"
                + " join xianbao.reading r on r.id = p.reading join xianbao.workbook w on w.hash = r.workbook"
                + " where p.batch = ? and p.failed is not null order by w.receipt")) {
            select.setString(1, batch.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1) + ": its reply could not be written (" + row.getString(2) + ")");
                }
            }
        }
        return lines;
    }

    private static String line(ResultSet row) throws SQLException {
        String first = row.getString(10) == null ? "" : ": " + row.getString(10);
        if (row.getString(6) == null) {
            String detail = row.getString(9) == null ? "" : " (" + row.getString(9) + ")";
            return row.getString(1) + ": " + row.getString(2) + first + detail;
        }
        String counts = row.getLong(7) + " rejects, " + row.getLong(8) + " queries";
        return row.getString(1) + ": " + row.getString(3) + " " + row.getString(4) + " " + row.getString(5) + " "
                + row.getString(6) + ", " + counts + first;
    }

    private static Batch read(ResultSet row) throws SQLException {
        return new Batch(row.getString(1), row.getObject(2, LocalDate.class), row.getBoolean(3));
    }
}
