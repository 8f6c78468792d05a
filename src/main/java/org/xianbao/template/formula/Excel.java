package org.xianbao.template.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Pieces of formulas. */
public final class Excel {
    private Excel() {}

    /** A text as a literal. */
    public static String text(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    public static String date(LocalDate day) {
        return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
    }

    /** All of the parts; {@code TRUE} when there are none. */
    public static String and(List<String> parts) {
        return joined("AND", parts, "TRUE");
    }

    /** Any of the parts; {@code FALSE} when there are none. */
    public static String or(List<String> parts) {
        return joined("OR", parts, "FALSE");
    }

    private static String joined(String function, List<String> parts, String none) {
        return parts.isEmpty()
                ? none
                : parts.size() == 1 ? parts.get(0) : function + "(" + String.join(",", parts) + ")";
    }

    /** The operand times a power of ten, without the error of a binary fraction. */
    static String scaled(String operand, int exponent) {
        BigDecimal factor = BigDecimal.ONE.scaleByPowerOfTen(Math.abs(exponent));
        return exponent == 0 ? operand : "(" + operand + (exponent > 0 ? "*" : "/") + factor.toPlainString() + ")";
    }
}
