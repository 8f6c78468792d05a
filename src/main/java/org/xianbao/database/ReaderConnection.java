package org.xianbao.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A connection for people: it acts as the role {@code xianbao_reader}, cannot write, and gives up on a statement after
 * 60 seconds; names are looked up in {@code stats} first, whose aggregates refuse what does not add up. It logs in as that
 * role on the embedded server, and elsewhere where {@code xianbao.reader.password} is set; without it the program's user
 * takes the role on, which guards against mistakes and not against malice.
 */
public final class ReaderConnection {
    public static final String ROLE = "xianbao_reader";

    private static final String BOUNDS =
            "-c default_transaction_read_only=on -c statement_timeout=60s -c search_path=stats";

    private ReaderConnection() {}

    /** A new connection, in a read-only transaction; the caller closes it. */
    public static Connection open(Database database) throws SQLException {
        Connection connection;
        String password = database.embedded() ? "" : database.readerPassword();
        Properties properties = new Properties();
        if (password == null) {
            properties.setProperty("options", BOUNDS + " -c role=" + ROLE);
            connection = database.connect(properties);
        } else {
            properties.setProperty("options", BOUNDS);
            connection = database.connectAs(ROLE, password, properties);
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
