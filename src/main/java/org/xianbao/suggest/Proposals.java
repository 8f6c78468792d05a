package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.xianbao.definition.Rule;

/** What is worth trying for a group of breaches. */
final class Proposals {
    /** More pairs than this are not looked at. */
    private static final int MOST_PAIRS = 6_000;

    private final Excerpt excerpt;
    private final Map<Integer, Relation> relations;
    private final Map<Breach, Set<Spot>> reads;
    private final Solutions solutions;
    private final Evidence evidence;
    private final Notation notation;

    Proposals(
            Excerpt excerpt,
            Map<Integer, Relation> relations,
            Map<Breach, Set<Spot>> reads,
            Solutions solutions,
            Evidence evidence) {
        this.excerpt = excerpt;
        this.relations = relations;
        this.reads = reads;
        this.solutions = solutions;
        this.evidence = evidence;
        this.notation = new Notation(excerpt.layout());
    }

    private Set<Spot> reads(Breach breach) {
        return reads.getOrDefault(breach, Set.of());
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
        solutions.of(spot).forEach((breach, figure) -> {
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
        Set<Change> changes = new LinkedHashSet<>();
        figures.stream()
                .filter(f -> f.scale() <= 0 || !excerpt.whole(spot.column()))
                .filter(f -> addsUp(f, spot, group))
                .forEach(f -> changes.add(change(spot, f)));
        return changes;
    }

    /** A printed total asks for one figure; others need not be tried. */
    private boolean addsUp(BigDecimal figure, Spot spot, Set<Breach> group) {
        return solutions.of(spot).entrySet().stream()
                .filter(s -> group.contains(s.getKey()))
                .allMatch(s -> {
                    Rule rule = Objects.requireNonNull(relations.get(s.getKey().relation()))
                            .rule();
                    return !(rule.check() instanceof Rule.Check.Totals totals)
                            || s.getValue().subtract(figure).abs().compareTo(totals.tolerance()) <= 0;
                });
    }

    /** One cell that every breach reads, or two exchanged. */
    List<Variant> singles(Set<Breach> group) {
        Set<Spot> common = new LinkedHashSet<>(reads(group.iterator().next()));
        group.forEach(b -> common.retainAll(reads(b)));
        List<Variant> variants = new ArrayList<>();
        common.forEach(spot -> changes(spot, group).forEach(c -> variants.add(Variant.of(c))));
        swaps(group, variants);
        return variants;
    }

    /** Two figures of a row, or of neighbouring rows, that stand in each other's place. */
    private void swaps(Set<Breach> group, List<Variant> variants) {
        List<Spot> spots = spots(group);
        for (int i = 0; i < spots.size(); i++) {
            for (int j = i + 1; j < spots.size(); j++) {
                Spot a = spots.get(i);
                Spot b = spots.get(j);
                BigDecimal atA = excerpt.figure(a);
                BigDecimal atB = excerpt.figure(b);
                if (neighbours(a, b)
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

    private static boolean neighbours(Spot a, Spot b) {
        Integer rowA = a.row();
        Integer rowB = b.row();
        return a.column().equals(b.column())
                ? rowA != null && rowB != null && Math.abs(rowA - rowB) == 1
                : Objects.equals(rowA, rowB);
    }

    private List<Spot> spots(Set<Breach> group) {
        Set<Spot> spots = new LinkedHashSet<>();
        group.forEach(b -> spots.addAll(reads(b)));
        return List.copyOf(spots);
    }

    /** Two cells that between them every breach reads. */
    List<Variant> pairs(Set<Breach> group) {
        List<Variant> variants = new ArrayList<>();
        swaps(group, variants);
        List<Spot> spots = spots(group);
        for (int i = 0; i < spots.size() && variants.size() < MOST_PAIRS; i++) {
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
        Map<Breach, BigDecimal> solved = solutions.of(spot);
        return changes(spot, group).stream()
                .filter(c -> solved.containsValue(c.to()) || evidence.near(c))
                .toList();
    }
}
