package org.xianbao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.xianbao.database.Database;
import org.xianbao.database.ReaderConnection;
import org.xianbao.database.SingleStatement;

/** One SQL statement, run as the reader; without Spring, so that it answers at once. */
final class Query {
    private static final int FETCHED_AT_ONCE = 1000;

    private Query() {}

    static int run(Setup setup, Console console, String sql, Format format) throws SQLException, IOException {
        String statement = single(sql, console);
        try (Database database = setup.database();
                Connection connection = reader(database, console);
                Statement asked = connection.createStatement()) {
            asked.setFetchSize(FETCHED_AT_ONCE);
            if (asked.execute(statement)) {
                try (ResultSet rows = asked.getResultSet()) {
                    PrintWriter to = console.writer(console.out());
                    format.write(rows, to);
                    to.flush();
                }
            }
        }
        return ExitCode.ACCEPTED.code();
    }

    private static String single(String sql, Console console) throws IOException {
        try {
            return SingleStatement.of(
                    sql.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : sql);
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, console.text("wrong", Map.of("what", String.valueOf(e.getMessage()))));
        }
    }

    /** Before the first night there is no reader, and nothing to read. */
    static Connection reader(Database database, Console console) throws SQLException {
        try {
            return ReaderConnection.open(database);
        } catch (SQLException e) {
            if ("28000".equals(e.getSQLState()) || "22023".equals(e.getSQLState())) {
                throw new Refused(ExitCode.DATABASE, console.text("query.nothing-yet"));
            }
            throw e;
        }
    }
}
