package org.xianbao.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.suggest.Suggestions;
import org.xianbao.warehouse.FactTable;
import org.xianbao.warehouse.FindingBatch;
import org.xianbao.warehouse.Leaves;

/**
 * Judges what was loaded: the rules as SQL, then verdict, measures and publication, one transaction for all submissions
 * of one return, layout and period. Periods go in order, so that each is compared with the one before it.
 */
public final class Judge {
    /** So many new rows make the planner's old counts misleading. */
    private static final int MANY = 1000;

    private final DataSource database;
    private final Definitions definitions;

    public Judge(DataSource database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    /** Judges every submission of the return that the batch loaded and that has no verdict yet; idempotent. */
    public void judge(String batch, String returnName) throws SQLException {
        for (List<Submission> group : groups(batch, returnName)) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                judge(connection, batch, group);
                connection.commit();
            }
        }
    }

    /**
     * Publishes a submission whatever its verdict, and measures it when it is not measured yet.
     *
     * @return whether there is such a submission, read to its end
     */
    public boolean publish(long id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Optional<Submission> found = Submission.loaded(connection, id);
            if (found.isEmpty()) {
                return false;
            }
            Submission submission = found.get();
            ReturnDefinition layout = layout(submission);
            Verdicts.publish(connection, submission, true);
            if (!Measuring.measured(connection, id)) {
                new Measuring(connection, layout, period(submission, layout))
                        .measure(List.of(submission), indicators(submission));
            }
            connection.commit();
            return true;
        }
    }

    private ReturnDefinition layout(Submission of) {
        return definitions.layouts(of.returnName()).stream()
                .filter(l -> l.since().equals(of.since()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "return " + of.returnName() + " since " + of.since() + " is not defined"));
    }

    private static Period period(Submission of, ReturnDefinition layout) {
        return Period.parse(of.period(), layout.every())
                .orElseThrow(() -> new IllegalStateException("no period: " + of.period()));
    }

    private List<Indicator> indicators(Submission of) {
        return definitions.indicators().stream()
                .filter(i -> i.from().equals(of.returnName()))
                .toList();
    }

    private List<List<Submission>> groups(String batch, String returnName) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return group(Submission.unjudged(connection, batch, returnName));
        }
    }

    private static List<List<Submission>> group(List<Submission> unjudged) {
        Map<String, List<Submission>> groups = new LinkedHashMap<>();
        unjudged.forEach(s -> groups.computeIfAbsent(s.since() + " " + s.period(), k -> new ArrayList<>())
                .add(s));
        return List.copyOf(groups.values());
    }

    private void judge(Connection connection, String batch, List<Submission> group) throws SQLException {
        Submission any = group.get(0);
        ReturnDefinition layout = layout(any);
        Period period = period(any, layout);
        if (group.stream().mapToLong(Submission::rows).sum() >= MANY) {
            Leaves.analyze(connection, FactTable.of(definitions.layouts(any.returnName())), period);
        }
        Map<Long, FindingBatch> findings = new LinkedHashMap<>();
        group.forEach(s -> {
            FindingBatch found = new FindingBatch();
            found.of(s.id());
            findings.put(s.id(), found);
        });
        List<Submission> read = group.stream().filter(Submission::read).toList();
        if (!read.isEmpty()) {
            new RuleRun(connection, layout, period, read, findings).run();
        }
        Explaining explaining = new Explaining(
                connection, layout, period, definitions.settings().explanations());
        List<Submission> standing = new Verdicts(connection, definitions, explaining).pass(group, findings);
        new Earlier(connection, batch, layout, period, explaining).ask(read);
        new Suggestions(connection, definitions, layout, period)
                .suggest(read.stream().map(Submission::id).toList());
        List<Indicator> failed = new Measuring(connection, layout, period).measure(standing, indicators(any));
        for (Submission submission : standing) {
            FindingBatch notes = new FindingBatch();
            notes.of(submission.id());
            failed.forEach(
                    i -> notes.accept(Verdicts.note(submission, "measure-failed", Map.of("indicator", i.name()))));
            notes.write(connection, submission.reading());
        }
    }
}
