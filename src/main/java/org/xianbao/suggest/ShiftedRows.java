package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A column whose figures slipped by one row: most stand where their neighbour's figure stood in the period before, and
 * hardly any where their own did.
 */
final class ShiftedRows {
    private static final int FEW = 3;
    private static final double MOST = 0.8;
    private static final double HARDLY = 0.2;
    /** As good as the same. */
    private static final double SAME = 0.05;

    private final Excerpt excerpt;
    private final Map<Integer, Relation> relations = new LinkedHashMap<>();

    ShiftedRows(Excerpt excerpt, List<Relation> relations) {
        this.excerpt = excerpt;
        relations.forEach(r -> this.relations.put(r.number(), r));
    }

    /** The breaches that read such a column, with the hint for each. */
    Map<Breach, Hint> hints(Set<Breach> broken) {
        Map<Breach, Hint> hints = new LinkedHashMap<>();
        if (!excerpt.whole()) {
            return hints;
        }
        for (String column : excerpt.figures()) {
            for (int by : new int[] {1, -1}) {
                if (shifted(column, by)) {
                    Hint hint = Hint.block(
                            by > 0 ? "rows-down" : "rows-up",
                            Map.of("column", excerpt.places().getOrDefault(column, column)));
                    broken.stream()
                            .filter(b -> Objects.requireNonNull(relations.get(b.relation()))
                                    .columns()
                                    .contains(column))
                            .forEach(b -> hints.put(b, hint));
                }
            }
        }
        return hints;
    }

    private boolean shifted(String column, int by) {
        List<SheetRow> rows = excerpt.rows();
        int compared = 0;
        int neighbours = 0;
        int own = 0;
        for (int i = Math.max(0, by); i < rows.size() + Math.min(0, by); i++) {
            BigDecimal figure = rows.get(i).figure(column);
            BigDecimal before = rows.get(i).before().get(column);
            BigDecimal neighbour = rows.get(i - by).before().get(column);
            if (figure != null && before != null && neighbour != null && figure.signum() != 0) {
                compared++;
                neighbours += same(figure, neighbour) ? 1 : 0;
                own += same(figure, before) ? 1 : 0;
            }
        }
        return compared >= FEW && neighbours >= MOST * compared && own <= HARDLY * compared;
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().doubleValue() <= SAME * b.abs().doubleValue();
    }
}
