package org.xianbao.judge;

import java.util.List;
import java.util.stream.Collectors;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;

/** What makes a row the same row in the next period, beside county and period. */
record RowKey(ReturnDefinition layout, Period period) {

    /** The columns it consists of. */
    List<String> columns() {
        return layout.key().isEmpty() && layout.form().kind() == Form.Kind.GRID ? List.of(Form.ITEM) : layout.key();
    }

    /**
     * The key of row {@code f} as text, in SQL: empty for the single row of a unit form. A row whose key is unknown is
     * known by its place in this period only, so that next period's row in the same place is another one.
     */
    String subject() {
        if (layout.form().kind() == Form.Kind.UNIT) {
            return "''";
        }
        String place = "'" + period.label() + "#' || f._row";
        String key = columns().stream().map(this::text).collect(Collectors.joining(" || chr(31) || "));
        return key.isEmpty() ? place : "coalesce(nullif(" + key + ", ''), " + place + ")";
    }

    private String text(String column) {
        String type = layout.column(column)
                .map(Column::stored)
                .map(fields -> fields.get(0).type())
                .orElse("text");
        return switch (type) {
            // in hexadecimal, a run of digits might pass for a person's number
            case "bytea" -> "encode(f." + column + ", 'base64')";
            case "numeric" -> "trim_scale(f." + column + ")::text";
            default -> "f." + column + "::text";
        };
    }
}
