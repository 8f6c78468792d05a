package org.xianbao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;

/**
 * How the headings of a sheet, in some rows, fit an edition of a return.
 *
 * @param first first heading row, zero-based
 * @param last last heading row, zero-based
 * @param headings what stands there
 * @param found for each target with a heading, its headings from left to right: one, or in a unit form one a block
 * @param missing targets without a heading
 * @param ambiguous targets that several headings answer to, other than the blocks of a unit form
 */
record Fit(
        ReturnDefinition definition,
        int first,
        int last,
        List<Heading> headings,
        Map<Target, List<Heading>> found,
        List<Target> missing,
        Map<Target, List<Heading>> ambiguous) {

    /** Share of the headings by which a form is told. */
    static final double LIKELY = 0.6;

    private static final int REACH = 10;

    /** The fit in the declared rows when all is there; else in the nearest rows where all is; else the best. */
    static Fit best(ReturnDefinition definition, BiFunction<Integer, Integer, List<Heading>> headings) {
        Form form = definition.form();
        List<Target> targets = Target.of(definition);
        Fit best = null;
        List<Integer> offsets = IntStream.rangeClosed(-REACH, REACH)
                .boxed()
                .sorted(Comparator.comparing(Math::abs))
                .toList();
        for (int offset : offsets) {
            int first = form.headingFirst() + offset;
            int last = form.headingLast() + offset;
            if (first < 0) {
                continue;
            }
            Fit fit = of(definition, targets, first, last, headings.apply(first, last));
            if (best == null || fit.score() > best.score()) {
                best = fit;
            }
            if (best.complete()) {
                return best;
            }
        }
        return Objects.requireNonNull(best);
    }

    private static Fit of(
            ReturnDefinition definition, List<Target> targets, int first, int last, List<Heading> headings) {
        Map<Target, List<Heading>> found = new LinkedHashMap<>();
        List<Target> missing = new ArrayList<>();
        for (Target target : targets) {
            List<Heading> best = answering(target, headings);
            if (best.isEmpty()) {
                missing.add(target);
            } else {
                found.put(target, best);
            }
        }
        Map<Target, List<Heading>> ambiguous = new LinkedHashMap<>();
        if (definition.form().kind() != Form.Kind.UNIT || !sideBySide(found)) {
            found.forEach((target, several) -> {
                if (several.size() > 1) {
                    ambiguous.put(target, several);
                }
            });
            found.keySet().removeAll(ambiguous.keySet());
        }
        return new Fit(definition, first, last, headings, found, List.copyOf(missing), ambiguous);
    }

    private static List<Heading> answering(Target target, List<Heading> headings) {
        int best = Heading.NONE;
        List<Heading> answering = new ArrayList<>();
        for (Heading heading : headings) {
            int match = heading.match(target.path());
            if (match > best) {
                best = match;
                answering.clear();
            }
            if (match == best && match != Heading.NONE) {
                answering.add(heading);
            }
        }
        return answering;
    }

    /** Whether every heading comes equally often, and each round of them ends before the next begins. */
    private static boolean sideBySide(Map<Target, List<Heading>> found) {
        if (found.values().stream().mapToInt(List::size).distinct().count() != 1) {
            return false;
        }
        int blocks = found.values().iterator().next().size();
        for (int block = 1; block < blocks; block++) {
            int b = block;
            int endOfLast = found.values().stream()
                    .mapToInt(h -> h.get(b - 1).column())
                    .max()
                    .orElseThrow();
            int start = found.values().stream()
                    .mapToInt(h -> h.get(b).column())
                    .min()
                    .orElseThrow();
            if (start <= endOfLast) {
                return false;
            }
        }
        return true;
    }

    /** Share of the declared headings that are there; 0 to 1. */
    double score() {
        int all = found.size() + ambiguous.size() + missing.size();
        return all == 0 ? 0 : (double) (found.size() + ambiguous.size()) / all;
    }

    boolean complete() {
        return missing.isEmpty() && ambiguous.isEmpty();
    }

    /** Whether enough headings are there to tell where the form stands. */
    boolean mostly() {
        return score() >= LIKELY;
    }

    int targets() {
        return found.size() + ambiguous.size() + missing.size();
    }

    /** Rows that the headings stand below their declared place; negative when above. */
    int moved() {
        return first - definition.form().headingFirst();
    }

    int blocks() {
        return found.values().stream().mapToInt(List::size).max().orElse(1);
    }

    /**
     * Where the headings come a second time, to the right: when most of them do. Of a row below, nobody could tell any
     * more by its number and its column which of the two was meant.
     */
    Optional<Heading> sideways() {
        int present = found.size() + ambiguous.size();
        boolean most = ambiguous.size() * 2 > present && (ambiguous.size() > 1 || present == 1);
        return definition.form().kind() == Form.Kind.UNIT || !most
                ? Optional.empty()
                : ambiguous.values().stream().map(h -> h.get(1)).min(Comparator.comparingInt(Heading::column));
    }

    /** Headings that no target answers to and that are not customary. */
    List<Heading> unknown() {
        Map<Integer, Heading> left = new LinkedHashMap<>();
        headings.forEach(h -> left.put(h.column(), h));
        found.values().forEach(hs -> hs.forEach(h -> left.remove(h.column())));
        ambiguous.values().forEach(hs -> hs.forEach(h -> left.remove(h.column())));
        left.values().removeIf(h -> Customary.on(definition.form().kind(), h));
        return List.copyOf(left.values());
    }

    /** Zero-based sheet column by target, of one block. */
    Map<Integer, Integer> columns(int block) {
        Map<Integer, Integer> columns = new HashMap<>();
        found.forEach((target, hs) -> columns.put(
                target.column(), hs.get(Math.min(block, hs.size() - 1)).column()));
        return columns;
    }
}
