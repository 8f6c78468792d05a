package org.xianbao.suggest;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

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

    /** The breaches that such a column explains, and no other as well, with the hint for each. */
    Map<Breach, Hint> hints() throws SQLException {
        Map<String, Set<Breach>> byColumn = byColumn();
        List<Variant> variants = new ArrayList<>();
        byColumn.keySet().forEach(column -> {
            for (int exponent : EXPONENTS) {
                variants.add(Variant.multiplied(column, BigDecimal.ONE.scaleByPowerOfTen(-exponent)));
            }
        });
        List<@Nullable Set<Breach>> outcomes = trial.breaches(variants, relations);
        Map<Set<Breach>, List<Hint>> explained = new LinkedHashMap<>();
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
                explained
                        .computeIfAbsent(column.getValue(), b -> new ArrayList<>())
                        .add(hint(column.getKey(), mending.get(0)));
            }
        }
        Map<Breach, Hint> hints = new LinkedHashMap<>();
        explained.forEach((breaches, columns) -> {
            if (columns.size() == 1) {
                breaches.forEach(b -> hints.put(b, columns.get(0)));
            }
        });
        return hints;
    }

    /** The columns in which most rows that have a figure break something. */
    private Map<String, Set<Breach>> byColumn() {
        Map<String, Set<Breach>> byColumn = new LinkedHashMap<>();
        for (String column : excerpt.figures()) {
            Set<Breach> breaches = broken.stream()
                    .filter(b -> b.row() > 0 && relation(b).columns().contains(column))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            long rows = breaches.stream().map(Breach::row).distinct().count();
            if (rows >= FEW && most(column, breaches, rows)) {
                byColumn.put(column, breaches);
            }
        }
        return byColumn;
    }

    /** Of a large submission only the rows with findings are here: how many there are has been counted. */
    private boolean most(String column, Set<Breach> breaches, long rows) {
        if (excerpt.whole()) {
            return rows * 2
                    > excerpt.rows().stream()
                            .filter(r -> r.figure(column) != null)
                            .count();
        }
        return breaches.stream()
                .map(b -> relation(b).rule().name())
                .distinct()
                .anyMatch(rule -> excerpt.counted().getOrDefault(rule, 0L) * 2 > excerpt.size());
    }

    private Relation relation(Breach breach) {
        return relations.stream()
                .filter(r -> r.number() == breach.relation())
                .findFirst()
                .orElseThrow();
    }

    private boolean mends(Set<Breach> outcome, Set<Breach> breaches) {
        return outcome.stream().allMatch(b -> broken.contains(b) && !breaches.contains(b));
    }

    private Hint hint(String column, int exponent) {
        var why = new Wording(excerpt).magnitude(column, exponent);
        String place = excerpt.places().getOrDefault(column, column);
        var zh = Hint.block("column-magnitude", Map.of("column", place, "why", why.zh()));
        var en = Hint.block("column-magnitude", Map.of("column", place, "why", why.en()));
        return new Hint(new Bilingual(zh.text().zh(), en.text().en()), List.of());
    }
}
