package org.xianbao.period;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;

/** The newest edition of a period, which the next one follows; {@code n} counts from 1. */
record Predecessor(long id, int n, Edition.Kind kind, String checksum) {

    /** Null when the period has no edition. */
    static @Nullable Predecessor in(Connection connection, Period period) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, n, kind, checksum from xianbao.edition where period = ? order by n desc limit 1")) {
            select.setString(1, period.label());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Predecessor(
                                row.getLong(1), row.getInt(2), Edition.Kind.of(row.getString(3)), row.getString(4))
                        : null;
            }
        }
    }
}
