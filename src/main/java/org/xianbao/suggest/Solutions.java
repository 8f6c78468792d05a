package org.xianbao.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What each cell would have to say for each broken equation to hold, everything else being as it is. */
final class Solutions {
    /** Cells that are probed, each with two variants. */
    private static final int MOST_CELLS = 1_500;

    private static final int DIGITS = 12;

    private final Excerpt excerpt;
    private final Map<Integer, Relation> relations;
    private final Trial trial;
    private final Map<Spot, Map<Breach, BigDecimal>> solutions = new HashMap<>();

    Solutions(Excerpt excerpt, Map<Integer, Relation> relations, Trial trial) {
        this.excerpt = excerpt;
        this.relations = relations;
        this.trial = trial;
    }

    /** The solutions for a cell; of a blank one also for equations that could not be judged for want of it. */
    Map<Breach, BigDecimal> of(Spot spot) {
        return solutions.getOrDefault(spot, Map.of());
    }

    private Relation relation(Breach breach) {
        return Objects.requireNonNull(relations.get(breach.relation()));
    }

    /** Where a line through two figures of a cell crosses nought, its equation is solved. */
    void solve(Collection<Breach> breaches) throws SQLException {
        Set<Spot> spots = new LinkedHashSet<>();
        Set<Relation> equations = new LinkedHashSet<>();
        for (Breach breach : breaches) {
            if (!relation(breach).equations().isEmpty()) {
                spots.addAll(excerpt.spots(relation(breach), breach));
                equations.add(relation(breach));
            }
        }
        if (spots.stream().anyMatch(s -> excerpt.figure(s) == null)) {
            relations.values().stream().filter(r -> !r.equations().isEmpty()).forEach(equations::add);
        }
        List<Spot> probed = spots.stream().limit(MOST_CELLS).toList();
        List<Variant> probes = new ArrayList<>();
        for (Spot spot : probed) {
            probes.add(probe(spot, figure(spot)));
            probes.add(probe(spot, figure(spot).add(BigDecimal.ONE)));
        }
        var differences = trial.differences(probes, List.copyOf(equations));
        for (int i = 0; i < probed.size(); i++) {
            Spot spot = probed.get(i);
            var next = differences.get(2 * i + 1);
            differences.get(2 * i).forEach((equation, difference) -> {
                BigDecimal then = next.get(equation);
                boolean open = excerpt.figure(spot) == null || breaches.contains(equation.breach());
                if (open && difference.signum() != 0 && then != null) {
                    cross(figure(spot), difference, then.subtract(difference))
                            .ifPresent(x -> put(spot, equation.breach(), rounded(spot, x)));
                }
            });
        }
        breaches.forEach(this::total);
    }

    private Variant probe(Spot spot, BigDecimal figure) {
        return Variant.of(new Change(spot, excerpt.figure(spot), figure, Slip.NONE));
    }

    private void put(Spot spot, Breach breach, BigDecimal solved) {
        solutions.computeIfAbsent(spot, s -> new LinkedHashMap<>()).putIfAbsent(breach, solved);
    }

    private static Optional<BigDecimal> cross(BigDecimal at, BigDecimal difference, BigDecimal slope) {
        return slope.signum() == 0
                ? Optional.empty()
                : Optional.of(at.subtract(difference.divide(slope, DIGITS, RoundingMode.HALF_EVEN)));
    }

    private void total(Breach breach) {
        String column = relation(breach).total();
        if (column == null) {
            return;
        }
        BigDecimal sum = excerpt.outside().getOrDefault(column, BigDecimal.ZERO);
        for (SheetRow row : excerpt.rows()) {
            BigDecimal figure = row.figure(column);
            sum = figure == null ? sum : sum.add(figure);
        }
        BigDecimal missing =
                Objects.requireNonNull(excerpt.totals().get(column)).figure().subtract(sum);
        for (Spot spot : excerpt.spots(relation(breach), breach)) {
            put(
                    spot,
                    breach,
                    Slips.plain(excerpt.printed(spot) == null ? figure(spot).add(missing) : sum));
        }
    }

    private BigDecimal figure(Spot spot) {
        return Objects.requireNonNullElse(excerpt.figure(spot), BigDecimal.ZERO);
    }

    private BigDecimal rounded(Spot spot, BigDecimal figure) {
        return Slips.plain(figure.setScale(excerpt.decimals(spot.column()), RoundingMode.HALF_UP));
    }
}
