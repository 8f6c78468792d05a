package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** SQL of a definition that cannot be calculated on the data at hand: SQLSTATE class 22, as a division by zero. */
public final class DataException {
    private static final String CLASS = "22";

    private DataException() {}

    /**
     * Runs {@code reading}; when its data do not allow it, the transaction goes on as if it had not been tried.
     *
     * @return whether it could be calculated
     */
    public static boolean survives(Connection connection, RuleRole.Reading reading) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean calculated = true;
        try {
            reading.read();
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith(CLASS)) {
                throw e;
            }
            connection.rollback(before);
            calculated = false;
        }
        connection.releaseSavepoint(before);
        return calculated;
    }
}
