package org.xianbao.form;

import java.util.List;

/**
 * How like an edition's form a sheet is: of all headings and row labels that either has, those that both have. Tells
 * editions of one form apart, of which one may hold all of the other.
 */
record Likeness(int both, int all) {

    static Likeness of(Head head, Fit fit) {
        List<FormPart> items = PrintedItems.parts(FormPart.of(fit.definition()));
        PrintedItems printed = PrintedItems.of(head, fit);
        int both = fit.targets() - fit.missing().size() + printed.found().size();
        int all = fit.targets() + items.size() + fit.unknown().size() + printed.unknown();
        return new Likeness(both, all);
    }

    /** 0 to 1. */
    double share() {
        return all == 0 ? 0 : (double) both / all;
    }
}
