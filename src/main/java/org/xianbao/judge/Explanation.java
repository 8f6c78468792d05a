package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xianbao.warehouse.StoredText;

/**
 * What somebody said to a query of one return of one county.
 *
 * @param column the definition's column name; empty when the query concerns none
 * @param subject the row it is about; empty for all rows of the rule and column
 * @param period label of the period it was given for
 * @param reading the reading of the workbook that said it; null when an administrator did
 * @param until the day on which the last period ends that it answers
 * @param refused the key of why it does not count; null when it does
 */
record Explanation(
        String returnName,
        String region,
        String rule,
        String column,
        String subject,
        String period,
        LocalDate periodEnd,
        String said,
        String author,
        @Nullable Long reading,
        LocalDate until,
        @Nullable String refused) {

    private static final String KEEP = "insert into xianbao.explanation (return_name, region, query, rule, column_name,"
            + " subject, period, period_end, said, author, source, reading, valid_until, refused)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (return_name, region, query, period, source,"
            + " author, valid_until, md5(said), coalesce(refused, '')) do update set query = excluded.query returning id";

    /** Keeps it; the same said again is kept once. @return its number */
    long keep(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, returnName);
            insert.setString(2, region);
            insert.setString(3, Query.number(returnName, rule, column, subject));
            insert.setString(4, rule);
            insert.setString(5, column);
            insert.setString(6, subject);
            insert.setString(7, period);
            insert.setObject(8, periodEnd);
            insert.setString(9, StoredText.of(said));
            insert.setString(10, StoredText.of(author));
            insert.setString(11, reading == null ? "administrator" : "county");
            insert.setObject(12, reading);
            insert.setObject(13, until);
            insert.setString(14, refused);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
