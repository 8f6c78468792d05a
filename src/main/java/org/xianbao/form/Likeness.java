package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;

/**
 * How like an edition's form a sheet is: of all headings and row labels that either has, the share that both have. Tells
 * editions of one form apart, of which one may hold all of the other.
 */
final class Likeness {
    private final Head head;
    private final Fit fit;
    private final List<String> labels;
    private int both;
    private int unknown;

    private Likeness(Head head, Fit fit) {
        this.head = head;
        this.fit = fit;
        this.labels = labels(fit.definition());
        this.both = fit.targets() - fit.missing().size();
        this.unknown = fit.unknown().size();
    }

    /** 0 to 1. */
    static double of(Head head, Fit fit) {
        Likeness likeness = new Likeness(head, fit);
        fit.found().entrySet().stream()
                .filter(e -> e.getKey().column() == Target.STUB)
                .forEach(e -> likeness.items(e.getValue()));
        int all = fit.targets() + likeness.labels.size() + likeness.unknown;
        return all == 0 ? 0 : (double) likeness.both / all;
    }

    /** Labels of the form's items: of a unit form's columns, of a grid's rows. */
    static List<String> labels(ReturnDefinition definition) {
        List<String> labels = new ArrayList<>();
        definition.columns().forEach(c -> {
            if (c.place() instanceof Place.Item item) {
                labels.add(item.label());
            }
        });
        labels.addAll(
                definition.form().items().values().stream().map(Bilingual::zh).toList());
        return labels;
    }

    private void items(List<Heading> stubs) {
        Items items = new Items(labels);
        Set<Integer> found = new HashSet<>();
        for (Heading stub : stubs) {
            for (int row : head.rowNumbers()) {
                String label = head.cell(row, stub.column()).text();
                if (row > fit.last() && !label.isBlank() && figures(row, stub.column())) {
                    Optional<Integer> item = items.find(label);
                    item.ifPresent(found::add);
                    unknown += item.isPresent() || Footer.begins(Wording.of(label)) ? 0 : 1;
                }
            }
        }
        both += found.size();
    }

    private boolean figures(int row, int stub) {
        Located[] cells = head.row(row);
        for (int column = stub + 1; column < cells.length; column++) {
            if (!cells[column].blank()) {
                return true;
            }
        }
        return false;
    }
}
