package org.xianbao.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which place lies in which, as of a day: those that may be hidden, and the places right above them. */
public final class Places {
    private final Map<String, String> parents;
    private final Map<String, List<String>> within = new HashMap<>();
    private final List<String> fromTheTop;

    /** @param parents the place above each that may be hidden; a place above that is no key itself is always published */
    public Places(Map<String, String> parents) {
        this.parents = Map.copyOf(parents);
        this.parents.forEach((place, parent) ->
                within.computeIfAbsent(parent, p -> new ArrayList<>()).add(place));
        within.values().forEach(places -> places.sort(Comparator.naturalOrder()));
        this.fromTheTop = within.keySet().stream()
                .sorted(Comparator.comparingInt(this::depth).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The places right below, by code. */
    List<String> within(String parent) {
        return within.getOrDefault(parent, List.of());
    }

    /** All places that have others below them, from the top down. */
    List<String> parents() {
        return fromTheTop;
    }

    private int depth(String place) {
        String parent = parents.get(place);
        return parent == null ? 0 : 1 + depth(parent);
    }
}
