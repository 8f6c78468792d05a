package org.xianbao.suggest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/** Looks for what is wrong with one submission: first in its blocks, then in its cells. */
final class Diagnosis {
    /** Rows with findings that are looked at. */
    private static final int MOST_ROWS = 200;

    private final Connection connection;
    private final Likeness likeness;
    private final List<Complaint> complaints;
    private final Excerpt excerpt;
    private final Map<Complaint, Hint> hints = new LinkedHashMap<>();

    Diagnosis(
            Connection connection,
            ReturnDefinition layout,
            Period period,
            Likeness likeness,
            long submission,
            List<Complaint> complaints)
            throws SQLException {
        this.connection = connection;
        this.likeness = likeness;
        this.complaints = complaints;
        Set<String> totals = layout.rules().stream()
                .filter(r -> r.check() instanceof Rule.Check.Totals)
                .map(Rule::name)
                .collect(Collectors.toSet());
        this.excerpt = new ExcerptReader(connection, layout, period)
                .read(
                        submission,
                        complaints.stream()
                                .filter(c -> !totals.contains(c.rule()))
                                .map(Complaint::row)
                                .filter(Objects::nonNull)
                                .distinct()
                                .limit(MOST_ROWS)
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        complaints.stream()
                                .filter(c -> totals.contains(c.rule()) && c.column() != null)
                                .map(c -> Objects.requireNonNull(c.column()))
                                .collect(Collectors.toSet()));
    }

    Excerpt excerpt() {
        return excerpt;
    }

    /** What was found, by the finding it belongs to. */
    Map<Complaint, Hint> hints() {
        return hints;
    }

    /** As the role that runs the rules. */
    void find() throws SQLException {
        hints.putAll(new ShiftedColumns(excerpt, likeness, ofCells()).hints());
        if (!hints.isEmpty()) {
            return;
        }
        Trial trial = new Trial(connection, excerpt);
        List<Relation> relations = trial.calculable(Relations.of(excerpt.layout()));
        Set<Breach> broken = Objects.requireNonNullElse(
                trial.breaches(List.of(Variant.AS_SENT), relations).get(0), Set.of());
        if (broken.isEmpty()) {
            return;
        }
        Map<Breach, Hint> found = new HashMap<>(new ShiftedRows(excerpt, relations).hints(broken));
        new WholeColumn(excerpt, relations, trial, broken).hints().forEach(found::putIfAbsent);
        if (found.isEmpty()) {
            cells(relations, trial, broken, found);
        }
        Map<Integer, Relation> byNumber = new HashMap<>();
        relations.forEach(r -> byNumber.put(r.number(), r));
        found.forEach((breach, hint) -> attach(Objects.requireNonNull(byNumber.get(breach.relation())), breach, hint));
    }

    private void cells(List<Relation> relations, Trial trial, Set<Breach> broken, Map<Breach, Hint> found)
            throws SQLException {
        Wording wording = new Wording(excerpt);
        for (List<Mend> mends : new Localisation(excerpt, relations, trial, broken).mends()) {
            Hint hint = wording.hint(mends);
            mends.get(0).breaches().forEach(b -> found.put(b, hint));
        }
    }

    /** Findings that no rule of the definition made, but a reader of cells. */
    private List<Complaint> ofCells() {
        Set<String> rules = excerpt.layout().rules().stream().map(Rule::name).collect(Collectors.toSet());
        return complaints.stream().filter(c -> !rules.contains(c.rule())).toList();
    }

    private void attach(Relation relation, Breach breach, Hint hint) {
        complaints.stream()
                .filter(c -> c.rule().equals(relation.rule().name()))
                .filter(c -> relation.total() == null || relation.total().equals(c.column()))
                .filter(c -> breach.row() == 0 || concerns(c, breach.row()))
                .forEach(c -> hints.put(c, hint));
    }

    /** A finding on a cell that stands in one place has that cell's row, whatever row broke the rule. */
    private boolean concerns(Complaint complaint, int row) {
        Integer told = complaint.row();
        return told == null || told == row || excerpt.rows().stream().noneMatch(r -> r.number() == told);
    }
}
