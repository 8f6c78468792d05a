package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xianbao.cell.CellAddress;

/**
 * The items of an edition that stand on a sheet by their labels or their numbers, among the rows that were kept.
 *
 * @param found the cell of each item's label, by its index in the order of the form
 * @param unknown labels of rows with figures that are no item's
 */
record PrintedItems(Map<Integer, CellAddress> found, List<String> unknown) {

    /** The form's items: of a unit form its columns, of a grid its rows. */
    static List<FormPart> parts(List<FormPart> form) {
        return form.stream().filter(p -> p.sort() == FormPart.Sort.ITEM).toList();
    }

    static PrintedItems of(Head head, Fit fit) {
        List<String> labels = parts(FormPart.of(fit.definition())).stream()
                .map(FormPart::text)
                .toList();
        List<Integer> codes = fit.headings().stream()
                .filter(h -> Customary.CODES.contains(h.innermost()))
                .map(Heading::column)
                .toList();
        Map<Integer, CellAddress> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<Target, List<Heading>> entry : fit.found().entrySet()) {
            for (Heading stub : entry.getKey().column() == Target.STUB ? entry.getValue() : List.<Heading>of()) {
                look(head, fit.last(), stub.column(), codes, new Items(labels), found, unknown);
            }
        }
        return new PrintedItems(Map.copyOf(found), List.copyOf(unknown));
    }

    private static void look(
            Head head,
            int last,
            int stub,
            List<Integer> codes,
            Items items,
            Map<Integer, CellAddress> found,
            List<String> unknown) {
        for (int row : head.rowNumbers()) {
            Located label = head.cell(row, stub);
            if (row > last && !label.blank() && figures(head.row(row), stub)) {
                Optional<Integer> item = items.find(label.text()).or(() -> codes.stream()
                        .flatMap(
                                c -> items.find(head.cell(label.cell().row(), c).text()).stream())
                        .findFirst());
                item.ifPresent(i -> found.putIfAbsent(i, label.cell()));
                if (item.isEmpty() && !Footer.begins(Wording.of(label.text()))) {
                    unknown.add(label.text());
                }
            }
        }
    }

    private static boolean figures(Located[] cells, int stub) {
        for (int column = stub + 1; column < cells.length; column++) {
            if (!cells[column].blank()) {
                return true;
            }
        }
        return false;
    }
}
