package org.xianbao.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pairs what a form must have and lacks with what stands on it unknown: by likeness of the texts first, then by place.
 * One thing that is wrong is so told once.
 */
final class Renamed {
    private static final int NOWHERE = -1;

    private final List<String> declared;
    private final int[] places;
    private final SortedMap<Integer, String> unknown;
    private final Map<Integer, Integer> pairs = new HashMap<>();

    private Renamed(List<String> declared, Map<Integer, Integer> found, Map<Integer, String> unknown) {
        this.declared = declared;
        this.places = new int[declared.size()];
        this.unknown = new TreeMap<>(unknown);
        for (int i = 0; i < places.length; i++) {
            places[i] = found.getOrDefault(i, NOWHERE);
        }
    }

    /**
     * @param declared normalised texts, in the form's order; an empty one is never missing
     * @param found place of each text that was found, by index; what is not in it is missing
     * @param unknown texts by place, normalised; empty for one that can only be told by its place
     * @return place by index of a declared text
     */
    static Map<Integer, Integer> pair(
            List<String> declared, Map<Integer, Integer> found, Map<Integer, String> unknown) {
        Renamed renamed = new Renamed(declared, found, unknown);
        renamed.byText();
        renamed.byPlace();
        return renamed.pairs;
    }

    private record Likeness(int index, int place, int distance) {}

    private void byText() {
        List<Likeness> alike = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            for (Map.Entry<Integer, String> other : unknown.entrySet()) {
                int distance = Wording.distance(other.getValue(), declared.get(i));
                if (missing(i) && distance <= declared.get(i).length() / 2) {
                    alike.add(new Likeness(i, other.getKey(), distance));
                }
            }
        }
        alike.sort(Comparator.comparingInt(Likeness::distance));
        for (Likeness each : alike) {
            if (missing(each.index()) && unknown.containsKey(each.place())) {
                take(each.index(), each.place());
            }
        }
    }

    private void byPlace() {
        for (int i = 0; i < places.length; i++) {
            Integer place = missing(i) ? between(i) : null;
            if (place != null) {
                take(i, place);
            }
        }
    }

    /** The first unknown place between the nearest neighbours that were found; null when there is none. */
    private @Nullable Integer between(int index) {
        int before = index - 1;
        while (before >= 0 && places[before] == NOWHERE) {
            before--;
        }
        int after = index + 1;
        while (after < places.length && places[after] == NOWHERE) {
            after++;
        }
        if (before < 0 && after == places.length) {
            return null;
        }
        int from = before < 0 ? places[after] - after : places[before] + 1;
        int to = after == places.length ? places[before] + (after - before) : places[after];
        Collection<Integer> there = from < to ? unknown.subMap(from, to).keySet() : List.of();
        return there.isEmpty() ? null : there.iterator().next();
    }

    private boolean missing(int index) {
        return places[index] == NOWHERE && !declared.get(index).isEmpty();
    }

    private void take(int index, int place) {
        unknown.remove(place);
        places[index] = place;
        pairs.put(index, place);
    }
}
