package org.xianbao.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Ends a rehearsal's session as soon as another session waits for a lock of it. It looks more often than PostgreSQL looks
 * for deadlocks (once a second, as a rule), so that of the two it is never the real work that is broken off.
 */
final class Yield implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;

    private final Connection connection;
    private final ScheduledExecutorService clock;
    private final int session;
    private volatile boolean gaveWay;

    private Yield(Connection connection, int session) {
        this.connection = connection;
        this.session = session;
        this.clock = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "yield");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> looking =
                clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        assert !looking.isDone();
    }

    /**
     * Watches over a rehearsal.
     *
     * @throws GaveWay when a night is under way
     */
    static Yield of(DataSource database, Connection rehearsal) throws SQLException {
        int session;
        try (Statement statement = rehearsal.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            session = row.getInt(1);
        }
        Connection connection = database.getConnection();
        try {
            refuseDuringANight(connection);
        } catch (SQLException | GaveWay e) {
            connection.close();
            throw e;
        }
        return new Yield(connection, session);
    }

    private static void refuseDuringANight(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(hashtext('xianbao.nights'))")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new GaveWay("a night is under way");
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(hashtext('xianbao.nights'))");
        }
    }

    private void look() {
        try {
            if (asked("exists (select from pg_stat_activity a where ? = any (pg_blocking_pids(a.pid)))")) {
                gaveWay = true; // before it is felt
                if (!asked("pg_terminate_backend(?)")) {
                    LoggerFactory.getLogger(Yield.class).warn("the session of a rehearsal could not be ended");
                }
            }
        } catch (SQLException e) {
            LoggerFactory.getLogger(Yield.class).warn("whether anybody waits could not be told", e);
        }
    }

    /** @param question about the session */
    private boolean asked(String question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + question)) {
            select.setInt(1, session);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    boolean gaveWay() {
        return gaveWay;
    }

    @Override
    public void close() throws SQLException {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
                LoggerFactory.getLogger(Yield.class).warn("the watch over a rehearsal did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
        }
    }
}
