package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query that was put to a county: about one row, or, with an empty subject, about all rows of a rule and column.
 *
 * @param column empty when it concerns none
 * @param asked its words in each language, and what was reported
 */
record Question(String number, String rule, String column, String subject, List<String> asked) {

    /** All that a submission was asked, each also as a whole. */
    static List<Question> of(Connection connection, Submission submission) throws SQLException {
        Map<String, Question> questions = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select rule, coalesce(column_name, ''), subject, zh,"
                        + " en, coalesce(reported, '') from xianbao.finding where submission = ? and severity = 'query'"
                        + " order by id")) {
            select.setLong(1, submission.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<String> asked = List.of(row.getString(4), row.getString(5), row.getString(6));
                    for (String subject : List.of(row.getString(3), "")) {
                        String number =
                                Query.number(submission.returnName(), row.getString(1), row.getString(2), subject);
                        questions.putIfAbsent(
                                number, new Question(number, row.getString(1), row.getString(2), subject, asked));
                    }
                }
            }
        }
        return List.copyOf(questions.values());
    }
}
