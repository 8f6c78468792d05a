package org.xianbao.judge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xianbao.definition.Column;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.warehouse.FindingBatch;

/**
 * Which of the rows that break a rule are told. Only so many are, a submission and rule, those that an earlier
 * explanation answers last; the last row told stands for all that are not.
 */
final class Telling {
    private static final int MOST = FindingBatch.MOST;

    private Telling() {}

    /**
     * The statement around one that gives {@code (submission, row, n, vals, subject)}: in place of all rows those that are
     * told, with {@code stands_for}, how many rows each is told for, and {@code answered}, how many of the others it
     * stands for an explanation answers.
     *
     * @param rules those that {@code n} counts
     */
    static String most(String broken, ReturnDefinition layout, Period period, List<Rule> rules) {
        return "select submission, row, n, vals, subject,"
                + " case when k = told then total - told + 1 else 1 end as stands_for,"
                + " case when k = told then answered - told + least(total - answered, told) else 0 end as answered"
                + " from (select c.*, least(total, " + MOST + ") as told from (select b.*, count(*) over g as total,"
                + " count(*) filter (where explained) over g as answered,"
                + " row_number() over (partition by submission, n order by explained, row) as k"
                + " from (select b.*, " + explained(layout, period, rules) + " as explained from (" + broken
                + ") b) b window g as (partition by submission, n)) c) q where k <= told order by submission, n, row";
    }

    /** Hashed once, whatever the number of broken rows; those of the period are few. */
    private static String explained(ReturnDefinition layout, Period period, List<Rule> rules) {
        String columns =
                array(rules, r -> RuleText.marked(layout, r).map(Column::name).orElse(""));
        return "(b.submission, " + array(rules, Rule::name) + ", " + columns + ", b.subject) in (select e.submission,"
                + " e.rule, e.column_name, e.subject from xianbao.explained e where e.return_name = '" + layout.name()
                + "' and e.period = '" + period.label() + "') is true";
    }

    private static String array(List<Rule> rules, Function<Rule, String> word) {
        return rules.stream()
                .map(r -> "'" + word.apply(r) + "'")
                .collect(Collectors.joining(", ", "(array[", "])[b.n + 1]"));
    }
}
