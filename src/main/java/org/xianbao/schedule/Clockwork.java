package org.xianbao.schedule;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * What happens when the clock fires: whatever was due since the last time and was not seen to is, each night for its own
 * date. When and how often it fires does not matter; a double fire, a late one and one after a crash come to the same.
 */
final class Clockwork {
    private final DataSource database;
    private final Clock clock;

    Clockwork(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Does one night's work. */
    @FunctionalInterface
    interface Work {
        void of(LocalDate night) throws SQLException;
    }

    /** Starts to count: what was due before the clock was first started is not made up. */
    void begin(String job) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Instant since = new Firings(connection, job).since(clock.instant(), clock.getZone());
            assert !since.isAfter(clock.instant());
        }
    }

    /** @return false when another process is at it */
    boolean fire(String job, Cron cron, Work work) throws SQLException {
        try (Connection guard = database.getConnection();
                Statement statement = guard.createStatement()) {
            String key = "hashtext('xianbao.firing." + job + "')";
            try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + key + ")")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            try {
                fire(new Firings(guard, job), cron, work);
                return true;
            } finally {
                statement.execute("select pg_advisory_unlock(" + key + ")");
            }
        }
    }

    private void fire(Firings firings, Cron cron, Work work) throws SQLException {
        Instant now = clock.instant();
        firings.note(cron.due(firings.since(now, clock.getZone()), now));
        for (Cron.Due due : firings.open()) {
            work.of(due.night());
            firings.done(due);
        }
    }
}
