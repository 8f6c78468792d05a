package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was meant, when a figure was written with one slip of the hand. Figures are as they stand on the form: digits are
 * exchanged there and not in the unit that is stored.
 */
final class Slips {
    /** 10 000: 万元 for 元. */
    private static final int MOST = 4;

    private Slips() {}

    /** The figures from which one slip makes this one. */
    static Set<BigDecimal> meant(BigDecimal written) {
        Set<BigDecimal> meant = new LinkedHashSet<>();
        if (written.signum() == 0) {
            return meant;
        }
        for (int n = 1; n <= MOST; n++) {
            meant.add(plain(written.scaleByPowerOfTen(-n)));
            meant.add(plain(written.scaleByPowerOfTen(n)));
        }
        meant.add(plain(written.negate()));
        String digits = written.toPlainString();
        for (int i = 0; i + 1 < digits.length(); i++) {
            int next = digits.charAt(i + 1) == '.' ? i + 2 : i + 1;
            if (transposable(digits, i, next)) {
                meant.add(plain(new BigDecimal(exchanged(digits, i, next))));
            }
        }
        meant.remove(plain(written));
        return meant;
    }

    private static boolean transposable(String digits, int at, int next) {
        return next < digits.length()
                && Character.isDigit(digits.charAt(at))
                && Character.isDigit(digits.charAt(next))
                && digits.charAt(at) != digits.charAt(next)
                && !(digits.charAt(next) == '0' && (at == 0 || digits.charAt(at - 1) == '-') && next == at + 1);
    }

    private static String exchanged(String digits, int at, int next) {
        StringBuilder text = new StringBuilder(digits);
        text.setCharAt(at, digits.charAt(next));
        text.setCharAt(next, digits.charAt(at));
        return text.toString();
    }

    /** The slip that made {@code written} of {@code meant}. */
    static Slip between(BigDecimal meant, BigDecimal written) {
        int exponent = exponent(meant, written);
        if (exponent != 0) {
            return exponent > 0 ? Slip.TOO_LARGE : Slip.TOO_SMALL;
        }
        if (meant.negate().compareTo(written) == 0) {
            return Slip.SIGN;
        }
        if (meant(written).contains(plain(meant))) {
            return Slip.DIGITS;
        }
        return oneDigit(plain(meant).toPlainString(), plain(written).toPlainString()) ? Slip.ONE_DIGIT : Slip.NONE;
    }

    /** n where {@code written} is 10ⁿ times {@code meant}, from -4 to 4; 0 when it is no power of ten. */
    static int exponent(BigDecimal meant, BigDecimal written) {
        for (int n = -MOST; n <= MOST; n++) {
            if (n != 0 && meant.signum() != 0 && meant.scaleByPowerOfTen(n).compareTo(written) == 0) {
                return n;
            }
        }
        return 0;
    }

    private static boolean oneDigit(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < a.length(); i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    /** Equal figures are equal objects: no trailing noughts, no negative scale. */
    static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
