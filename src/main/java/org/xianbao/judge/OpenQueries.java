package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.ReturnDefinition;

/** The queries of the newest submissions that nobody has explained, and how an administrator accepts them. */
public final class OpenQueries {
    private static final String COLUMNS =
            "select submission, workbook, sheet_index, verdict, return_name, since, region, period, period_end, rule,"
                    + " column_name, ";

    private static final String NUMBERED = COLUMNS + "case when query_of_all = ? then '' else subject end as subject,"
            + " false as rest from xianbao.open_query where region = ? and (?::text is null or return_name = ?)"
            + " and ? in (query, query_of_all)";

    /** One by one, and of a rule and column that has more than are told, the rest at once. */
    private static final String SUBMITTED =
            COLUMNS + "subject, false as rest from xianbao.open_query where submission = ?"
                    + " and subject is not null"
                    + " union all " + COLUMNS + "'', true from xianbao.open_query where submission = ?"
                    + " group by submission, workbook, sheet_index, verdict, return_name, since, region, period, period_end, rule,"
                    + " column_name, open having open > count(subject)";

    private final Connection connection;
    private final Definitions definitions;

    public OpenQueries(Connection connection, Definitions definitions) {
        this.connection = connection;
        this.definitions = definitions;
    }

    /**
     * One of them.
     *
     * @param sheetIndex zero-based
     * @param verdict of its submission
     * @param subject the row it is about; empty for all rows of the rule and column
     * @param rest whether it stands for those that are not told one by one
     */
    public record Open(
            long submission,
            String workbook,
            int sheetIndex,
            String verdict,
            String returnName,
            LocalDate since,
            String region,
            String period,
            LocalDate periodEnd,
            String rule,
            String column,
            String subject,
            boolean rest) {

        /** Whether nothing but queries keeps its return from being published, or from losing its flag. */
        public boolean held() {
            return verdict.equals("queried");
        }
    }

    /**
     * Those under this number that a county was asked, in each period in which they are open.
     *
     * @param region the county's code
     * @param returnName null for any
     */
    public List<Open> numbered(String number, String region, @Nullable String returnName) throws SQLException {
        return open(NUMBERED, number, region, returnName, returnName, number);
    }

    /** Those of one submission; none when a newer one has come in. */
    public List<Open> of(long submission) throws SQLException {
        return open(SUBMITTED, submission, submission);
    }

    private List<Open> open(String sql, @Nullable Object... parameters) throws SQLException {
        List<Open> open = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(new Open(
                            row.getLong(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, LocalDate.class),
                            row.getString(7),
                            row.getString(8),
                            row.getObject(9, LocalDate.class),
                            row.getString(10),
                            row.getString(11),
                            row.getString(12),
                            row.getBoolean(13)));
                }
            }
        }
        return open.stream().distinct().toList();
    }

    /**
     * Explains a query in an administrator's name. What stands for queries that nobody has seen one by one holds for its
     * own period only, unless said otherwise.
     *
     * @param until the day on which the last period ends that it answers; null for what is usual
     * @return the explanation's number, the same when it was given before
     */
    public long accept(Open query, String author, String reason, @Nullable LocalDate until) throws SQLException {
        return new Explanation(
                        query.returnName(),
                        query.region(),
                        query.rule(),
                        query.column(),
                        query.subject(),
                        query.period(),
                        query.periodEnd(),
                        reason,
                        author,
                        null,
                        until != null ? until : query.rest() ? query.periodEnd() : usual(query),
                        null)
                .keep(connection);
    }

    private LocalDate usual(Open query) {
        Optional<ReturnDefinition> layout = definitions.layouts(query.returnName()).stream()
                .filter(l -> l.since().equals(query.since()))
                .findFirst();
        return definitions
                .settings()
                .explanations()
                .until(layout.map(ReturnDefinition::rules).orElse(List.of()), query.rule(), query.periodEnd());
    }
}
