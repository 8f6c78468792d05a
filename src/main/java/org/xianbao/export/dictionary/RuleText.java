package org.xianbao.export.dictionary;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.export.words.Words;

/** A rule in words and in SQL. */
final class RuleText {
    private RuleText() {}

    /** What is told when it is broken; else what it asks for; empty where only its SQL says that. */
    static Bilingual words(ReturnDefinition definition, Rule rule) {
        if (rule.say() != null) {
            return rule.say();
        }
        if (rule.check() instanceof Rule.Check.Unique unique) {
            return about("dictionary.rule.unique", definition, unique.columns(), "");
        }
        if (rule.check() instanceof Rule.Check.Totals totals) {
            return about(
                    "dictionary.rule.total",
                    definition,
                    totals.columns(),
                    totals.tolerance().toPlainString());
        }
        return new Bilingual("", "");
    }

    private static Bilingual about(String key, ReturnDefinition definition, List<String> columns, String tolerance) {
        String zh = names(definition, columns, true);
        String en = names(definition, columns, false);
        return new Bilingual(
                Words.of(key, Map.of("columns", zh, "tolerance", tolerance)).zh(),
                Words.of(key, Map.of("columns", en, "tolerance", tolerance)).en());
    }

    private static String names(ReturnDefinition definition, List<String> columns, boolean chinese) {
        return columns.stream()
                .map(name -> definition
                        .column(name)
                        .map(Column::title)
                        .map(t -> chinese ? t.zh() : t.en())
                        .orElse(name))
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    static String sql(Rule.Check check) {
        if (check instanceof Rule.Check.Row row) {
            return condition(row.condition());
        }
        if (check instanceof Rule.Check.Submission submission) {
            return condition(submission.condition());
        }
        if (check instanceof Rule.Check.Unique unique) {
            return "unique (" + String.join(", ", unique.columns()) + ")";
        }
        if (check instanceof Rule.Check.Totals totals) {
            return totals.columns().stream()
                    .map(c -> "abs(total(" + c + ") - sum(" + c + ")) <= "
                            + totals.tolerance().toPlainString())
                    .collect(Collectors.joining(" and "));
        }
        throw new IllegalArgumentException(check.toString());
    }

    private static String condition(Rule.Condition condition) {
        return condition.when() == null ? condition.then() : "when " + condition.when() + "\nthen " + condition.then();
    }
}
