package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xianbao.definition.ReturnDefinition;

/** The rows of periods before by their keys; the first that is added of a key and period counts. */
final class History {
    private final List<String> keys;
    private final String previous;
    private final ReturnDefinition layout;
    private final Map<String, Map<String, Object>> last = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> newest = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    History(List<String> keys, String previous, ReturnDefinition layout) {
        this.keys = keys;
        this.previous = previous;
        this.layout = layout;
    }

    private String key(Map<String, Object> row) {
        return keys.stream().map(k -> String.valueOf(row.get(k))).collect(Collectors.joining("\0"));
    }

    void add(String label, Map<String, Object> row) {
        String key = key(row);
        if (!seen.add(label + "\0" + key)) {
            return;
        }
        if (label.equals(previous)) {
            last.put(key, row);
        }
        SheetRow figures = new SheetRow(0, row, Map.of());
        Map<String, BigDecimal> known = newest.computeIfAbsent(key, k -> new HashMap<>());
        layout.columns().forEach(c -> {
            BigDecimal figure = figures.figure(c.name());
            if (figure != null) {
                known.putIfAbsent(c.name(), figure);
            }
        });
    }

    SheetRow complete(int number, Map<String, Object> stored) {
        String key = key(stored);
        last.getOrDefault(key, Map.of()).forEach((field, value) -> stored.put("prev." + field, value));
        return new SheetRow(number, stored, newest.getOrDefault(key, Map.of()));
    }
}
