package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Settings;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;
import org.xianbao.warehouse.FindingBatch;

/** From findings to verdicts, and from verdicts to what counts now. */
final class Verdicts {
    private final Connection connection;
    private final Settings.Queried queried;
    private final String fingerprint;
    private final Explaining explaining;

    Verdicts(Connection connection, Definitions definitions, Explaining explaining) {
        this.connection = connection;
        this.queried = definitions.settings().queried();
        this.fingerprint = definitions.fingerprint();
        this.explaining = explaining;
    }

    /** Writes findings and verdicts, publishes what stands, and gives what was published. */
    List<Submission> pass(List<Submission> group, Map<Long, FindingBatch> findings) throws SQLException {
        twice(group, findings);
        List<Submission> published = new ArrayList<>();
        for (Submission submission : group) {
            FindingBatch batch = Objects.requireNonNull(findings.get(submission.id()));
            batch.write(connection, submission.reading());
            Totals totals = totals(submission);
            if (totals.queries() > 0) {
                explaining.explain(submission).write(connection, submission.reading());
                totals = totals(submission);
            }
            String verdict = totals.verdict();
            boolean stands = verdict.equals("accepted")
                    || (verdict.equals("queried") && queried == Settings.Queried.PROVISIONAL);
            if (stands && newerPublished(submission)) {
                batch.of(submission.id());
                batch.accept(note(submission, "older-than-published", Map.of()));
                batch.write(connection, submission.reading());
                stands = false;
            }
            write(submission, verdict, totals);
            if (stands) {
                publish(connection, submission, verdict.equals("queried"));
                published.add(submission);
            }
        }
        return published;
    }

    /** A return that stands twice in one workbook: nobody can tell which is meant. */
    private static void twice(List<Submission> group, Map<Long, FindingBatch> findings) {
        Map<String, Submission> seen = new HashMap<>();
        for (Submission submission : group) {
            Submission other = seen.putIfAbsent(submission.reading() + " " + submission.region(), submission);
            if (other != null) {
                tell(findings, submission, other);
                tell(findings, other, submission);
            }
        }
    }

    private static void tell(Map<Long, FindingBatch> findings, Submission submission, Submission other) {
        Finding note = note(submission, "twice-in-workbook", Map.of("other", other.sheet()));
        Objects.requireNonNull(findings.get(submission.id()))
                .accept(new Finding(
                        Severity.REJECT, note.rule(), note.sheet(), null, null, null, null, note.message()));
    }

    static Finding note(Submission submission, String rule, Map<String, String> message) {
        return new Finding(Severity.NOTE, rule, submission.sheet(), null, null, null, null, message);
    }

    /** @param answered how many of the queries an explanation answers */
    private record Totals(long rejects, long queries, long answered, long notes) {
        String verdict() {
            return rejects > 0 ? "returned" : queries > answered ? "queried" : "accepted";
        }
    }

    private Totals totals(Submission submission) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select"
                + " coalesce(sum(total) filter (where severity = 'reject'), 0)::bigint,"
                + " coalesce(sum(total) filter (where severity = 'query'), 0)::bigint,"
                + " coalesce(sum(answered) filter (where severity = 'query'), 0)::bigint,"
                + " coalesce(sum(total) filter (where severity = 'note'), 0)::bigint"
                + " from xianbao.finding_total where reading = ? and submission = ?")) {
            select.setLong(1, submission.reading());
            select.setLong(2, submission.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private boolean newerPublished(Submission submission) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select exists (select from xianbao.publication p"
                + " join xianbao.submission s on s.id = p.submission join xianbao.workbook w on w.hash = s.workbook"
                + " where p.return_name = ? and p.region = ? and p.period = ? and p.superseded_at is null"
                + " and (w.received_at, w.receipt) > (select received_at, receipt from xianbao.workbook"
                + " where receipt = ?))")) {
            key(select, submission, 1);
            select.setLong(4, submission.receipt());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void write(Submission submission, String verdict, Totals totals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.verdict"
                + " (submission, verdict, revision, rejects, queries, answered, notes, definitions) values (?, ?, 1 + (select count(*)"
                + " from xianbao.verdict v join xianbao.submission s on s.id = v.submission"
                + " where s.return_name = ? and s.region = ? and s.period = ?), ?, ?, ?, ?, ?)")) {
            insert.setLong(1, submission.id());
            insert.setString(2, verdict);
            key(insert, submission, 3);
            insert.setLong(6, totals.rejects());
            insert.setLong(7, totals.queries());
            insert.setLong(8, totals.answered());
            insert.setLong(9, totals.notes());
            insert.setString(10, fingerprint);
            insert.executeUpdate();
        }
    }

    static void publish(Connection connection, Submission submission, boolean provisional) throws SQLException {
        try (PreparedStatement supersede = connection.prepareStatement("update xianbao.publication"
                        + " set superseded_at = now() where return_name = ? and region = ? and period = ?"
                        + " and superseded_at is null");
                PreparedStatement insert = connection.prepareStatement("insert into xianbao.publication"
                        + " (return_name, region, period, submission, provisional) values (?, ?, ?, ?, ?)")) {
            key(supersede, submission, 1);
            supersede.executeUpdate();
            key(insert, submission, 1);
            insert.setLong(4, submission.id());
            insert.setBoolean(5, provisional);
            insert.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, Submission submission, int at) throws SQLException {
        statement.setString(at, submission.returnName());
        statement.setString(at + 1, submission.region());
        statement.setString(at + 2, submission.period());
    }
}
