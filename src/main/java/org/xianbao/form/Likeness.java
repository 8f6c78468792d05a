package org.xianbao.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How like an edition's form a sheet is. Tells editions of one form apart, of which one may hold all of the other.
 *
 * @param both headings and row labels that both have
 * @param renamed those of the edition that read a little otherwise on the sheet
 * @param declared those of the edition
 * @param unknown those that only the sheet has, what was renamed among them
 */
record Likeness(int both, int renamed, int declared, int unknown) {
    /** Texts that are less alike are of two things. */
    private static final double ALIKE = 0.5;

    static Likeness of(Head head, Fit fit) {
        List<FormPart> items = PrintedItems.parts(FormPart.of(fit.definition()));
        PrintedItems printed = PrintedItems.of(head, fit);
        List<List<String>> missing = new ArrayList<>();
        fit.missing().forEach(target -> missing.add(target.path()));
        for (int i = 0; i < items.size(); i++) {
            if (!printed.found().containsKey(i)) {
                missing.add(path(items.get(i).text()));
            }
        }
        List<List<String>> unknown = new ArrayList<>();
        fit.unknown().forEach(heading -> unknown.add(heading.path()));
        printed.unknown().forEach(label -> unknown.add(path(label)));
        int declared = fit.targets() + items.size();
        return new Likeness(declared - missing.size(), renamed(missing, unknown), declared, unknown.size());
    }

    private static List<String> path(String label) {
        return List.of(Wording.stub(label));
    }

    private static int renamed(List<List<String>> missing, List<List<String>> unknown) {
        double[][] score = new double[missing.size()][unknown.size()];
        for (int i = 0; i < missing.size(); i++) {
            for (int j = 0; j < unknown.size(); j++) {
                double alike = Wording.likeness(missing.get(i), unknown.get(j));
                score[i][j] = alike >= ALIKE ? alike : 0;
            }
        }
        return (int) Arrays.stream(Assignment.best(score))
                .filter(j -> j != Assignment.NONE)
                .count();
    }

    /** Of all that either has, the share that both have word for word; 0 to 1. */
    double share() {
        int all = declared + unknown;
        return all == 0 ? 0 : (double) both / all;
    }

    /** Whether not even half of the edition stands on the sheet, renamed or not. */
    boolean strange() {
        return 2 * (both + renamed) < declared;
    }
}
