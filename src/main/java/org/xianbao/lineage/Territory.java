package org.xianbao.lineage;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xianbao.definition.Region;

/** The regions of a day: as an edition sees them, those of its period's last day. */
final class Territory {
    private final Map<String, Region> regions = new HashMap<>();

    Territory(Collection<Region> all, LocalDate day) {
        all.stream()
                .filter(r -> r.validOn(day))
                .sorted(Comparator.comparing(Region::from))
                .forEach(r -> regions.put(r.code(), r));
    }

    Optional<String> name(String code) {
        return Optional.ofNullable(regions.get(code)).map(Region::name);
    }

    /** The region itself and all below it. */
    Set<String> within(String code) {
        Map<String, List<String>> below = new HashMap<>();
        for (Region region : regions.values()) {
            String parent = region.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, p -> new ArrayList<>()).add(region.code());
            }
        }
        Set<String> within = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (within.add(next)) {
                open.addAll(below.getOrDefault(next, List.of()));
            }
        }
        return within;
    }
}
