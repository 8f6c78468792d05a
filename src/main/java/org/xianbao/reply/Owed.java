package org.xianbao.reply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return that a county owes for a period that is over, and that is not published. What is exempt is not owed.
 *
 * @param title in Chinese
 * @param deadline the first instant that is too late
 * @param verdict of the last that came, {@code queried} or {@code returned}; null when none came
 */
record Owed(
        String title,
        String period,
        Instant deadline,
        @Nullable String verdict) {
    private static final String OWED = "select coalesce(t.zh, o.return_name), o.period, o.deadline,"
            + " (select v.verdict from xianbao.submission s join xianbao.verdict v on v.submission = s.id"
            + " where s.return_name = o.return_name and s.region = o.region and s.period = o.period"
            + " order by v.revision desc limit 1)"
            + " from xianbao.owed o left join xianbao.return_title t on t.name = o.return_name"
            + " where o.region = ? and o.submission is null and o.period_end < ?"
            + " order by o.deadline desc, o.return_name, o.period";

    /** What the county owes on that day, the newest deadline first. */
    static List<Owed> by(String region, LocalDate day, Connection connection) throws SQLException {
        List<Owed> owed = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OWED)) {
            select.setString(1, region);
            select.setObject(2, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owed.add(new Owed(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4)));
                }
            }
        }
        return owed;
    }
}
