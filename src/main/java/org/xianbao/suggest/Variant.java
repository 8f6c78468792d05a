package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What might have been meant: other figures in up to two cells, or a whole column that was written in another unit.
 *
 * @param changes none for the sheet as it is
 * @param column the column that is multiplied in all rows and in its printed total; null for none
 * @param factor what it is multiplied by
 */
record Variant(List<Change> changes, @Nullable String column, BigDecimal factor) {
    static final Variant AS_SENT = new Variant(List.of(), null, BigDecimal.ONE);

    static Variant of(Change... changes) {
        return new Variant(List.of(changes), null, BigDecimal.ONE);
    }

    static Variant multiplied(String column, BigDecimal factor) {
        return new Variant(List.of(), column, factor);
    }

    /** Whether rules over this row may now come out otherwise. */
    boolean touches(SheetRow row) {
        return column != null
                || changes.stream()
                        .anyMatch(c -> c.spot().row() == null || c.spot().row() == row.number());
    }

    /** Puts what a column's cells become into SQL, where {@code b} is the row and {@code v} this variant. */
    static String overlay(Map.Entry<String, String> field, boolean figure) {
        String name = "b.\"" + field.getKey() + "\"";
        if (!figure) {
            return name;
        }
        String type = field.getValue();
        return ("case when v._c1 = '%1$s' and (v._r1 is null or v._r1 = b._row) then v._v1::%2$s"
                        + " when v._c2 = '%1$s' and (v._r2 is null or v._r2 = b._row) then v._v2::%2$s"
                        + " when v._c0 = '%1$s' then (b.\"%1$s\" * v._v0)::%2$s else %3$s end as \"%1$s\"")
                .formatted(field.getKey(), type, name);
    }

    /** The same for a printed total. */
    static String overlay(String column, Excerpt.Printed total) {
        return ("case when v._c1 = '%1$s' and v._r1 = %2$d then v._v1 when v._c2 = '%1$s' and v._r2 = %2$d then v._v2"
                        + " when v._c0 = '%1$s' then %3$s * v._v0 else %3$s end")
                .formatted(column, total.row(), total.figure().toPlainString());
    }
}
