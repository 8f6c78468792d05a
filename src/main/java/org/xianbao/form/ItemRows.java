package org.xianbao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.finding.Severity;

/** On which rows a form's items stand; tells in the end, once, which are missing, renamed, doubled or unknown. */
final class ItemRows {
    /** Rows that are kept although they are no item's first; further ones are only counted. */
    private static final int MOST = 1000;

    private final List<Item> declared;
    private final Items items;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<Integer, Label> labels = new HashMap<>();
    private final TreeMap<Integer, Label> unclaimed = new TreeMap<>();
    private int rows;
    private int further;
    private @Nullable CellAddress furthest;

    /**
     * An item that the form must have.
     *
     * @param label as declared; empty for a column that is no item
     * @param column the definition's column; null in a grid, where an item is a row
     */
    record Item(String label, @Nullable String column) {}

    /** @param item of which this is another row; null when the label is unknown */
    private record Label(
            CellAddress cell, String text, @Nullable Integer item) {}

    ItemRows(List<Item> declared) {
        this.declared = declared;
        this.items = new Items(declared.stream().map(Item::label).toList());
    }

    /** Whether some item has this very label. */
    boolean has(String label) {
        return items.has(label);
    }

    /** The item's number by its label or code; rows must be asked for from the top down. */
    Optional<Integer> find(String label, String code) {
        return items.find(label).or(() -> items.find(code));
    }

    /** Notes the item's row; false when it had one already, which counts. */
    boolean first(int item, CellAddress cell, String label) {
        boolean first = !places.containsKey(item);
        if (first) {
            places.put(item, rows);
            labels.put(rows++, new Label(cell, label.strip(), item));
        } else {
            unclaimed(cell, label, item);
        }
        return first;
    }

    /** Notes a row with figures whose label is no item's; its place among all rows, or empty when it is only counted. */
    Optional<Integer> unknown(CellAddress cell, String label) {
        return unclaimed(cell, label, null);
    }

    private Optional<Integer> unclaimed(CellAddress cell, String label, @Nullable Integer item) {
        int place = rows++;
        if (unclaimed.size() < MOST) {
            unclaimed.put(place, new Label(cell, label.strip(), item));
            return Optional.of(place);
        }
        furthest = furthest == null ? cell : furthest;
        further++;
        return Optional.empty();
    }

    /** @param filled how the figures on a row suit an item */
    void tell(Teller teller, Pairing.Filled filled) {
        Map<Integer, List<String>> texts = new HashMap<>();
        unclaimed.forEach(
                (place, row) -> texts.put(place, row.item() == null ? List.of(Wording.stub(row.text())) : List.of()));
        List<List<String>> wanted = declared.stream().map(i -> path(i.label())).toList();
        Map<Integer, Integer> renamed = Pairing.of(wanted, places, texts, filled);
        for (int i = 0; i < declared.size(); i++) {
            Integer place = renamed.get(i);
            if (place != null) {
                Label row = Objects.requireNonNull(unclaimed.remove(place));
                instead(teller, declared.get(i), row);
            } else if (!places.containsKey(i) && !declared.get(i).label().isEmpty()) {
                missing(teller, declared.get(i));
            }
        }
        unclaimed.values().forEach(row -> superfluous(teller, row));
        if (further > 0) {
            Map<String, String> message = Map.of("count", String.valueOf(further));
            teller.reject("item-unknown", furthest, Teller.inWordsOf("items-unknown", message));
        }
    }

    private static List<String> path(String label) {
        String stub = Wording.stub(label);
        return stub.isEmpty() ? List.of() : List.of(stub);
    }

    private void instead(Teller teller, Item wanted, Label row) {
        if (row.item() != null) {
            twice(teller, row, row.item(), wanted.label());
            return;
        }
        Map<String, String> message =
                Map.of("item", wanted.label(), "cell", row.cell().toString(), "found", row.text());
        teller.tell(
                Severity.REJECT,
                "item-missing",
                row.cell(),
                wanted.column(),
                row.text(),
                wanted.label(),
                Teller.inWordsOf("item-renamed", message));
    }

    private static void missing(Teller teller, Item item) {
        teller.tell(
                Severity.REJECT, "item-missing", null, item.column(), null, item.label(), Map.of("item", item.label()));
    }

    private void superfluous(Teller teller, Label row) {
        if (row.item() != null) {
            twice(teller, row, row.item(), null);
        } else {
            Map<String, String> message = Map.of("item", row.text());
            String reported = row.text().isEmpty() ? null : row.text();
            teller.tell(Severity.REJECT, "item-unknown", row.cell(), null, reported, null, message);
        }
    }

    private void twice(Teller teller, Label row, int item, @Nullable String expected) {
        Label first = Objects.requireNonNull(labels.get(places.get(item)));
        teller.tell(
                Severity.REJECT,
                "item-twice",
                row.cell(),
                declared.get(item).column(),
                row.text(),
                expected,
                Map.of("item", row.text(), "other", first.cell().toString()));
    }
}
