package org.xianbao.workbook;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.xianbao.cell.CellKind;

/** Puts stored values into a row as what they are, the same for every file format. Reused, not thread-safe. */
final class CellValue {
    private static final byte[] TRUE = {'T', 'R', 'U', 'E'};
    private static final byte[] FALSE = {'F', 'A', 'L', 'S', 'E'};
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final DecimalText decimal = new DecimalText();
    private final SerialDate date;

    CellValue(boolean since1904) {
        this.date = new SerialDate(since1904);
    }

    /** A number as its text; what is no number after all stays the text it is. */
    void number(Row row, int column, CellKind shownAs, byte[] text, int length) {
        if (!decimal.write(text, length)) {
            text(row, column, text, length);
        } else if (shownAs != CellKind.DATE || !date.write(serial(text, length))) {
            decimal(row, column, shownAs);
        } else {
            row.put(column, CellKind.DATE, date.bytes(), 0, date.length());
        }
    }

    void number(Row row, int column, CellKind shownAs, double value) {
        if (shownAs == CellKind.DATE && date.write(value)) {
            row.put(column, CellKind.DATE, date.bytes(), 0, date.length());
        } else if (decimal.write(value)) {
            decimal(row, column, shownAs);
        } else {
            row.put(column, CellKind.ERROR, "#NUM!".getBytes(StandardCharsets.US_ASCII), 0, 5);
        }
    }

    private void decimal(Row row, int column, CellKind shownAs) {
        CellKind kind = shownAs == CellKind.PERCENT ? CellKind.PERCENT : CellKind.NUMBER;
        row.put(column, kind, decimal.bytes(), 0, decimal.length());
    }

    /** A text; an empty one is a blank cell. */
    void text(Row row, int column, byte[] text, int length) {
        if (length > 0) {
            row.put(column, CellKind.TEXT, text, 0, length);
        }
    }

    void bool(Row row, int column, boolean value) {
        byte[] text = value ? TRUE : FALSE;
        row.put(column, CellKind.BOOLEAN, text, 0, text.length);
    }

    /** An ISO 8601 date or date and time (local, or with an offset, which is dropped); anything else stays text. */
    void isoDate(Row row, int column, byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        byte[] shown;
        try {
            shown = iso(text).getBytes(StandardCharsets.US_ASCII);
        } catch (DateTimeException e) {
            text(row, column, bytes, length);
            return;
        }
        row.put(column, CellKind.DATE, shown, 0, shown.length);
    }

    private static String iso(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).toString();
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        LocalDateTime time = LocalDateTime.from(parsed).plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : DATE_TIME.format(time);
    }

    private static double serial(byte[] text, int length) {
        if (length > 7) {
            return Double.parseDouble(new String(text, 0, length, StandardCharsets.ISO_8859_1));
        }
        int days = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return Double.parseDouble(new String(text, 0, length, StandardCharsets.ISO_8859_1));
            }
            days = days * 10 + (text[i] - '0');
        }
        return days;
    }
}
