package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Messages;
import org.xianbao.finding.Severity;

/**
 * Findings on their way to the warehouse: details are kept up to {@link #MOST} a rule and column of a submission, the
 * counts of all. Not thread-safe.
 */
public final class FindingBatch implements Consumer<Finding> {
    /** Details kept of one rule on one column of one submission. */
    public static final int MOST = 1000;

    private record Group(long submission, Severity severity, String rule, String column) {}

    private static final class Bucket {
        private final List<Finding> details = new ArrayList<>();
        private long total;
        private long answered;
    }

    private final Map<Group, Bucket> groups = new LinkedHashMap<>();
    private long submission;

    /** The one finding that a workbook cannot be taken in, and why. */
    public static FindingBatch ofWorkbook(String rule) {
        FindingBatch batch = new FindingBatch();
        batch.accept(new Finding(Severity.REJECT, rule, null, null, null, null, null, Map.of()));
        return batch;
    }

    /** What follows concerns this submission; 0 for the workbook as a whole. */
    public void of(long submission) {
        this.submission = submission;
    }

    @Override
    public void accept(Finding finding) {
        add(finding, 1, 0);
    }

    /**
     * @param total how many such findings this one stands for; the details of the others are not told
     * @param answered how many of those others an explanation answers
     */
    public void add(Finding finding, long total, long answered) {
        Bucket bucket = groups.computeIfAbsent(
                new Group(
                        submission,
                        finding.severity(),
                        finding.rule(),
                        Objects.requireNonNullElse(finding.column(), "")),
                g -> new Bucket());
        bucket.total += total;
        bucket.answered += answered;
        if (bucket.details.size() < MOST) {
            bucket.details.add(finding);
        }
    }

    public void clear() {
        groups.clear();
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** All details in the order they were found, group by group. */
    public List<Finding> details() {
        return groups.values().stream().flatMap(b -> b.details.stream()).toList();
    }

    /** Takes over what another batch holds. */
    public void addAll(FindingBatch other) {
        other.groups.forEach((group, bucket) -> {
            of(group.submission);
            for (int i = 0; i < bucket.details.size(); i++) {
                boolean last = i == bucket.details.size() - 1;
                add(bucket.details.get(i), last ? bucket.total - i : 1, last ? bucket.answered : 0);
            }
        });
    }

    /** Writes details and counts in the connection's transaction and forgets them. */
    public void write(Connection connection, long reading) throws SQLException {
        try (PreparedStatement total = connection.prepareStatement(
                        "insert into xianbao.finding_total as t values (?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (reading, submission, severity, rule, column_name) do update set"
                                + " total = t.total + excluded.total, answered = t.answered + excluded.answered"
                                + " returning total");
                PreparedStatement detail =
                        connection.prepareStatement("insert into xianbao.finding (reading, submission,"
                                + " severity, rule, sheet, cell, row_no, column_name, reported, expected, zh, en, subject)"
                                + " values (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var entry : groups.entrySet()) {
                Group group = entry.getKey();
                Bucket bucket = entry.getValue();
                long before = count(total, reading, group, bucket) - bucket.total;
                long room = Math.max(0, MOST - before);
                for (Finding finding : bucket.details.subList(0, (int) Math.min(room, bucket.details.size()))) {
                    detail(detail, reading, group.submission, finding);
                }
            }
            detail.executeBatch();
        }
        clear();
    }

    private static long count(PreparedStatement total, long reading, Group group, Bucket more) throws SQLException {
        total.setLong(1, reading);
        total.setLong(2, group.submission);
        total.setString(3, word(group.severity));
        total.setString(4, group.rule);
        total.setString(5, group.column);
        total.setLong(6, more.total);
        total.setLong(7, more.answered);
        try (ResultSet result = total.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void detail(PreparedStatement detail, long reading, long submission, Finding finding)
            throws SQLException {
        detail.setLong(1, reading);
        detail.setLong(2, submission);
        detail.setString(3, word(finding.severity()));
        detail.setString(4, finding.rule());
        detail.setString(5, finding.sheet());
        detail.setString(6, finding.cell() == null ? null : finding.cell().toString());
        detail.setObject(7, finding.cell() == null ? null : finding.cell().row() + 1, java.sql.Types.INTEGER);
        detail.setString(8, finding.column());
        detail.setString(9, StoredText.ofNullable(finding.reported()));
        detail.setString(10, StoredText.ofNullable(finding.expected()));
        detail.setString(11, StoredText.of(Messages.of(finding, Locale.CHINESE)));
        detail.setString(12, StoredText.of(Messages.of(finding, Locale.ENGLISH)));
        detail.setString(13, StoredText.of(finding.subject()));
        detail.addBatch();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
