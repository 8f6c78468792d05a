package org.xianbao.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds readers to their bounds where PostgreSQL leaves it to them: a session can lift its own timeouts, and a role change
 * the settings that its sessions begin with. Stateless, thread-safe.
 */
public final class ReaderGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderGuard.class);

    private final DataSource database;

    public ReaderGuard(DataSource database) {
        this.database = database;
    }

    /**
     * Cancels the statements of readers that run for too long, ends sessions that linger in a transaction, and sets the
     * role's settings again when they were changed.
     */
    public void look() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select pid from xianbao.guard_reader()")) {
                while (row.next()) {
                    LOG.info("a reader went beyond the time limit, server process {}", row.getInt(1));
                }
            }
            try (ResultSet row = statement.executeQuery("select xianbao.restore_reader()")) {
                row.next();
                if (row.getBoolean(1)) {
                    LOG.warn("the settings of {} had been changed and are set again", ReaderConnection.ROLE);
                }
            }
        }
    }
}
