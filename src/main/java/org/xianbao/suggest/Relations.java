package org.xianbao.suggest;

import java.util.ArrayList;
import java.util.List;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/** The relations of a layout, in the order of its rules. What must be unique is no relation: it identifies, it does not add up. */
final class Relations {
    private Relations() {}

    static List<Relation> of(ReturnDefinition layout) {
        List<Relation> relations = new ArrayList<>();
        for (Rule rule : layout.rules()) {
            int next = relations.size();
            if (rule.check() instanceof Rule.Check.Row row) {
                relations.add(Relation.of(next, rule, row.condition(), true, layout));
            } else if (rule.check() instanceof Rule.Check.Submission submission) {
                relations.add(Relation.of(next, rule, submission.condition(), false, layout));
            } else if (rule.check() instanceof Rule.Check.Totals totals) {
                for (String column : totals.columns()) {
                    relations.add(Relation.total(relations.size(), rule, column));
                }
            }
        }
        return relations;
    }
}
