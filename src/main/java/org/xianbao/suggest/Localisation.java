package org.xianbao.suggest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Error localisation (Fellegi and Holt, 1976): the fewest cells whose change makes every broken relation hold while none
 * that held breaks. Breaches that share no cell are looked at apart; of one group first single cells are tried, then pairs.
 * What a cell should say is solved from the equations, or undone from a slip of the hand.
 */
final class Localisation {
    /** What a submission may cost: variants tried, and rows judged again for them. */
    private static final int MOST_VARIANTS = 6_000;

    private static final int MOST_ROWS = 300_000;
    /** A group that breaks more than this is no slip in a cell or two. */
    private static final int MOST_BREACHES = 12;
    /** Groups that no single cell mends, which are tried two by two. */
    private static final int MOST_UNMENDED = 6;

    private final Excerpt excerpt;
    private final Map<Integer, Relation> relations;
    private final Trial trial;
    private final Evidence evidence;
    private final Set<Breach> broken;
    private final Notation notation;
    private final Map<Breach, Set<Spot>> reads = new HashMap<>();
    private final Map<Spot, Map<Breach, BigDecimal>> solutions = new HashMap<>();

    Localisation(Excerpt excerpt, List<Relation> relations, Trial trial, Set<Breach> broken) {
        this.excerpt = excerpt;
        this.relations = new LinkedHashMap<>();
        relations.forEach(r -> this.relations.put(r.number(), r));
        this.trial = trial;
        this.evidence = new Evidence(excerpt);
        this.broken = broken;
        this.notation = new Notation(excerpt.layout());
        broken.forEach(b -> reads.put(b, excerpt.spots(relation(b), b)));
    }

    private Relation relation(Breach breach) {
        return Objects.requireNonNull(relations.get(breach.relation()));
    }

    /** The mends of each group of breaches that has any: one, or two between which nothing decides. */
    List<List<Mend>> mends() throws SQLException {
        List<Set<Breach>> groups = groups();
        solve(groups);
        List<List<Mend>> mended = new ArrayList<>();
        List<Set<Breach>> left = tried(groups, g -> singles(g), mended);
        List<Set<Breach>> pairs = new ArrayList<>(left);
        for (int i = 0; i < Math.min(left.size(), MOST_UNMENDED); i++) {
            for (int j = i + 1; j < Math.min(left.size(), MOST_UNMENDED); j++) {
                Set<Breach> both = new LinkedHashSet<>(left.get(i));
                both.addAll(left.get(j));
                pairs.add(both);
            }
        }
        tried(pairs, this::pairs, mended);
        return mended;
    }

    /** Breaches that share a cell are of one group. Where a sum ties too many rows together, it is left out. */
    private List<Set<Breach>> groups() {
        List<Breach> ordered = broken.stream()
                .sorted(Comparator.comparing(Breach::row).thenComparing(Breach::relation))
                .toList();
        List<Set<Breach>> groups = new ArrayList<>();
        for (Set<Breach> group : groups(ordered)) {
            if (group.size() <= MOST_BREACHES) {
                groups.add(group);
            } else {
                groups.addAll(groups(group.stream().filter(b -> b.row() > 0).toList()));
            }
        }
        groups.removeIf(g -> g.size() > MOST_BREACHES);
        return groups;
    }

    private List<Set<Breach>> groups(List<Breach> breaches) {
        List<Set<Breach>> groups = new ArrayList<>();
        for (Breach breach : breaches) {
            Set<Breach> group = new LinkedHashSet<>();
            group.add(breach);
            groups.removeIf(other -> touching(other, breach) && group.addAll(other));
            groups.add(group);
        }
        return groups;
    }

    private boolean touching(Set<Breach> group, Breach breach) {
        return group.stream().anyMatch(b -> reads(b).stream().anyMatch(reads(breach)::contains));
    }

    private Set<Spot> reads(Breach breach) {
        return reads.getOrDefault(breach, Set.of());
    }

    /** Where a line through two figures of a cell crosses nought, its equation is solved. */
    private void solve(List<Set<Breach>> groups) throws SQLException {
        Set<Spot> spots = new LinkedHashSet<>();
        Set<Relation> equations = new LinkedHashSet<>();
        groups.forEach(g -> g.forEach(b -> {
            if (!relation(b).equations().isEmpty()) {
                spots.addAll(reads(b));
                equations.add(relation(b));
            }
        }));
        if (spots.stream().anyMatch(s -> excerpt.figure(s) == null)) {
            relations.values().stream().filter(r -> !r.equations().isEmpty()).forEach(equations::add);
        }
        List<Variant> probes = new ArrayList<>();
        List<Spot> probed = spots.stream().limit(MOST_VARIANTS / 4).toList();
        for (Spot spot : probed) {
            BigDecimal from = figure(spot);
            probes.add(Variant.of(change(spot, from)));
            probes.add(Variant.of(change(spot, from.add(BigDecimal.ONE))));
        }
        var differences = trial.differences(probes, List.copyOf(equations));
        for (int i = 0; i < probed.size(); i++) {
            var at = differences.get(2 * i);
            var next = differences.get(2 * i + 1);
            Spot spot = probed.get(i);
            at.forEach((equation, difference) -> {
                BigDecimal then = next.get(equation);
                boolean open = excerpt.figure(spot) == null || broken.contains(equation.breach());
                if (open && difference.signum() != 0 && then != null) {
                    cross(figure(spot), difference, then.subtract(difference)).ifPresent(x -> solutions
                            .computeIfAbsent(spot, s -> new LinkedHashMap<>())
                            .putIfAbsent(equation.breach(), rounded(spot, x)));
                }
            });
        }
        groups.forEach(g -> g.forEach(this::solveTotal));
    }

    private static java.util.Optional<BigDecimal> cross(BigDecimal at, BigDecimal difference, BigDecimal slope) {
        return slope.signum() == 0
                ? java.util.Optional.empty()
                : java.util.Optional.of(at.subtract(difference.divide(slope, 12, RoundingMode.HALF_EVEN)));
    }

    private void solveTotal(Breach breach) {
        String column = relation(breach).total();
        if (column == null) {
            return;
        }
        Excerpt.Printed printed = Objects.requireNonNull(excerpt.totals().get(column));
        BigDecimal sum = excerpt.outside().getOrDefault(column, BigDecimal.ZERO);
        for (SheetRow row : excerpt.rows()) {
            BigDecimal figure = row.figure(column);
            sum = figure == null ? sum : sum.add(figure);
        }
        BigDecimal missing = printed.figure().subtract(sum);
        for (Spot spot : reads(breach)) {
            BigDecimal solved = excerpt.printed(spot) == null ? figure(spot).add(missing) : sum;
            solutions.computeIfAbsent(spot, s -> new LinkedHashMap<>()).put(breach, Slips.plain(solved));
        }
    }

    private BigDecimal figure(Spot spot) {
        return Objects.requireNonNullElse(excerpt.figure(spot), BigDecimal.ZERO);
    }

    private BigDecimal rounded(Spot spot, BigDecimal figure) {
        return Slips.plain(figure.setScale(excerpt.decimals(spot.column()), RoundingMode.HALF_UP));
    }

    private Change change(Spot spot, BigDecimal to) {
        BigDecimal from = excerpt.figure(spot);
        Slip slip = from == null
                ? Slip.BLANK
                : Slips.between(notation.written(spot.column(), to), notation.written(spot.column(), from));
        return new Change(spot, from, to, slip);
    }

    /** What a cell might say instead: solutions first, then slips undone. */
    private Set<Change> changes(Spot spot, Set<Breach> group) {
        Set<BigDecimal> figures = new LinkedHashSet<>();
        solutions.getOrDefault(spot, Map.of()).forEach((breach, figure) -> {
            if (group.contains(breach)) {
                figures.add(figure);
            }
        });
        BigDecimal from = excerpt.figure(spot);
        if (from != null) {
            Slips.meant(notation.written(spot.column(), from))
                    .forEach(f -> figures.add(notation.stored(spot.column(), f)));
            figures.remove(from);
        }
        int decimals = excerpt.decimals(spot.column());
        boolean whole = excerpt.layout()
                .column(spot.column())
                .filter(c -> c.type() == org.xianbao.definition.ColumnType.INTEGER
                        || c.type() == org.xianbao.definition.ColumnType.YEAR)
                .isPresent();
        Set<Change> changes = new LinkedHashSet<>();
        figures.stream().filter(f -> !whole || f.scale() <= decimals).forEach(f -> changes.add(change(spot, f)));
        return changes;
    }

    private List<Variant> singles(Set<Breach> group) {
        Set<Spot> common = new LinkedHashSet<>(reads(group.iterator().next()));
        group.forEach(b -> common.retainAll(reads(b)));
        List<Variant> variants = new ArrayList<>();
        common.forEach(spot -> changes(spot, group).forEach(c -> variants.add(Variant.of(c))));
        swaps(group, variants);
        return variants;
    }

    /** Two figures of a row, or of a column, that stand in each other's place. */
    private void swaps(Set<Breach> group, List<Variant> variants) {
        List<Spot> spots = spots(group);
        for (int i = 0; i < spots.size(); i++) {
            for (int j = i + 1; j < spots.size(); j++) {
                Spot a = spots.get(i);
                Spot b = spots.get(j);
                boolean aligned = a.column().equals(b.column()) || Objects.equals(a.row(), b.row());
                BigDecimal atA = excerpt.figure(a);
                BigDecimal atB = excerpt.figure(b);
                if (aligned
                        && atA != null
                        && atB != null
                        && atA.compareTo(atB) != 0
                        && group.stream().allMatch(g -> reads(g).contains(a) || reads(g).contains(b))) {
                    variants.add(
                            Variant.of(new Change(a, atA, atB, Slip.SWAPPED), new Change(b, atB, atA, Slip.SWAPPED)));
                }
            }
        }
    }

    private List<Spot> spots(Set<Breach> group) {
        Set<Spot> spots = new LinkedHashSet<>();
        group.forEach(b -> spots.addAll(reads(b)));
        return List.copyOf(spots);
    }

    private List<Variant> pairs(Set<Breach> group) {
        List<Variant> variants = new ArrayList<>();
        swaps(group, variants);
        List<Spot> spots = spots(group);
        for (int i = 0; i < spots.size() && variants.size() < MOST_VARIANTS; i++) {
            for (int j = i + 1; j < spots.size(); j++) {
                Spot a = spots.get(i);
                Spot b = spots.get(j);
                if (group.stream().allMatch(g -> reads(g).contains(a) || reads(g).contains(b))) {
                    for (Change first : likely(a, group)) {
                        likely(b, group).forEach(second -> variants.add(Variant.of(first, second)));
                    }
                }
            }
        }
        return variants;
    }

    /** In pairs only what an equation or the period before asks for, or there would be no end of them. */
    private List<Change> likely(Spot spot, Set<Breach> group) {
        Map<Breach, BigDecimal> solved = solutions.getOrDefault(spot, Map.of());
        return changes(spot, group).stream()
                .filter(c -> solved.containsValue(c.to()) || evidence.near(c))
                .toList();
    }

    @FunctionalInterface
    private interface Proposal {
        List<Variant> of(Set<Breach> group);
    }

    /** Tries what is proposed for each group, all in one statement, and gives the groups that nothing mends. */
    private List<Set<Breach>> tried(List<Set<Breach>> groups, Proposal proposal, List<List<Mend>> mended)
            throws SQLException {
        List<Variant> variants = new ArrayList<>();
        List<Set<Breach>> meant = new ArrayList<>();
        int most = Math.min(
                MOST_VARIANTS,
                MOST_ROWS / Math.max(1, excerpt.whole() ? excerpt.rows().size() : 1));
        for (Set<Breach> group : groups) {
            List<Variant> proposed = proposal.of(group);
            if (variants.size() + proposed.size() <= most) {
                proposed.forEach(v -> {
                    variants.add(v);
                    meant.add(group);
                });
            }
        }
        List<@Nullable Set<Breach>> outcomes = trial.breaches(variants, List.copyOf(relations.values()));
        Map<Set<Breach>, List<Mend>> found = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            Set<Breach> outcome = outcomes.get(i);
            Set<Breach> group = meant.get(i);
            if (outcome != null && mends(outcome, group, variants.get(i))) {
                Mend mend = mend(group, variants.get(i).changes());
                if (mend != null) {
                    found.computeIfAbsent(group, g -> new ArrayList<>()).add(mend);
                }
            }
        }
        List<Set<Breach>> left = new ArrayList<>();
        Set<Breach> done = new HashSet<>();
        for (Set<Breach> group : groups) {
            List<Mend> best = Choice.best(found.getOrDefault(group, List.of()));
            if (best.isEmpty() || group.stream().anyMatch(done::contains)) {
                left.add(group);
            } else {
                mended.add(best);
                done.addAll(group);
            }
        }
        return left;
    }

    private boolean mends(Set<Breach> outcome, Set<Breach> group, Variant variant) {
        return outcome.stream().allMatch(b -> broken.contains(b) && !group.contains(b))
                && group.stream()
                        .allMatch(b -> b.row() == 0
                                || excerpt.rows().stream().anyMatch(r -> r.number() == b.row() && variant.touches(r)));
    }

    private @Nullable Mend mend(Set<Breach> group, List<Change> changes) {
        int cost = 0;
        double distance = 0;
        for (Change change : changes) {
            Set<Breach> pins = pins(change, group);
            long independent =
                    pins.stream().filter(b -> !relation(b).previous()).count();
            OptionalInt own = evidence.cost(change, pins.size(), (int) independent);
            if (own.isEmpty()) {
                return null;
            }
            cost += own.getAsInt();
            distance += evidence.distance(change);
        }
        return new Mend(group, changes, cost, distance);
    }

    /**
     * The equations that a change solves: those that were broken; where nothing was filled in also those that could not be
     * judged for want of it, if they ask for the same figure.
     */
    private Set<Breach> pins(Change change, Set<Breach> group) {
        Map<Breach, BigDecimal> solved = solutions.getOrDefault(change.spot(), Map.of());
        Set<Breach> pins = new HashSet<>();
        solved.forEach((breach, figure) -> {
            if (change.from() == null ? figure.compareTo(change.to()) == 0 : group.contains(breach)) {
                pins.add(breach);
            }
        });
        return pins;
    }
}
