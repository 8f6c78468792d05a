package org.xianbao.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code template} block of a form. */
final class TemplateReader {
    private static final String ALL = "previous";

    private final List<Column> columns;

    /** @param columns of the form; only these can be taken over from the period before */
    TemplateReader(List<Column> columns) {
        this.columns = columns;
    }

    Template read(Block block) {
        block.only(Keys.TEMPLATE);
        Map<String, String> printed = new LinkedHashMap<>();
        block.get("printed").flatMap(Entry::block).ifPresent(b -> b.entries()
                .forEach(e -> e.text().ifPresent(t -> printed.put(e.key().strip(), t))));
        List<String> notes = block.get("notes").map(Entry::items).orElse(List.of()).stream()
                .flatMap(n -> n.text().stream())
                .toList();
        List<String> prefill = block.get("prefill").map(this::prefill).orElse(List.of());
        return new Template(Collections.unmodifiableMap(printed), notes, prefill);
    }

    private List<String> prefill(Entry entry) {
        if (entry.isText()) {
            entry.text()
                    .filter(t -> !t.equals(ALL))
                    .ifPresent(
                            t -> entry.wrong("prefill: must be '" + ALL + "' or a list of columns, not '" + t + "'"));
            return columns.stream()
                    .filter(c -> !c.type().personal())
                    .map(Column::name)
                    .toList();
        }
        return entry.items().stream().flatMap(i -> column(i).stream()).toList();
    }

    private Optional<String> column(Entry item) {
        Optional<String> name = item.text();
        Optional<Column> column = name.flatMap(
                n -> columns.stream().filter(c -> c.name().equals(n)).findFirst());
        if (name.isPresent() && column.isEmpty()) {
            item.wrong("prefill: unknown column '" + name.get() + "'"
                    + Nearest.hint(
                            name.get(), columns.stream().map(Column::name).toList()));
        }
        column.filter(c -> c.type().personal())
                .ifPresent(c -> item.wrong("prefill: of '" + c.name() + "' only a hash or a mask is kept"));
        return column.filter(c -> !c.type().personal()).map(Column::name);
    }
}
