package org.xianbao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;

/** What a session may lift by itself is held to all the same; the limits are a second here. */
class ReaderGuardTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final ReaderGuard guard = new ReaderGuard(database.dataSource());

    @BeforeEach
    void aSecond() throws SQLException {
        tell("create or replace function xianbao.reader_setting() returns table (name text, value text) language sql"
                + " immutable as $$ values ('default_transaction_read_only', 'on'), ('statement_timeout', '1s'),"
                + " ('idle_in_transaction_session_timeout', '1s') $$");
    }

    @AfterEach
    void theRoleIsTheServersAndBelongsToOtherTestsToo() throws SQLException {
        TestDatabase fresh = TestDatabase.migrated();
        new ReaderGuard(fresh.dataSource()).look();
    }

    private void tell(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String settings() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select string_agg(coalesce(d.datname, 'all') || ': '"
                                + " || array_to_string(setconfig, ', '), '; ') from pg_db_role_setting"
                                + " left join pg_database d on d.oid = setdatabase where setrole = 'xianbao_reader'::regrole")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection reader() throws SQLException {
        return DriverManager.getConnection(database.url().replaceAll("\\?.*", ""), ReaderConnection.ROLE, "");
    }

    /** Looks again and again, for a minute at most. */
    private void lookUntil(Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!done.call() && System.nanoTime() < end) {
            guard.look();
            Thread.sleep(100);
        }
    }

    @Test
    void cancelsAStatementWhoseSessionHasLiftedTheTimeout() throws Exception {
        try (Connection reader = reader();
                Statement statement = reader.createStatement()) {
            statement.execute("set statement_timeout = 0");
            CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("select pg_sleep(300)");
                } catch (SQLException e) {
                    throw new CompletionException(e);
                }
            });

            lookUntil(asked::isDone);

            assertThatThrownBy(asked::join)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("canceling");
            assertThat(statement.execute("select 1")).isTrue();
        }
    }

    @Test
    void endsASessionThatLingersInATransaction() throws Exception {
        try (Connection reader = reader();
                Statement statement = reader.createStatement()) {
            statement.execute("set idle_in_transaction_session_timeout = 0");
            reader.setAutoCommit(false);
            statement.execute("select * from stats.figures");

            lookUntil(() -> readers() == 0);

            assertThatThrownBy(() -> statement.execute("select 1")).hasMessageContaining("terminating connection");
        }
    }

    private int readers() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where usename = 'xianbao_reader' and datname = current_database()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean allIdleBeyondTheLimit() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select bool_and(clock_timestamp() - state_change > interval '1.2 s')"
                                + " from pg_stat_activity where usename = 'xianbao_reader' and datname = current_database()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void leavesAShortStatementAndAnIdleSessionAlone() throws Exception {
        try (Connection reader = reader();
                Statement statement = reader.createStatement()) {
            statement.execute("select 1");
            lookUntil(this::allIdleBeyondTheLimit);
            assertThat(statement.execute("select 2")).isTrue();
        }
    }

    @Test
    void setsAgainWhatAReaderChangedOfItsRole() throws Exception {
        guard.look();
        try (Connection reader = reader();
                Statement statement = reader.createStatement()) {
            String bounds = settings();
            statement.execute("begin read write");
            statement.execute("alter role xianbao_reader set statement_timeout = 0");
            statement.execute("alter role xianbao_reader in database \"" + reader.getCatalog()
                    + "\" set default_transaction_read_only = off");
            statement.execute("commit");
            assertThat(settings()).isNotEqualTo(bounds).contains("statement_timeout=0");

            guard.look();

            assertThat(settings()).isEqualTo(bounds);
        }
    }
}
