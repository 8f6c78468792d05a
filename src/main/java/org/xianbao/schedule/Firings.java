package org.xianbao.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the clock has seen to, kept in {@code xianbao.firing}. */
final class Firings {
    private final Connection connection;
    private final String job;

    Firings(Connection connection, String job) {
        this.connection = connection;
        this.job = job;
    }

    /** From when on the plan counts: the last that was seen to, or the moment when the clock was first started. */
    Instant since(Instant now, ZoneId zone) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(
                "insert into xianbao.firing (job, through, night, ended_at) select ?, ?, ?, now()"
                        + " where not exists (select from xianbao.firing where job = ?) on conflict do nothing")) {
            begin.setString(1, job);
            begin.setObject(2, utc(now));
            begin.setObject(3, LocalDate.ofInstant(now, zone));
            begin.setString(4, job);
            begin.executeUpdate();
        }
        try (PreparedStatement select =
                connection.prepareStatement("select max(through) from xianbao.firing where job = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** Notes what is now due; what is noted already stays as it is. */
    void note(List<Cron.Due> due) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into xianbao.firing (job, through, night) values (?, ?, ?) on conflict do nothing")) {
            for (Cron.Due each : due) {
                insert.setString(1, job);
                insert.setObject(2, utc(each.through()));
                insert.setObject(3, each.night());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What was noted and is not done, oldest first. */
    List<Cron.Due> open() throws SQLException {
        List<Cron.Due> open = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select night, through from xianbao.firing where job = ? and ended_at is null order by through")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(new Cron.Due(
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return open;
    }

    void done(Cron.Due due) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update xianbao.firing set ended_at = now() where job = ? and through = ?")) {
            update.setString(1, job);
            update.setObject(2, utc(due.through()));
            update.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
