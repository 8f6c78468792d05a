package org.xianbao.period;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A period that is final while newer returns would change it: a person closes a 修订, or leaves it.
 *
 * @param n the edition that holds until then, from 1
 * @param returns how many came, went or were corrected since
 */
public record RevisionDue(String period, int n, int returns) {

    /** All of them, oldest period first. */
    public static List<RevisionDue> all(DataSource database) throws SQLException {
        List<RevisionDue> due = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select period, edition, returns from stats.revision_due order by period")) {
            while (row.next()) {
                due.add(new RevisionDue(row.getString(1), row.getInt(2), row.getInt(3)));
            }
        }
        return due;
    }
}
