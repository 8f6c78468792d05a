package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs what a form must have and lacks with what stands on it unknown: by likeness of the texts, by place, and by what
 * is filled in there. All pairs together are the likeliest, and each thing is in one pair at most: what is wrong is so
 * told once.
 */
final class Pairing {
    private static final int NOWHERE = -1;

    private static final double TEXT = 0.6;
    private static final double PLACE = 0.2;
    private static final double NEARNESS = 0.1;
    private static final double TYPE = 0.3;
    /** Of a pair with less, nobody would say that the one is the other. */
    private static final double LEAST = 0.2;
    /** Texts that are at least so alike may belong together wherever they stand. */
    private static final double ALIKE = 0.5;

    private final List<List<String>> declared;
    private final int[] places;
    private final Filled filled;

    /** How what is filled in at a place suits what is declared: from 1, it is of its type, over 0, to -1, it is not. */
    @FunctionalInterface
    interface Filled {
        /** For what has no type. */
        Filled ANYHOW = (index, place) -> 0;

        double suits(int index, int place);
    }

    private Pairing(List<List<String>> declared, Map<Integer, Integer> found, Filled filled) {
        this.declared = declared;
        this.places = new int[declared.size()];
        this.filled = filled;
        for (int i = 0; i < places.length; i++) {
            places[i] = found.getOrDefault(i, NOWHERE);
        }
    }

    /**
     * @param declared normalised texts, outermost first, in the form's order; an empty one is never missing
     * @param found place of each that was found, by index; what is not in it is missing
     * @param unknown texts by place, normalised; empty for one that can only be told by its place
     * @return place by index of what is declared
     */
    static Map<Integer, Integer> of(
            List<List<String>> declared,
            Map<Integer, Integer> found,
            Map<Integer, List<String>> unknown,
            Filled filled) {
        return new Pairing(declared, found, filled).with(unknown);
    }

    private Map<Integer, Integer> with(Map<Integer, List<String>> unknown) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] == NOWHERE && !declared.get(i).isEmpty()) {
                missing.add(i);
            }
        }
        List<Integer> there = unknown.keySet().stream().sorted().toList();
        double[][] score = new double[missing.size()][there.size()];
        for (int m = 0; m < missing.size(); m++) {
            Gap gap = gap(missing.get(m));
            for (int u = 0; u < there.size(); u++) {
                List<String> text = unknown.getOrDefault(there.get(u), List.of());
                score[m][u] = score(missing.get(m), gap, there.get(u), text);
            }
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        int[] best = Assignment.best(score);
        for (int m = 0; m < best.length; m++) {
            if (best[m] != Assignment.NONE) {
                pairs.put(missing.get(m), there.get(best[m]));
            }
        }
        return pairs;
    }

    private double score(int index, Gap gap, int place, List<String> text) {
        double alike = text.isEmpty() ? 0 : Wording.likeness(declared.get(index), text);
        double type = filled.suits(index, place);
        boolean possible = gap.holds(place) || alike >= ALIKE || type > 0;
        double score = TEXT * alike + gap.nearness(place) + TYPE * type;
        return possible && score >= LEAST ? score : 0;
    }

    /**
     * Where something should stand: between its nearest neighbours that were found, and where in between.
     *
     * @param from inclusive
     * @param to exclusive
     */
    private record Gap(int from, int to, int expected) {
        boolean holds(int place) {
            return place >= from && place < to;
        }

        double nearness(int place) {
            return holds(place) ? PLACE + NEARNESS / (1 + Math.abs(place - expected)) : 0;
        }
    }

    private Gap gap(int index) {
        int before = index - 1;
        while (before >= 0 && places[before] == NOWHERE) {
            before--;
        }
        int after = index + 1;
        while (after < places.length && places[after] == NOWHERE) {
            after++;
        }
        if (before < 0 && after == places.length) {
            return new Gap(0, 0, index);
        }
        int from = before < 0 ? places[after] - after : places[before] + 1;
        int to = after == places.length ? places[before] + (after - before) : places[after];
        int expected = before < 0 ? places[after] - (after - index) : places[before] + (index - before);
        return new Gap(from, to, expected);
    }
}
