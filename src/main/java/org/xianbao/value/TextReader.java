package org.xianbao.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/**
 * Text: without outer spaces, every line break a newline, otherwise as typed. A whole number of more than 15 digits in a
 * number cell is refused: it was an account or a certificate that lost its digits.
 */
final class TextReader implements ValueReader {
    private static final int LONGEST = 4000;
    private static final int KEPT_DIGITS = 15;
    private static final Pattern LINE_BREAK = Pattern.compile("(?:_x000[dD]_|\r)\n?");

    /** Printable ASCII, and the ideographs and signs of three UTF-8 bytes, without anything at the ends to trim. */
    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        byte[] b = cell.bytes();
        int start = cell.start();
        int end = cell.end();
        if (cell.kind() != CellKind.TEXT || start == end || end - start > LONGEST) {
            return false;
        }
        int i = start;
        while (i < end) {
            int c = b[i];
            if (c > ' ' && c < 0x7F && c != '_' && c != '-' && c != '.') {
                i++;
            } else if (ideograph(b, i, end)) {
                i += 3;
            } else {
                return false;
            }
        }
        fields.text(b, start, end);
        return true;
    }

    /** U+4000 to U+9FFF, whole. */
    static boolean ideograph(byte[] b, int i, int end) {
        return b[i] >= (byte) 0xE4
                && b[i] <= (byte) 0xE9
                && i + 2 < end
                && (b[i + 1] & 0xC0) == 0x80
                && (b[i + 2] & 0xC0) == 0x80;
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String clean = cell.kind() == CellKind.PERCENT
                ? NumberReader.percent(text)
                : PlainText.trimmed(LINE_BREAK.matcher(text).replaceAll("\n"));
        if (clean.length() > LONGEST) {
            return Refusal.of("too-long", Integer.toString(LONGEST));
        }
        if (cell.kind() == CellKind.NUMBER && lost(clean)) {
            return Refusal.of("digits-lost");
        }
        fields.text(clean);
        return null;
    }

    /** Whether a number cell's whole digits are more than a spreadsheet keeps. */
    static boolean lost(String number) {
        BigDecimal value = NumberReader.decimal(number);
        return value == null || value.precision() - value.scale() > KEPT_DIGITS;
    }
}
