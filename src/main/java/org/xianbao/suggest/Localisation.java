package org.xianbao.suggest;

import java.math.BigDecimal;
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
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Map<Breach, Set<Spot>> reads = new HashMap<>();
    private final Solutions solutions;
    private final Proposals proposals;

    Localisation(Excerpt excerpt, List<Relation> relations, Trial trial, Set<Breach> broken) {
        this.excerpt = excerpt;
        this.relations = new LinkedHashMap<>();
        relations.forEach(r -> this.relations.put(r.number(), r));
        this.trial = trial;
        this.evidence = new Evidence(excerpt);
        this.broken = broken;
        this.solutions = new Solutions(excerpt, this.relations, trial);
        this.proposals = new Proposals(excerpt, this.relations, reads, solutions, evidence);
        broken.forEach(b -> reads.put(b, excerpt.spots(relation(b), b)));
    }

    private Relation relation(Breach breach) {
        return Objects.requireNonNull(relations.get(breach.relation()));
    }

    /** The mends of each group of breaches that has any: one, or two between which nothing decides. */
    List<List<Mend>> mends() throws SQLException {
        List<Set<Breach>> groups = groups();
        solutions.solve(groups.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        List<List<Mend>> mended = new ArrayList<>();
        List<Set<Breach>> left = tried(groups, proposals::singles, mended);
        List<Set<Breach>> pairs = new ArrayList<>(left);
        for (int i = 0; i < Math.min(left.size(), MOST_UNMENDED); i++) {
            for (int j = i + 1; j < Math.min(left.size(), MOST_UNMENDED); j++) {
                Set<Breach> both = new LinkedHashSet<>(left.get(i));
                both.addAll(left.get(j));
                pairs.add(both);
            }
        }
        tried(pairs, proposals::pairs, mended);
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

    /** Tries what is proposed for each group, all in one statement, and gives the groups that nothing mends. */
    private List<Set<Breach>> tried(
            List<Set<Breach>> groups, Function<Set<Breach>, List<Variant>> proposal, List<List<Mend>> mended)
            throws SQLException {
        List<Variant> variants = new ArrayList<>();
        List<Set<Breach>> meant = new ArrayList<>();
        int most = Math.min(
                MOST_VARIANTS,
                MOST_ROWS / Math.max(1, excerpt.whole() ? excerpt.rows().size() : 1));
        for (Set<Breach> group : groups) {
            List<Variant> proposed = proposal.apply(group);
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
        Map<Breach, BigDecimal> solved = solutions.of(change.spot());
        Set<Breach> pins = new HashSet<>();
        solved.forEach((breach, figure) -> {
            if (change.from() == null ? figure.compareTo(change.to()) == 0 : group.contains(breach)) {
                pins.add(breach);
            }
        });
        return pins;
    }
}
