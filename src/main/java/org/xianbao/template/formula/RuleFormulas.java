package org.xianbao.template.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/** The row rules of a return as formulas over the cells of its form. */
public final class RuleFormulas {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Function<Column, @Nullable String> cells;
    private final Map<String, CodeList> lists;
    private final MissingMarks missing;
    private final Period period;

    /**
     * A rule as a formula.
     *
     * @param holds true unless the cells break the rule
     * @param columns those whose cells it reads
     */
    public record RuleFormula(Rule rule, String holds, Set<String> columns) {}

    /** @param cells where a column's cell stands, as in {@code $G8}; null when it has none */
    public RuleFormulas(
            ReturnDefinition definition,
            Map<String, CodeList> lists,
            Period period,
            Function<Column, @Nullable String> cells) {
        definition.columns().forEach(c -> columns.put(c.name(), c));
        this.cells = cells;
        this.lists = lists;
        this.missing = new MissingMarks(definition.form().missing());
        this.period = period;
    }

    /** Empty when the rule is none over a row, or says something that a spreadsheet does not. */
    public Optional<RuleFormula> of(Rule rule) {
        if (!(rule.check() instanceof Rule.Check.Row row)) {
            return Optional.empty();
        }
        try {
            Translation translation = new Translation(columns, cells, lists, missing, period);
            String truth = truth(translation, row.condition());
            List<String> guards = translation.guards();
            String holds = guards.isEmpty() ? truth : "IF(" + Excel.and(guards) + "," + truth + ",TRUE)";
            return Optional.of(new RuleFormula(rule, holds, translation.named()));
        } catch (NotTranslatable e) {
            return Optional.empty();
        }
    }

    private static String truth(Translation translation, Rule.Condition condition) {
        List<String> parts = new ArrayList<>();
        if (condition.when() != null) {
            parts.add("NOT(" + translation.condition(SqlParser.parse(condition.when())) + ")");
        }
        parts.add(translation.condition(SqlParser.parse(condition.then())));
        return Excel.or(parts);
    }
}
