package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Finding;
import org.xianbao.warehouse.FindingBatch;

/**
 * Puts to the counties that were judged before what their returns have in common with those judged now, so that both are
 * asked whichever came first. The verdict of then and what is published stay; the query is open from now on.
 */
final class Earlier {
    private static final String JUDGED = "select h.id from xianbao.on_hand h join xianbao.submission s on s.id = h.id"
            + " join xianbao.verdict v on v.submission = h.id where h.return_name = ? and h.period = ? and s.since = ?"
            + " and h.id <> all (?) order by h.id";

    private final Connection connection;
    private final ReturnDefinition layout;
    private final Period period;
    private final Explaining explaining;

    Earlier(Connection connection, ReturnDefinition layout, Period period, Explaining explaining) {
        this.connection = connection;
        this.layout = layout;
        this.period = period;
        this.explaining = explaining;
    }

    /** @param now submissions whose rows are loaded, of one layout and period */
    void ask(List<Submission> now) throws SQLException {
        if (now.isEmpty() || layout.rules().stream().noneMatch(r -> r.check() instanceof Rule.Check.Apart)) {
            return;
        }
        List<Long> later = now.stream().map(Submission::id).toList();
        List<Submission> earlier = judged(later);
        if (earlier.isEmpty()) {
            return;
        }
        Map<Long, FindingBatch> findings = new LinkedHashMap<>();
        earlier.forEach(s -> findings.put(s.id(), new FindingBatch()));
        new RuleRun(connection, layout, period, earlier, findings).runAgainst(later);
        for (Submission submission : earlier) {
            add(submission, Objects.requireNonNull(findings.get(submission.id())));
        }
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

    private void add(Submission submission, FindingBatch found) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        Set<String> asked = asked(submission);
        FindingBatch added = new FindingBatch();
        added.of(submission.id());
        for (Finding finding : found.details()) {
            if (asked.add(finding.rule() + " " + finding.subject())) {
                added.accept(finding);
            }
        }
        if (!added.isEmpty()) {
            added.write(connection, submission.reading());
            explaining.explain(submission);
        }
    }

    private Set<String> asked(Submission submission) throws SQLException {
        Set<String> asked = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("select rule, subject from xianbao.finding where submission = ?")) {
            select.setLong(1, submission.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    asked.add(row.getString(1) + " " + row.getString(2));
                }
            }
        }
        return asked;
    }
}
