package org.xianbao.value;

import java.util.Map;
import org.xianbao.definition.Column;
import org.xianbao.definition.Missing;
import org.xianbao.finding.Severity;

/** Makes the converter of a column. Thread-safe; the converters are not: each belongs to one reader of one submission. */
public final class Converters {
    private final ConversionContext context;

    public Converters(ConversionContext context) {
        this.context = context;
    }

    /**
     * The converter of a column.
     *
     * @throws IllegalArgumentException when the column names an unknown list, or units that do not convert
     */
    public Converter of(Column column) {
        int fields = column.stored().size();
        return (cell, sink, problems) -> {
            if (cell.isBlank()) {
                sink.missing(context.missing().getOrDefault("", Missing.UNKNOWN), fields);
            } else {
                sink.missing(Missing.REFUSED, fields);
                problems.found(Severity.REJECT, "not-supported", null, null, Map.of());
            }
        };
    }
}
