package org.xianbao.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.xianbao.cell.CellKind;

/**
 * Tells from a number format what its numbers are shown as: {@link CellKind#DATE}, {@link CellKind#PERCENT} or plain
 * {@link CellKind#NUMBER}. Built-in formats by ECMA-376 part 1, 18.8.30, those of the Chinese versions (27-36, 50-58)
 * included; a workbook that spells a format out under one of these numbers is taken at its word.
 */
final class NumberFormats {
    private final Map<Integer, CellKind> own = new HashMap<>();

    void declare(int id, String code) {
        own.put(id, kindOf(code));
    }

    CellKind kind(int id) {
        CellKind declared = own.get(id);
        return declared != null ? declared : builtIn(id);
    }

    private static CellKind builtIn(int id) {
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return CellKind.DATE;
        }
        return id == 9 || id == 10 ? CellKind.PERCENT : CellKind.NUMBER;
    }

    /**
     * What the first section of a format code shows. Letters count only outside quotes, after no backslash, underscore or
     * asterisk, and outside brackets, where colours, conditions and locales stand; {@code [h]}, {@code [m]} and
     * {@code [s]} are elapsed time.
     */
    static CellKind kindOf(String formatCode) {
        String code = formatCode.toLowerCase(Locale.ROOT).replace("general", "");
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = end(code, '"', i);
                case '\\', '_', '*' -> i++;
                case '[' -> {
                    int close = end(code, ']', i);
                    if (elapsed(code, i + 1, close)) {
                        return CellKind.DATE;
                    }
                    i = close;
                }
                case 'y', 'm', 'd', 'h', 's' -> {
                    return CellKind.DATE;
                }
                case '%' -> {
                    return CellKind.PERCENT;
                }
                case ';' -> {
                    return CellKind.NUMBER;
                }
                case 'e' -> {
                    // 0.00E+00 is a number, e"年" a year
                    if (i + 1 == code.length() || (code.charAt(i + 1) != '+' && code.charAt(i + 1) != '-')) {
                        return CellKind.DATE;
                    }
                }
                case 'a' -> {
                    // aaaa is a day of the week
                    if (code.startsWith("aaa", i)) {
                        return CellKind.DATE;
                    }
                }
                default -> {
                    // a digit, a separator or a literal
                }
            }
        }
        return CellKind.NUMBER;
    }

    private static int end(String code, char mark, int from) {
        int end = code.indexOf(mark, from + 1);
        return end < 0 ? code.length() : end;
    }

    private static boolean elapsed(String code, int from, int to) {
        char unit = from < to ? code.charAt(from) : 0;
        if (unit != 'h' && unit != 'm' && unit != 's') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (code.charAt(i) != unit) {
                return false;
            }
        }
        return true;
    }
}
