package org.xianbao.judge;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.ExplanationPolicy;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.explanation.Substance;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;
import org.xianbao.warehouse.FindingBatch;

/**
 * What the explanations that came with a workbook, and those remembered from before, do to the queries of a submission. An
 * explanation that says nothing is kept with the reason, and the county is told. It answers its own county's return only.
 */
final class Explaining {
    private static final String ANSWERED = "update xianbao.finding f set answered = true"
            + " where f.submission = ? and f.severity = 'query' and exists (select from xianbao.explained e"
            + " where e.submission = f.submission and e.rule = f.rule and e.column_name = coalesce(f.column_name, '')"
            + " and e.subject in ('', f.subject))";

    /** How many of those without details are answered one by one, the rules' statements have told already. */
    private static final String COUNTED = "update xianbao.finding_total t set answered = case when exists (select from"
            + " xianbao.explained e where e.submission = t.submission and e.rule = t.rule"
            + " and e.column_name = t.column_name and e.subject = '') then t.total else t.answered + (select count(*)"
            + " from xianbao.finding f where f.submission = t.submission and f.severity = t.severity and f.rule = t.rule"
            + " and coalesce(f.column_name, '') = t.column_name and f.answered) end"
            + " where t.reading = ? and t.submission = ? and t.severity = 'query'";

    private static final String OF_RULES = " and t.rule = any (?)";

    private final Connection connection;
    private final ReturnDefinition layout;
    private final Period period;
    private final ExplanationPolicy policy;
    private final Substance substance;

    Explaining(Connection connection, ReturnDefinition layout, Period period, ExplanationPolicy policy) {
        this.connection = connection;
        this.layout = layout;
        this.period = period;
        this.policy = policy;
        this.substance = new Substance(policy);
    }

    /** Takes what was said, answers what it answers, and gives the notes on what does not count. */
    FindingBatch explain(Submission submission) throws SQLException {
        FindingBatch notes = answer(submission);
        try (PreparedStatement update = connection.prepareStatement(COUNTED)) {
            update.setLong(1, submission.reading());
            update.setLong(2, submission.id());
            update.executeUpdate();
        }
        return notes;
    }

    /**
     * Likewise when these rules have been counted anew; the counts of the others stand. What does not count has been
     * noted before.
     */
    void explain(Submission submission, Array rules) throws SQLException {
        answer(submission);
        try (PreparedStatement update = connection.prepareStatement(COUNTED + OF_RULES)) {
            update.setLong(1, submission.reading());
            update.setLong(2, submission.id());
            update.setArray(3, rules);
            update.executeUpdate();
        }
    }

    private FindingBatch answer(Submission submission) throws SQLException {
        FindingBatch notes = new FindingBatch();
        notes.of(submission.id());
        Map<String, List<Said>> said = said(submission);
        if (!said.isEmpty()) {
            for (Question question : Question.of(connection, submission)) {
                for (Said each : said.getOrDefault(question.number(), List.of())) {
                    take(submission, question, each, notes);
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(ANSWERED)) {
            update.setLong(1, submission.id());
            update.executeUpdate();
        }
        return notes;
    }

    private record Said(String sheet, String cell, String text, String author) {}

    private Map<String, List<Said>> said(Submission submission) throws SQLException {
        Map<String, List<Said>> said = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select a.query, a.sheet, a.cell, a.said,"
                + " coalesce(a.author, (select name from xianbao.region g where g.code = s.region"
                + " and g.valid_from <= s.period_end order by g.valid_from desc limit 1), s.region)"
                + " from xianbao.answer a join xianbao.submission s on s.reading = a.reading"
                + " where s.id = ? order by a.sheet, a.row_no")) {
            select.setLong(1, submission.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    said.computeIfAbsent(row.getString(1), q -> new ArrayList<>())
                            .add(new Said(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return said;
    }

    private void take(Submission submission, Question question, Said said, FindingBatch notes) throws SQLException {
        Optional<Substance.Fault> fault = substance.fault(said.text(), question.asked());
        new Explanation(
                        submission.returnName(),
                        submission.region(),
                        question.rule(),
                        question.column(),
                        question.subject(),
                        submission.period(),
                        period.end(),
                        said.text(),
                        said.author(),
                        submission.reading(),
                        policy.until(layout.rules(), question.rule(), period.end()),
                        fault.map(Substance.Fault::key).orElse(null))
                .keep(connection);
        fault.ifPresent(f -> notes.accept(new Finding(
                Severity.NOTE,
                f.key(),
                said.sheet(),
                CellAddress.parse(said.cell()).orElse(null),
                null,
                said.text(),
                null,
                Map.of("query", question.number(), "least", Integer.toString(policy.least())))));
    }
}
