package org.xianbao.suggest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.warehouse.RuleRole;

/**
 * Puts hints beside the findings of submissions, in the transaction that judges them. A submission without rejects and
 * queries costs nothing; one whose cause is not found in time has no hint.
 */
public final class Suggestions {
    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

    private static final String COMPLAINTS = "select submission, id, rule, row_no, column_name, cell, reported from ("
            + "select f.*, row_number() over (partition by submission, rule, column_name order by id) as n"
            + " from xianbao.finding f where submission = any (?) and severity in ('reject', 'query')) f where n <= 200"
            + " order by submission, id";

    private static final String TELL = "update xianbao.finding set hint_zh = ?, hint_en = ? where id = ?";

    /** Placing a finding does not change what it is counted under. */
    private static final String PLACE =
            "update xianbao.finding set row_no = ?, cell = ?, reported = coalesce(?, reported) where id = ?";

    private final Connection connection;
    private final ReturnDefinition layout;
    private final Period period;
    private final Likeness likeness;

    public Suggestions(Connection connection, Definitions definitions, ReturnDefinition layout, Period period) {
        this.connection = connection;
        this.layout = layout;
        this.period = period;
        this.likeness = new Likeness(definitions.lists());
    }

    /** Looks for the causes of what is wrong with these submissions; their findings have been written. */
    public void suggest(Collection<Long> submissions) throws SQLException {
        for (Map.Entry<Long, List<Complaint>> submission :
                complaints(submissions).entrySet()) {
            attempt(submission.getKey(), submission.getValue());
        }
    }

    private Map<Long, List<Complaint>> complaints(Collection<Long> submissions) throws SQLException {
        Map<Long, List<Complaint>> complaints = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COMPLAINTS)) {
            select.setArray(1, connection.createArrayOf("bigint", submissions.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    complaints
                            .computeIfAbsent(row.getLong(1), s -> new ArrayList<>())
                            .add(new Complaint(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getObject(4, Integer.class),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7)));
                }
            }
        }
        return complaints;
    }

    /** Judging must not fail, or wait, for want of a hint. */
    private void attempt(long submission, List<Complaint> complaints) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            Diagnosis diagnosis = new Diagnosis(connection, layout, period, likeness, submission, complaints);
            RuleRole.during(connection, () -> {
                statement.execute("set local statement_timeout = '10s'");
                diagnosis.find();
            });
            write(diagnosis.hints(), diagnosis);
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            connection.rollback(before);
            LOG.warn("no hints for submission {} of {}: SQLSTATE {}", submission, layout.name(), e.getSQLState());
        }
        connection.releaseSavepoint(before);
    }

    private void write(Map<Complaint, Hint> hints, Diagnosis diagnosis) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(TELL);
                PreparedStatement place = connection.prepareStatement(PLACE)) {
            for (Map.Entry<Complaint, Hint> told : hints.entrySet()) {
                Hint hint = told.getValue();
                tell.setString(1, hint.text().zh());
                tell.setString(2, hint.text().en());
                tell.setLong(3, told.getKey().id());
                tell.addBatch();
                if (movable(told.getKey())) {
                    place(place, told.getKey(), hint, diagnosis.excerpt());
                }
            }
            tell.executeBatch();
            place.executeBatch();
        }
    }

    /** What is said of a whole return stands at no cell, or at its total, and moves to the cell that is likely wrong. */
    private boolean movable(Complaint complaint) {
        return complaint.cell() == null
                || layout.rules().stream()
                        .anyMatch(r -> r.name().equals(complaint.rule()) && r.check() instanceof Rule.Check.Submission);
    }

    private static void place(PreparedStatement place, Complaint complaint, Hint hint, Excerpt excerpt)
            throws SQLException {
        var spot = hint.spots().stream().findFirst();
        var cell = spot.flatMap(excerpt::cell);
        if (cell.isPresent()) {
            place.setInt(1, cell.get().row() + 1);
            place.setString(2, cell.get().toString());
            place.setString(3, spot.map(excerpt::figure).map(Object::toString).orElse(null));
            place.setLong(4, complaint.id());
            place.addBatch();
        }
    }
}
