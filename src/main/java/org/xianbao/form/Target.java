package org.xianbao.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;

/**
 * A heading that a form must have.
 *
 * @param column index in {@code definition.columns()}, or {@link #STUB} or {@link #VALUE}
 * @param declared as in the definition
 * @param path normalised, outermost first
 */
record Target(int column, String declared, List<String> path) {
    /** The column of row labels. */
    static final int STUB = -1;
    /** The column of a unit form's values. */
    static final int VALUE = -2;

    static List<Target> of(ReturnDefinition definition) {
        List<Target> targets = new ArrayList<>();
        Form form = definition.form();
        if (form.stub() != null) {
            targets.add(of(STUB, form.stub()));
        }
        if (form.value() != null) {
            targets.add(of(VALUE, form.value()));
        }
        for (int i = 0; i < definition.columns().size(); i++) {
            if (definition.columns().get(i).place() instanceof Place.Under under) {
                targets.add(of(i, under.path()));
            }
        }
        return List.copyOf(targets);
    }

    private static Target of(int column, String declared) {
        return new Target(
                column,
                declared,
                Arrays.stream(declared.split("/"))
                        .map(Wording::of)
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    /** The headings as declared, from the outermost to that with this index in {@link #path}. */
    String declared(int last) {
        return Arrays.stream(declared.split("/"))
                .map(String::strip)
                .filter(s -> !Wording.of(s).isEmpty())
                .limit(last + 1L)
                .collect(Collectors.joining("/"));
    }

    String innermost() {
        return path.get(path.size() - 1);
    }
}
