package org.xianbao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a form's items by what is printed on their rows: the label, else the label without 其中 and numbering. */
final class Items {
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> bare = new HashMap<>();
    private String parent = "";

    /** @param labels of the items, in order; an item's number is its index; an empty label is no item */
    Items(List<String> labels) {
        Map<String, Integer> count = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (Wording.of(labels.get(i)).isEmpty()) {
                continue;
            }
            exact.putIfAbsent(Wording.of(labels.get(i)), i);
            String stub = Wording.stub(labels.get(i));
            bare.putIfAbsent(stub, i);
            count.merge(stub, 1, Integer::sum);
        }
        bare.keySet().removeIf(stub -> count.getOrDefault(stub, 0) > 1);
    }

    /** Whether some item has this very label. */
    boolean has(String label) {
        return exact.containsKey(Wording.of(label));
    }

    /** The number of the item whose row has this label; rows must be asked for from the top down. */
    Optional<Integer> find(String label) {
        String printed = Wording.of(label);
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        String stub = Wording.stub(label);
        boolean below = printed.startsWith("其中") || printed.startsWith("#");
        Integer found = below ? exact.get(parent + "/" + stub) : null;
        for (String key : new String[] {printed, PrintedUnit.of(printed).text()}) {
            found = found == null ? exact.get(key) : found;
        }
        for (String key : new String[] {stub, PrintedUnit.of(stub).text()}) {
            found = found == null ? exact.get(key) : found;
            found = found == null ? bare.get(key) : found;
        }
        if (found == null) {
            found = exact.get(parent + "/" + stub);
        }
        if (!below && (found == null || !parent.isEmpty() || exact.containsKey(stub) || bare.containsKey(stub))) {
            parent = exact.containsKey(parent + "/" + stub) ? parent : stub;
        }
        return Optional.ofNullable(found);
    }
}
