package org.xianbao.suggest;

import java.math.BigDecimal;
import org.xianbao.definition.Column;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Unit;

/** Between the unit that is stored and the one that the form reports in. */
final class Notation {
    private final ReturnDefinition layout;

    Notation(ReturnDefinition layout) {
        this.layout = layout;
    }

    /** As on the form. */
    BigDecimal written(String column, BigDecimal stored) {
        return Slips.plain(stored.scaleByPowerOfTen(-exponent(column)));
    }

    /** As in the warehouse. */
    BigDecimal stored(String column, BigDecimal written) {
        return Slips.plain(written.scaleByPowerOfTen(exponent(column)));
    }

    private int exponent(String column) {
        return layout.column(column)
                .filter(c -> c.reported() != null && c.unit() != null)
                .map(c -> Unit.conversion(String.valueOf(c.reported()), String.valueOf(c.unit()))
                        .orElse(0))
                .orElse(0);
    }

    /** The unit that the form reports in; empty when the column has none. */
    String unit(String column) {
        return layout.column(column)
                .map(c -> c.reported() != null ? c.reported() : c.unit() != null ? c.unit() : "")
                .orElse("");
    }

    /** The name that people know the column by. */
    String title(String column, boolean chinese) {
        return layout.column(column)
                .map(Column::title)
                .map(t -> chinese ? t.zh() : t.en())
                .orElse(column);
    }
}
