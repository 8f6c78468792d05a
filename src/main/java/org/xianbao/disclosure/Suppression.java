package org.xianbao.disclosure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides more places of a breakdown until what is hidden cannot be worked out from what is published (secondary cell
 * suppression, Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). Within a place that is broken down, at least two
 * counts are hidden or none, and their sum leaves open for each whether it is small. Since every hidden count then has a
 * hidden neighbour, at each level, no adding and subtracting of published figures gives any of them.
 *
 * <p>What protects is the smallest count that nobody knows yet. Where there is none, the whole breakdown of the place is
 * hidden, with the places where nothing was reported. A place with a single one below it cannot be protected.
 */
public final class Suppression {
    private final Places places;
    private final BigDecimal minimum;
    private final Set<String> known;

    /**
     * @param minimum the least count that may be published, none aside
     * @param known places whose counts of now have been published before: to hide these protects nothing
     */
    public Suppression(Places places, BigDecimal minimum, Set<String> known) {
        this.places = places;
        this.minimum = minimum;
        this.known = known;
    }

    /**
     * Whether a count tells of a few persons. That there are none is published: it is no statement about anybody.
     */
    public static boolean small(BigDecimal count, BigDecimal minimum) {
        return count.signum() > 0 && count.compareTo(minimum) < 0;
    }

    /**
     * All places to be hidden, in every source alike. The same for the same input, whatever its order.
     *
     * @param sources the counts of one indicator, by each of its sources
     * @param small what must be hidden for its own sake
     */
    public Set<String> hide(Collection<Counts> sources, Set<String> small) {
        Set<String> hidden = new TreeSet<>(small);
        int before;
        do {
            before = hidden.size();
            for (String parent : places.parents()) {
                for (Counts counts : sources) {
                    protect(parent, counts, hidden);
                }
            }
        } while (hidden.size() > before);
        return hidden;
    }

    private void protect(String parent, Counts counts, Set<String> hidden) {
        List<String> below = places.within(parent);
        boolean brokenDown = below.stream().anyMatch(counts.of()::containsKey);
        boolean anyHidden = hidden.contains(parent) || below.stream().anyMatch(hidden::contains);
        if (!brokenDown || !anyHidden) {
            return;
        }
        boolean aboveHidden = hidden.contains(parent) && counts.any(parent);
        while (!safe(below, counts, hidden, aboveHidden)) {
            Optional<String> next = below.stream()
                    .filter(place -> !hidden.contains(place) && !known.contains(place) && counts.any(place))
                    .min(Comparator.comparing(counts::in).thenComparing(Comparator.naturalOrder()));
            if (next.isEmpty()) {
                hidden.addAll(below);
                return;
            }
            hidden.add(next.get());
        }
    }

    /**
     * Each of k hidden counts may be anything from 1 to their sum less one for each other. Where all that is hidden is
     * nobody, that may be known, unless it would give away the place above.
     */
    private boolean safe(List<String> below, Counts counts, Set<String> hidden, boolean aboveHidden) {
        List<String> some =
                below.stream().filter(p -> hidden.contains(p) && counts.any(p)).toList();
        BigDecimal sum = some.stream().map(counts::in).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = sum.subtract(BigDecimal.valueOf(some.size() - 1L));
        return some.isEmpty() ? !aboveHidden : some.size() > 1 && most.compareTo(minimum) >= 0;
    }
}
