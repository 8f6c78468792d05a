package org.xianbao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;

/**
 * How much speaks for a sheet being a return, by one edition of its form.
 *
 * @param fit how its headings fit
 * @param titled whether the cells that must read in some way do
 * @param shift how far the whole form stands from its declared place, title block included; none when only its headings
 *     do
 * @param named whether the sheet is called as declared, or its version line names the return
 */
record Claim(Fit fit, boolean titled, Shift shift, boolean named) {
    /** Share of the headings by which a sheet looks like a return even without its name and title. */
    private static final double ALIKE = 0.8;

    private static final int FEW = 3;

    /** Columns further right in which a title is looked for. */
    private static final int ASIDE = 5;

    /**
     * All editions of the returns that the sheet may be, best first.
     *
     * @param printed what the sheet says that it is
     */
    static List<Claim> all(Head head, Definitions definitions, Optional<PrintedEdition> printed) {
        Map<Integer, Map<Integer, List<Heading>>> read = new HashMap<>();
        Set<String> words = words(head);
        List<Claim> claims = new ArrayList<>();
        for (String name : definitions.returnNames()) {
            List<ReturnDefinition> editions = definitions.layouts(name);
            boolean printedSo = printed.filter(p -> p.name().equals(name)).isPresent();
            if (!printedSo && editions.stream().noneMatch(e -> possible(head, e, words))) {
                continue;
            }
            for (ReturnDefinition definition : editions) {
                boolean skips = definition.form().hidden() == Form.Hidden.SKIP;
                Fit fit = Fit.best(definition, (first, last) -> {
                    List<Heading> headings = read.computeIfAbsent(first, f -> new HashMap<>())
                            .computeIfAbsent(last, l -> Heading.read(head, first, l));
                    return skips
                            ? headings.stream()
                                    .filter(h -> !head.hidden(h.column()))
                                    .toList()
                            : headings;
                });
                boolean named = printedSo || named(head, definition.form());
                claims.add(of(head, definition.form(), fit, named));
            }
        }
        claims.sort(Comparator.comparingDouble(Claim::weight).reversed());
        return claims;
    }

    /** Cheap. */
    private static boolean possible(Head head, ReturnDefinition definition, Set<String> words) {
        return named(head, definition.form())
                || titled(head, definition.form(), Shift.NONE)
                || mentioned(definition, words);
    }

    private static Claim of(Head head, Form form, Fit fit, boolean named) {
        Optional<Shift> shift = shift(head, form, fit);
        boolean titled = shift.isPresent() || (fit.mostly() && titledSomewhere(head, form, fit.first()));
        return new Claim(fit, titled, shift.orElse(Shift.NONE), named);
    }

    /** Where the title stands: as far from its place as the headings do, in rows; and in columns, none of them before it. */
    private static Optional<Shift> shift(Head head, Form form, Fit fit) {
        int leftmost = fit.found().values().stream()
                .mapToInt(h -> h.get(0).column())
                .min()
                .orElse(0);
        return IntStream.rangeClosed(0, Math.min(ASIDE, leftmost))
                .boxed()
                .flatMap(columns -> Stream.of(new Shift(fit.moved(), columns), new Shift(0, columns)))
                .filter(shift -> titled(head, form, shift))
                .findFirst();
    }

    private static boolean named(Head head, Form form) {
        return form.sheet() != null
                && new Glob(form.sheet()).matches(head.sheet().name());
    }

    private static boolean titled(Head head, Form form, Shift shift) {
        return !form.expect().isEmpty()
                && form.expect().entrySet().stream()
                        .allMatch(e -> e.getKey().row() + shift.rows() >= 0
                                && new Glob(e.getValue())
                                        .matches(head.cell(shift.of(e.getKey())).text()));
    }

    private static boolean titledSomewhere(Head head, Form form, int end) {
        return !form.expect().isEmpty()
                && form.expect().values().stream().map(Glob::new).allMatch(glob -> {
                    for (int row : head.rowNumbers()) {
                        for (Located cell : row < end ? head.row(row) : new Located[0]) {
                            if (!cell.blank() && glob.matches(cell.text())) {
                                return true;
                            }
                        }
                    }
                    return false;
                });
    }

    private static Set<String> words(Head head) {
        Set<String> words = new HashSet<>();
        for (int row : head.rowNumbers()) {
            for (Located cell : head.row(row)) {
                if (!cell.blank()) {
                    String word = Wording.of(cell.text());
                    words.add(word);
                    words.add(PrintedUnit.of(word).text());
                }
            }
        }
        return words;
    }

    /** Cheap: whether half of the innermost headings stand anywhere in the first rows. */
    private static boolean mentioned(ReturnDefinition definition, Set<String> words) {
        List<Target> targets = Target.of(definition);
        return targets.stream().filter(t -> words.contains(t.innermost())).count() * 2 >= targets.size();
    }

    /** Of the return. */
    String name() {
        return fit.definition().name();
    }

    double weight() {
        return 4 * fit.score() + (titled ? 2 : 0) + (named ? 1 : 0);
    }

    /** Whether the sheet is to be read as this return. */
    boolean holds() {
        boolean headed = fit.score() > 0;
        boolean anyTitle = fit.definition().form().expect().isEmpty();
        boolean anyName = fit.definition().form().sheet() == null;
        return (titled && headed) || (named && fit.mostly()) || (anyTitle && anyName && alike());
    }

    /** Whether enough headings are there to take even a hidden sheet for the return, and not for notes on it. */
    boolean likely() {
        return fit.mostly();
    }

    /** Whether the headings look like this return's, whatever the sheet is called. */
    boolean alike() {
        return fit.score() >= ALIKE && fit.targets() >= FEW;
    }
}
