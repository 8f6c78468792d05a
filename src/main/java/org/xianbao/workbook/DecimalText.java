package org.xianbao.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * The decimal text of a stored number. A workbook stores the nearest binary fraction with up to 17 digits, and what was
 * typed as 0.399 may read 0.39900000000000002; Excel calculates with, shows and lets type 15 significant digits, so
 * rounding to 15 gives back what was typed and loses nothing that anybody entered.
 *
 * <p>A plain decimal of at most 15 significant digits is passed as it stands, without zeros at the end of a fraction
 * ({@code 5.0} is 5: some programs write every number so). Anything else is rounded and written
 * plainly, except from 10<sup>15</sup> on (and below 10<sup>-15</sup>): there the text keeps an exponent,
 * {@code 1.40222198001011E17}, because digits of a long integer are lost and must be seen to be. Reused, not
 * thread-safe.
 */
final class DecimalText {
    private static final int DIGITS = 15;
    private static final long LIMIT = 1_000_000_000_000_000L;
    private static final MathContext SHOWN = new MathContext(DIGITS, RoundingMode.HALF_UP);

    private final byte[] out = new byte[48];
    private final byte[] digits = new byte[DIGITS + 1];
    private int length;

    byte[] bytes() {
        return out;
    }

    int length() {
        return length;
    }

    /** Writes a double as Excel shows it; false when it is no number. */
    boolean write(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return false;
        }
        if (value == Math.rint(value) && Math.abs(value) < LIMIT) {
            plain(value < 0, Math.abs((long) value), 0);
            return true;
        }
        byte[] text = Double.toString(value).getBytes(StandardCharsets.ISO_8859_1);
        return write(text, text.length);
    }

    /** Reads the text of a number, {@code -12.5} or {@code 1.5E-3}; false when it is none. */
    boolean write(byte[] text, int end) {
        int i = end > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
        boolean negative = i == 1 && text[0] == '-';
        long mantissa = 0;
        int significant = 0;
        int scale = 0;
        int firstDigit = i;
        boolean point = false;
        int dropped = 0;
        int droppedTail = 0;
        for (; i < end; i++) {
            int c = text[i];
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            if (c < '0' || c > '9') {
                break;
            }
            if (significant > 0 || c != '0') {
                significant++;
            }
            if (significant <= DIGITS) {
                mantissa = mantissa * 10 + (c - '0');
                scale += point ? 1 : 0;
            } else {
                if (significant == DIGITS + 1) {
                    dropped = c - '0';
                } else {
                    droppedTail |= c - '0';
                }
                scale -= point ? 0 : 1;
            }
        }
        if (i == firstDigit || (i == firstDigit + 1 && point)) {
            return false;
        }
        if (i == end && significant <= DIGITS && end <= out.length && ends(text[end - 1], point) && text[0] != '+') {
            System.arraycopy(text, 0, out, 0, end);
            length = end;
            return true;
        }
        int exponent = i == end ? 0 : exponent(text, i, end);
        if (exponent == Integer.MIN_VALUE) {
            return false;
        }
        if (dropped == 5 && droppedTail == 0) {
            // the stored text is itself rounded, so half is told from less than half by the number it stands for
            return exact(text, end);
        }
        if (dropped >= 5) {
            mantissa++;
        }
        plain(negative, mantissa, (long) exponent - scale);
        return true;
    }

    /** Whether a plain decimal may end so: neither in a point nor in a zero that says nothing, as in 5.0. */
    private static boolean ends(byte last, boolean point) {
        return last != '.' && !(point && last == '0');
    }

    private boolean exact(byte[] text, int end) {
        double value = Double.parseDouble(new String(text, 0, end, StandardCharsets.ISO_8859_1));
        if (Double.isInfinite(value)) {
            return false;
        }
        BigDecimal shown = new BigDecimal(value).round(SHOWN);
        plain(shown.signum() < 0, shown.unscaledValue().abs().longValueExact(), -(long) shown.scale());
        return true;
    }

    /** @return the exponent at {@code E}, or {@link Integer#MIN_VALUE} when there is none or one no double has */
    private static int exponent(byte[] text, int from, int end) {
        if (text[from] != 'E' && text[from] != 'e') {
            return Integer.MIN_VALUE;
        }
        int i = from + 1;
        boolean negative = i < end && text[i] == '-';
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int value = 0;
        int first = i;
        for (; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
            value = Math.min(value * 10 + (text[i] - '0'), 100_000);
        }
        return i < end || i == first || value > 9_999 ? Integer.MIN_VALUE : negative ? -value : value;
    }

    /** Writes {@code mantissa × 10^exponent}; the mantissa is at most 10^15. */
    private void plain(boolean negative, long mantissa, long exponent) {
        length = 0;
        long power = exponent;
        long rest = mantissa;
        while (rest != 0 && rest % 10 == 0 && (power < 0 || rest >= LIMIT)) {
            rest /= 10;
            power++;
        }
        if (rest == 0) {
            out[length++] = '0';
            return;
        }
        int count = 0;
        for (long r = rest; r > 0; r /= 10) {
            count++;
        }
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (negative) {
            out[length++] = '-';
        }
        long before = count + power;
        if (before > DIGITS || before < -DIGITS) {
            withExponent(count, before - 1);
        } else if (before <= 0) {
            zeros("0.", (int) -before);
            digits(0, count);
        } else if (before < count) {
            digits(0, (int) before);
            out[length++] = '.';
            digits((int) before, count);
        } else {
            digits(0, count);
            zeros("", (int) before - count);
        }
    }

    private void withExponent(int count, long exponent) {
        int last = count;
        while (last > 1 && digits[last - 1] == '0') {
            last--;
        }
        digits(0, 1);
        if (last > 1) {
            out[length++] = '.';
            digits(1, last);
        }
        zeros("E" + exponent, 0);
    }

    private void digits(int from, int to) {
        System.arraycopy(digits, from, out, length, to - from);
        length += to - from;
    }

    private void zeros(String first, int count) {
        for (int i = 0; i < first.length(); i++) {
            out[length++] = (byte) first.charAt(i);
        }
        for (int i = 0; i < count; i++) {
            out[length++] = '0';
        }
    }
}
