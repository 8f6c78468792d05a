package org.xianbao.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;

/**
 * Something that a form prints for a figure, or for a row of figures, to stand by.
 *
 * @param key what makes it the same part in another edition, whatever it is called there: the column's name, or the code
 *     of a grid's item
 * @param text as declared; a path of headings is joined by {@code /}
 * @param type of what is filled in; null where that has none of its own
 * @param unit that is reported in; null when it has none
 */
record FormPart(
        Sort sort,
        String key,
        String text,
        @Nullable ColumnType type,
        @Nullable String unit) {

    /** What a form prints. */
    enum Sort {
        /** In the title block. */
        LABEL,
        HEADING,
        /** A row's label. */
        ITEM
    }

    /** All parts of a form from the top down, in its order; cells that have no label are none. */
    static List<FormPart> of(ReturnDefinition definition) {
        Form form = definition.form();
        List<FormPart> parts = new ArrayList<>();
        label(parts, "county", form.county());
        label(parts, "period", form.period());
        heading(parts, "stub", form.stub());
        heading(parts, "value", form.value());
        definition.columns().forEach(column -> column(parts, column));
        form.items()
                .forEach((code, label) ->
                        parts.add(new FormPart(Sort.ITEM, code, label.zh().strip(), null, null)));
        parts.sort(Comparator.comparing(FormPart::sort));
        return List.copyOf(parts);
    }

    private static void label(List<FormPart> parts, String key, Place place) {
        if (place instanceof Place.After after) {
            parts.add(new FormPart(Sort.LABEL, "/" + key, after.label().strip(), null, null));
        }
    }

    private static void heading(List<FormPart> parts, String key, @Nullable String text) {
        if (text != null) {
            parts.add(new FormPart(Sort.HEADING, "/" + key, text.strip(), null, null));
        }
    }

    private static void column(List<FormPart> parts, Column column) {
        Place place = column.place();
        if (place instanceof Place.After after) {
            parts.add(of(Sort.LABEL, column, after.label()));
        } else if (place instanceof Place.Under under) {
            parts.add(of(Sort.HEADING, column, under.path()));
        } else if (place instanceof Place.Item item) {
            parts.add(of(Sort.ITEM, column, item.label()));
        }
    }

    private static FormPart of(Sort sort, Column column, String text) {
        String unit = column.reported() == null ? column.unit() : column.reported();
        return new FormPart(sort, column.name(), text.strip(), column.type(), unit);
    }

    /** Normalised, outermost first. */
    List<String> path() {
        return sort == Sort.HEADING
                ? Arrays.stream(text.split("/"))
                        .map(Wording::of)
                        .filter(s -> !s.isEmpty())
                        .toList()
                : List.of(Wording.of(text));
    }

    /** The part that stands around this one, with the groups around it; null when there is none. */
    @Nullable
    FormPart group() {
        int inner = sort == Sort.HEADING ? text.lastIndexOf('/') : -1;
        return inner < 0
                ? null
                : new FormPart(sort, key, text.substring(0, inner).strip(), null, null);
    }
}
