package org.xianbao.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.TestDatabase;

class QueryNumberTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @ParameterizedTest
    @CsvSource({"placement,income-plausible,income,3fa9", "base,rule-failed,,'no-fall'", "base,no-fall,placed,太原 基地"})
    void isTheSameToTheDatabase(String returnName, String rule, @Nullable String column, String subject)
            throws SQLException {
        try (Connection connection = DATABASE.connect();
                PreparedStatement select = connection.prepareStatement("select xianbao.query_number(?, ?, ?, ?)")) {
            select.setString(1, returnName);
            select.setString(2, rule);
            select.setString(3, column);
            select.setString(4, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(row.getString(1))
                        .isEqualTo(Query.number(returnName, rule, column, subject))
                        .matches("Q[0-9A-F]{10}");
            }
        }
    }
}
