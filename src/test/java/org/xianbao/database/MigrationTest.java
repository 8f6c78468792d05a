package org.xianbao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;

class MigrationTest {

    @Test
    void refusesASecondLiveExecutionOfOneJobInstance() throws SQLException {
        try (Connection connection = TestDatabase.migrated().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into batch_job_instance values (1, 0, 'night', 'k')");
            statement.execute("insert into batch_job_execution values (1, 0, 1, now(), now(), now())");
            statement.execute("insert into batch_job_execution values (2, 0, 1, now(), now(), null)");

            assertThatThrownBy(() ->
                            statement.execute("insert into batch_job_execution values (3, 0, 1, now(), now(), null)"))
                    .hasMessageContaining("one_live");
        }
    }

    @Test
    void bringsTheLocksOfTheScheduler() throws SQLException {
        try (Connection connection = TestDatabase.migrated().connect();
                Statement statement = connection.createStatement();
                ResultSet locks = statement.executeQuery(
                        "select string_agg(lock_name, ' ' order by lock_name) from qrtz_locks where sched_name = 'xianbao'")) {
            locks.next();
            assertThat(locks.getString(1)).isEqualTo("STATE_ACCESS TRIGGER_ACCESS");
        }
    }
}
