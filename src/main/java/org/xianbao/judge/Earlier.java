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
import java.util.Objects;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.warehouse.FindingBatch;

/**
 * Puts to the counties that were judged before what their returns have in common with those judged now, so that both are
 * asked whichever came first. The verdict of then and what is published stay; the query is open from now on, and the run
 * owes the workbook another reply.
 */
final class Earlier {
    private static final String JUDGED = "select h.id from xianbao.on_hand h join xianbao.submission s on s.id = h.id"
            + " join xianbao.verdict v on v.submission = h.id where h.return_name = ? and h.period = ? and s.since = ?"
            + " and h.id <> all (?) order by h.id";

    /** What is told one by one stays, though the other county may have taken it back; what is only counted is counted anew. */
    private static final String FORGET_UNTOLD =
            "update xianbao.finding_total t set answered = 0, total = (select count(*)"
                    + " from xianbao.finding f where f.submission = t.submission and f.severity = t.severity and f.rule = t.rule"
                    + " and coalesce(f.column_name, '') = t.column_name)"
                    + " where t.reading = ? and t.submission = ? and t.severity = 'query' and t.rule = any (?)";

    private static final String OPEN = "select coalesce(sum(total - answered), 0) from xianbao.finding_total"
            + " where reading = ? and submission = ? and severity = 'query' and rule = any (?)";

    private final Connection connection;
    private final String batch;
    private final ReturnDefinition layout;
    private final Period period;
    private final Explaining explaining;
    private final Array rules;

    /** @param batch the run that judges now */
    Earlier(Connection connection, String batch, ReturnDefinition layout, Period period, Explaining explaining)
            throws SQLException {
        this.connection = connection;
        this.batch = batch;
        this.layout = layout;
        this.period = period;
        this.explaining = explaining;
        this.rules = connection.createArrayOf(
                "text",
                layout.rules().stream()
                        .filter(r -> r.check() instanceof Rule.Check.Apart)
                        .map(Rule::name)
                        .toArray());
    }

    /** @param now submissions whose rows are loaded, of one layout and period */
    void ask(List<Submission> now) throws SQLException {
        if (now.isEmpty() || layout.rules().stream().noneMatch(r -> r.check() instanceof Rule.Check.Apart)) {
            return;
        }
        List<Submission> shared = sharing(now.stream().map(Submission::id).toList());
        if (shared.isEmpty()) {
            return;
        }
        Map<Long, FindingBatch> untold = batches(shared);
        new RuleRun(connection, layout, period, shared, untold).runUntold();
        for (Submission submission : shared) {
            ask(submission, Objects.requireNonNull(untold.get(submission.id())));
        }
    }

    private List<Submission> sharing(List<Long> later) throws SQLException {
        List<Submission> earlier = judged(later);
        if (earlier.isEmpty()) {
            return earlier;
        }
        Map<Long, FindingBatch> found = batches(earlier);
        new RuleRun(connection, layout, period, earlier, found).runAgainst(later);
        return earlier.stream()
                .filter(s -> !Objects.requireNonNull(found.get(s.id())).isEmpty())
                .toList();
    }

    private List<Submission> judged(List<Long> later) throws SQLException {
        List<Submission> judged = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(JUDGED)) {
            select.setString(1, layout.name());
            select.setString(2, period.label());
            select.setObject(3, layout.since());
            select.setArray(4, connection.createArrayOf("bigint", later.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Submission.loaded(connection, row.getLong(1)).ifPresent(judged::add);
                }
            }
        }
        return judged;
    }

    private static Map<Long, FindingBatch> batches(List<Submission> submissions) {
        Map<Long, FindingBatch> batches = new LinkedHashMap<>();
        for (Submission submission : submissions) {
            FindingBatch batch = new FindingBatch();
            batch.of(submission.id());
            batches.put(submission.id(), batch);
        }
        return batches;
    }

    private void ask(Submission submission, FindingBatch untold) throws SQLException {
        long before = open(submission);
        try (PreparedStatement update = connection.prepareStatement(FORGET_UNTOLD)) {
            of(submission, update);
            update.executeUpdate();
        }
        untold.write(connection, submission.reading());
        explaining.explain(submission, rules);
        if (open(submission) > before) {
            owe(submission);
        }
    }

    private long open(Submission submission) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            of(submission, select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void of(Submission submission, PreparedStatement statement) throws SQLException {
        statement.setLong(1, submission.reading());
        statement.setLong(2, submission.id());
        statement.setArray(3, rules);
    }

    private void owe(Submission submission) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into xianbao.asked_since (batch, reading) values (?, ?) on conflict do nothing")) {
            insert.setString(1, batch);
            insert.setLong(2, submission.reading());
            insert.executeUpdate();
        }
    }
}
