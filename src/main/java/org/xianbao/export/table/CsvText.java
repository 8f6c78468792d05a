package org.xianbao.export.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as of RFC 4180. A text that a spreadsheet would take for a formula, and one that begins with an apostrophe, is
 * written with an apostrophe before it; taking one leading apostrophe away gives every text back.
 */
public final class CsvText {
    /** What begins a formula, in half and full width, and the apostrophe itself (OWASP, CSV injection). */
    private static final String RISKY = "=+-@\t\r'＝＋－＠";

    private final StringBuilder text = new StringBuilder();

    /** One record; null is an empty field. */
    public CsvText line(@Nullable Object... fields) {
        text.append(Arrays.stream(fields).map(CsvText::field).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        return quoted(guarded(value.toString()));
    }

    private static String guarded(String value) {
        return !value.isEmpty() && RISKY.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
