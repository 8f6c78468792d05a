package org.xianbao.judge;

import java.util.Optional;
import java.util.Set;
import org.xianbao.definition.Column;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.definition.SqlText;

/** What a rule says in SQL, and which column it is about. */
final class RuleText {
    private RuleText() {}

    /** The condition of a rule that carries SQL of its own. */
    private static Rule.Condition condition(Rule rule) {
        if (rule.check() instanceof Rule.Check.Row row) {
            return row.condition();
        }
        if (rule.check() instanceof Rule.Check.Submission submission) {
            return submission.condition();
        }
        throw new IllegalArgumentException(rule.name() + " carries no SQL of its own");
    }

    /** Its SQL. */
    static SqlText of(Rule rule) {
        return new SqlText(condition(rule).sql());
    }

    /**
     * The column whose cell a rule marks: the first that must hold something or be unique; empty when it names none. A
     * total marks each column that it is of.
     */
    static Optional<Column> marked(ReturnDefinition layout, Rule rule) {
        if (rule.at() != null) {
            return layout.column(rule.at());
        }
        if (rule.check() instanceof Rule.Check.Unique unique) {
            return layout.column(unique.columns().get(0));
        }
        if (rule.check() instanceof Rule.Check.Apart apart) {
            return layout.column(apart.columns().get(0));
        }
        if (rule.check() instanceof Rule.Check.Totals) {
            return Optional.empty();
        }
        Set<String> fields = new SqlText(condition(rule).then()).fields(layout.columns());
        return fields.stream()
                .flatMap(f -> layout.columns().stream()
                        .filter(c -> c.stored().stream().anyMatch(s -> s.name().equals(f))))
                .findFirst();
    }
}
