package org.xianbao.suggest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.definition.SqlText;

/**
 * One thing that must hold, 审核关系: a rule of the definition, or what a rule says of one column's printed total.
 *
 * @param number its place in the list
 * @param sql boolean SQL over a row, or with aggregates over all of them; null for a total
 * @param perRow whether it is judged row by row
 * @param columns those it reads
 * @param equations where its sides must agree
 * @param previous whether it looks at the period before
 * @param total the column whose printed total it is about; null for other rules
 */
record Relation(
        int number,
        Rule rule,
        @Nullable String sql,
        boolean perRow,
        Set<String> columns,
        List<Comparison> equations,
        boolean previous,
        @Nullable String total) {

    static Relation of(int number, Rule rule, Rule.Condition condition, boolean perRow, ReturnDefinition layout) {
        SqlText text = new SqlText(condition.sql());
        SqlText then = new SqlText(condition.then());
        Set<String> columns = columns(text, layout);
        Set<String> refusable = new LinkedHashSet<>(columns);
        if (text.usesPrevious()) {
            refusable.addAll(layout.key());
        }
        return new Relation(
                number,
                rule,
                unlessRefused(refusable, perRow ? text.flattened() : text.toString(), perRow),
                perRow,
                columns,
                Comparison.equations(perRow ? then.flattened() : then.toString()),
                text.usesPrevious(),
                null);
    }

    static Relation total(int number, Rule rule, String column) {
        return new Relation(number, rule, null, false, Set.of(column), List.of(), false, column);
    }

    private static Set<String> columns(SqlText text, ReturnDefinition layout) {
        Set<String> fields = text.fields(layout.columns());
        return layout.columns().stream()
                .filter(c -> c.stored().stream().anyMatch(f -> fields.contains(f.name())))
                .map(Column::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As in judging: a refused cell has its finding, and what reads it, or looks back by it, is not judged. */
    private static String unlessRefused(Set<String> columns, String check, boolean perRow) {
        if (columns.isEmpty()) {
            return "(" + check + ")";
        }
        String refused = columns.stream()
                .map(c -> "f._missing @> '{\"" + c + "\": \"refused\"}'")
                .collect(Collectors.joining(" or "));
        return "case when (%s) is not true then (%s) end"
                .formatted(perRow ? refused : "bool_or(" + refused + ")", check);
    }
}
