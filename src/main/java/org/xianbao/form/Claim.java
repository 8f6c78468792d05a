package org.xianbao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;

/**
 * How much speaks for a sheet being a return, by one edition of its form.
 *
 * @param fit how its headings fit
 * @param titled whether the cells that must read in some way do
 * @param shifted whether they do as many rows lower or higher as the headings stand
 * @param named whether the sheet is called as declared
 */
record Claim(Fit fit, boolean titled, boolean shifted, boolean named) {
    /** Share of the headings that must be there when the title is not. */
    private static final double LIKELY = 0.6;
    /** Share of the headings by which a sheet looks like a return even without its name and title. */
    private static final double ALIKE = 0.8;

    private static final int FEW = 3;

    /** All editions of all returns, best first. */
    static List<Claim> all(Head head, Definitions definitions) {
        Map<Integer, Map<Integer, List<Heading>>> read = new HashMap<>();
        Set<String> words = words(head);
        List<Claim> claims = new ArrayList<>();
        for (ReturnDefinition definition : definitions.returns()) {
            boolean skips = definition.form().hidden() == Form.Hidden.SKIP;
            boolean named = named(head, definition.form());
            boolean possible = named || titled(head, definition.form(), 0) || mentioned(definition, words);
            if (possible) {
                Fit fit = Fit.best(definition, (first, last) -> {
                    List<Heading> headings = read.computeIfAbsent(first, f -> new HashMap<>())
                            .computeIfAbsent(last, l -> Heading.read(head, first, l));
                    return skips
                            ? headings.stream()
                                    .filter(h -> !head.hidden(h.column()))
                                    .toList()
                            : headings;
                });
                claims.add(of(head, definition.form(), fit, named));
            }
        }
        claims.sort(Comparator.comparingDouble(Claim::weight).reversed());
        return claims;
    }

    private static Claim of(Head head, Form form, Fit fit, boolean named) {
        boolean shifted = fit.moved() != 0 && titled(head, form, fit.moved());
        boolean titled =
                shifted || titled(head, form, 0) || (fit.score() >= LIKELY && titledSomewhere(head, form, fit.first()));
        return new Claim(fit, titled, shifted, named);
    }

    private static boolean named(Head head, Form form) {
        return form.sheet() != null
                && new Glob(form.sheet()).matches(head.sheet().name());
    }

    private static boolean titled(Head head, Form form, int moved) {
        return !form.expect().isEmpty()
                && form.expect().entrySet().stream().allMatch(e -> {
                    int row = e.getKey().row() + moved;
                    return row >= 0
                            && new Glob(e.getValue())
                                    .matches(head.cell(row, e.getKey().column()).text());
                });
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

    /** Rows that the whole form stands lower than declared, title block included; 0 when only its headings do. */
    int moved() {
        return shifted ? fit.moved() : 0;
    }

    double weight() {
        return 4 * fit.score() + (titled ? 2 : 0) + (named ? 1 : 0);
    }

    /** Whether the sheet is to be read as this return. */
    boolean holds() {
        boolean headed = fit.score() > 0;
        boolean anyTitle = fit.definition().form().expect().isEmpty();
        boolean anyName = fit.definition().form().sheet() == null;
        return (titled && headed) || (named && fit.score() >= LIKELY) || (anyTitle && anyName && alike());
    }

    /** Whether enough headings are there to take even a hidden sheet for the return, and not for notes on it. */
    boolean likely() {
        return fit.score() >= LIKELY;
    }

    /** Whether the headings look like this return's, whatever the sheet is called. */
    boolean alike() {
        return fit.score() >= ALIKE && fit.targets() >= FEW;
    }

    /**
     * The edition of a return that the sheet is printed by: the likest one, of equals the first.
     *
     * @param editions at least one
     */
    static Claim printed(Head head, List<Claim> editions) {
        Claim printed = editions.get(0);
        for (Claim each : editions.subList(1, editions.size())) {
            printed = each.likeness(head) > printed.likeness(head) ? each : printed;
        }
        return printed;
    }

    double likeness(Head head) {
        return Likeness.of(head, fit);
    }
}
