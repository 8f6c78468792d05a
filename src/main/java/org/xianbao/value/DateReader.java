package org.xianbao.value;

import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/** Days. */
final class DateReader implements ValueReader {
    private static final String EXAMPLE = "2018年6月5日 / 2018-06-05";

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        if (cell.kind() != CellKind.DATE && cell.kind() != CellKind.TEXT) {
            return false;
        }
        int day = Dates.epochDay(cell);
        if (day == Dates.NONE) {
            return false;
        }
        fields.date(day);
        return true;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        Dates.Reading reading = Dates.read(cell, text);
        if (reading.day() == null) {
            return Refusal.of(reading.refused() == null ? "not-a-date" : reading.refused(), EXAMPLE);
        }
        fields.date((int) reading.day().toEpochDay());
        return null;
    }
}
