package org.xianbao.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds the layouts of a return against one another, as they share its table, and columns against the lists. */
final class Consistency {
    private final Set<String> lists;
    private final Mistakes mistakes;

    private Consistency(Set<String> lists, Mistakes mistakes) {
        this.lists = lists;
        this.mistakes = mistakes;
    }

    /** @param returns by name and {@code since} */
    static void check(List<ReturnDefinition> returns, Set<String> lists, Mistakes mistakes) {
        Consistency consistency = new Consistency(lists, mistakes);
        for (int i = 0; i < returns.size(); i++) {
            ReturnDefinition layout = returns.get(i);
            layout.columns().forEach(c -> consistency.list(layout, c));
            returns.subList(0, i).stream()
                    .filter(o -> o.name().equals(layout.name()))
                    .forEach(earlier -> consistency.layouts(earlier, layout));
        }
    }

    private void list(ReturnDefinition layout, Column column) {
        String list = column.list();
        if (list != null && !lists.contains(list)) {
            wrong(
                    layout,
                    column.line(),
                    "list: there is no lists/" + list + ".csv"
                            + Nearest.to(list, lists)
                                    .map(near -> ", did you mean '" + near + "'?")
                                    .orElse(""));
        }
    }

    private void layouts(ReturnDefinition earlier, ReturnDefinition layout) {
        if (earlier.since().equals(layout.since())) {
            wrong(layout, 1, "is valid from the same day as " + earlier.file());
        }
        if (earlier.every() != layout.every()) {
            wrong(
                    layout,
                    1,
                    "every: is " + layout.every().word() + " here, but "
                            + earlier.every().word() + " in " + earlier.file());
        }
        if ((earlier.form().kind() == Form.Kind.GRID) != (layout.form().kind() == Form.Kind.GRID)) {
            wrong(layout, 1, "kind: a return cannot be a grid here and none in " + earlier.file());
        }
        for (Column column : layout.columns()) {
            Optional<Column> before = earlier.column(column.name());
            before.ifPresent(b -> columns(earlier, layout, b, column));
            if (before.isEmpty()) {
                fields(earlier, layout, column);
            }
        }
    }

    private void columns(ReturnDefinition earlier, ReturnDefinition layout, Column before, Column column) {
        String where = " in " + earlier.file() + ", line " + before.line() + "; give it another name";
        if (before.type() != column.type() && !before.stored().equals(column.stored())) {
            wrong(
                    layout,
                    column.line(),
                    "column '" + column.name() + "' is of type " + column.type().word() + " here, but "
                            + before.type().word() + where);
        } else if (!Objects.equals(before.unit(), column.unit())) {
            wrong(
                    layout,
                    column.line(),
                    "column '" + column.name() + "' is stored in "
                            + Objects.requireNonNullElse(column.unit(), "no unit") + " here, but in "
                            + Objects.requireNonNullElse(before.unit(), "no unit") + where);
        }
    }

    /** A new column whose fields an earlier layout stores under another column. */
    private void fields(ReturnDefinition earlier, ReturnDefinition layout, Column column) {
        for (Column other : earlier.columns()) {
            other.stored().stream()
                    .filter(f ->
                            column.stored().stream().anyMatch(own -> own.name().equals(f.name())))
                    .forEach(f -> wrong(
                            layout,
                            column.line(),
                            "column '" + column.name() + "' stores '" + f.name() + "', as '" + other.name()
                                    + "' does in " + earlier.file()));
        }
    }

    private void wrong(ReturnDefinition layout, int line, String message) {
        mistakes.add(layout.file().toString().replace('\\', '/'), line, 1, message);
    }
}
