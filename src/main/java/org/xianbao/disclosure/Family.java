package org.xianbao.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts of which some are parts of others, hidden in the same places: then each is as safe as it is by itself. For where
 * all are published their differences are what a part leaves of its total, which is held against the minimum like a count of
 * its own; and where all are hidden, that they add up ties no hidden count of one place to that of another.
 */
public final class Family {
    private record Series(String indicator, String source) {}

    private final BigDecimal minimum;
    private final List<Partition> partitions = new ArrayList<>();
    private final Map<Series, Counts> counts =
            new TreeMap<>(Comparator.comparing(Series::indicator).thenComparing(Series::source));

    public Family(BigDecimal minimum) {
        this.minimum = minimum;
    }

    public void add(Partition partition) {
        partitions.add(partition);
    }

    public void count(String indicator, String source, String place, BigDecimal count) {
        counts.computeIfAbsent(new Series(indicator, source), s -> new Counts(new HashMap<>()))
                .of()
                .put(place, count);
    }

    /** The places where an indicator itself, or what its parts leave of it, tells of a few. */
    public Set<String> small(String indicator) {
        return small(Stream.concat(
                counts.entrySet().stream()
                        .filter(c -> c.getKey().indicator().equals(indicator))
                        .map(Map.Entry::getValue),
                rests(partitions.stream().filter(p -> p.total().equals(indicator)))));
    }

    private Set<String> small(Stream<Counts> some) {
        return some.flatMap(c -> c.of().entrySet().stream())
                .filter(c -> Suppression.small(c.getValue(), minimum))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The places in which all of them are to be hidden.
     *
     * @param known places where one has been published before as it is now
     * @param before what was hidden before
     */
    public Set<String> hide(Places places, Set<String> known, Set<String> before) {
        List<Counts> all = Stream.concat(counts.values().stream(), rests(partitions.stream()))
                .toList();
        Set<String> first = small(all.stream());
        first.addAll(before);
        return new Suppression(places, minimum, known).hide(all, first);
    }

    /** What the parts of each partition leave of it, in each source. */
    private Stream<Counts> rests(Stream<Partition> some) {
        return some.flatMap(partition -> counts.entrySet().stream()
                .filter(total -> total.getKey().indicator().equals(partition.total()))
                .map(total ->
                        rest(total.getValue(), parts(partition, total.getKey().source()))));
    }

    private List<Counts> parts(Partition partition, String source) {
        return partition.parts().stream()
                .map(part -> counts.getOrDefault(new Series(part, source), new Counts(Map.of())))
                .toList();
    }

    private static Counts rest(Counts total, List<Counts> parts) {
        Map<String, BigDecimal> rests = new HashMap<>();
        total.of().forEach((place, count) -> {
            BigDecimal rest = parts.stream().map(p -> p.in(place)).reduce(count, BigDecimal::subtract);
            if (rest.signum() > 0) {
                rests.put(place, rest);
            }
        });
        return new Counts(rests);
    }
}
