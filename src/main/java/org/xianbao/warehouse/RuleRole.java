package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The role that runs the SQL of definitions: it can only read, only what rules may read, and only for so long. */
public final class RuleRole {
    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Reading {
        void read() throws SQLException;
    }

    private RuleRole() {}

    /**
     * Runs {@code reading} in the connection's transaction as that role. When it fails the transaction is aborted, and
     * its end resets the role.
     */
    public static void during(Connection connection, Reading reading) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role xianbao_rules");
            statement.execute("set local statement_timeout = '10min'");
            statement.execute("set local work_mem = '128MB'"); // a hash over the keys of a million rows
            reading.read();
            statement.execute("reset role");
            statement.execute("set local statement_timeout = 0");
        }
    }
}
