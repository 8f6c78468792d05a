package org.xianbao.value;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/**
 * Years: {@code 2018}, {@code 2018年}, {@code 2018年度}, or a date's. A date of 1905 is none: it is what a sheet makes of
 * the number 2018 in a cell that is formatted as a date.
 */
final class YearReader implements ValueReader {
    private static final String EXAMPLE = "2018";
    private static final int SERIAL_YEAR = 1905;
    private static final Pattern YEAR = Pattern.compile("([12]\\d{3})(?:\\.0+)? ?(?:年度?)?");

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        boolean digits = (cell.kind() == CellKind.NUMBER || cell.kind() == CellKind.TEXT) && cell.length() == 4;
        int year = digits ? Dates.number(cell.bytes(), cell.start(), cell.end()) : -1;
        if (year < 1000 || year > 2999) {
            return false;
        }
        fields.integer(year);
        return true;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String plain = PlainText.halfWidth(text);
        if (cell.kind() == CellKind.DATE) {
            LocalDate day = Dates.typed(plain).day();
            plain = day == null || day.getYear() == SERIAL_YEAR ? "" : Integer.toString(day.getYear());
        }
        Matcher m = YEAR.matcher(plain);
        if (cell.kind() == CellKind.PERCENT || cell.kind() == CellKind.BOOLEAN || !m.matches()) {
            return Refusal.of("not-a-year", EXAMPLE);
        }
        fields.integer(Integer.parseInt(m.group(1)));
        return null;
    }
}
