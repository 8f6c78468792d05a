package org.xianbao.suggest;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column that was filled in with another unit from top to bottom: multiplied by one power of ten, and by no other, all
 * its rows hold what they broke.
 */
final class WholeColumn {
    /** Fewer rows could be so by chance. */
    private static final int FEW = 5;

    private static final int[] EXPONENTS = {-4, -3, -2, -1, 1, 2, 3, 4};

    private final Excerpt excerpt;
    private final List<Relation> relations;
    private final Trial trial;
    private final Set<Breach> broken;

    WholeColumn(Excerpt excerpt, List<Relation> relations, Trial trial, Set<Breach> broken) {
        this.excerpt = excerpt;
        this.relations = relations;
        this.trial = trial;
        this.broken = broken;
    }

    /** The breaches that such columns explain, with the hint for each. */
    Map<Breach, Hint> hints() throws SQLException {
        Map<String, Set<Breach>> byColumn = byColumn();
        List<Variant> variants = new ArrayList<>();
        byColumn.keySet().forEach(column -> {
            for (int exponent : EXPONENTS) {
                variants.add(Variant.multiplied(column, BigDecimal.ONE.scaleByPowerOfTen(-exponent)));
            }
        });
        List<@Nullable Set<Breach>> outcomes = trial.breaches(variants, relations);
        Map<Breach, Hint> hints = new LinkedHashMap<>();
        int n = 0;
        for (Map.Entry<String, Set<Breach>> column : byColumn.entrySet()) {
            List<Integer> mending = new ArrayList<>();
            for (int exponent : EXPONENTS) {
                Set<Breach> outcome = outcomes.get(n++);
                if (outcome != null && mends(outcome, column.getValue())) {
                    mending.add(exponent);
                }
            }
            if (mending.size() == 1) {
                Hint hint = hint(column.getKey(), mending.get(0));
                column.getValue().forEach(b -> hints.put(b, hint));
            }
        }
        return hints;
    }

    /** The columns in which most rows that have a figure break something. */
    private Map<String, Set<Breach>> byColumn() {
        Map<String, Set<Breach>> byColumn = new LinkedHashMap<>();
        for (String column : excerpt.figures()) {
            Set<Breach> breaches = broken.stream()
                    .filter(b ->
                            b.row() > 0 && relations.get(index(b)).columns().contains(column))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<Integer> rows = new HashSet<>();
            breaches.forEach(b -> rows.add(b.row()));
            long filled = excerpt.rows().stream()
                    .filter(r -> r.figure(column) != null)
                    .count();
            if (rows.size() >= FEW && rows.size() * 2L > filled) {
                byColumn.put(column, breaches);
            }
        }
        return byColumn;
    }

    private int index(Breach breach) {
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).number() == breach.relation()) {
                return i;
            }
        }
        throw new IllegalArgumentException("no relation " + breach.relation());
    }

    private boolean mends(Set<Breach> outcome, Set<Breach> breaches) {
        return outcome.stream().allMatch(b -> broken.contains(b) && !breaches.contains(b));
    }

    private Hint hint(String column, int exponent) {
        var why = new Wording(excerpt).magnitude(column, exponent);
        String place = excerpt.places().getOrDefault(column, column);
        var zh = Hint.block("column-magnitude", Map.of("column", place, "why", why.zh()));
        var en = Hint.block("column-magnitude", Map.of("column", place, "why", why.en()));
        return new Hint(
                new org.xianbao.definition.Bilingual(zh.text().zh(), en.text().en()), List.of());
    }
}
