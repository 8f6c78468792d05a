package org.xianbao.value;

import java.util.Set;
import java.util.regex.Pattern;

/** What is the same to a reader however it was typed: outer and inner spaces, full-width and half-width signs. */
final class PlainText {
    private static final int FULL_WIDTH = 0xFEE0;
    private static final int LONGEST_MARK = 6;
    private static final Set<String> WORDS =
            Set.of("一", "无", "没有", "暂无", "空", "不详", "未知", "不明", "待定", "未填", "N/A", "n/a", "NA", "null", "NULL");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}√✓✔×✗✘]+");
    private static final Pattern DASHES = Pattern.compile("[-－—–―‐‑─━−…⋯.．·・\\s]+");

    private PlainText() {}

    /** Whether nothing is seen of the character: white space of any width, no-break, zero-width, byte-order mark. */
    static boolean space(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x200B
                || c == 0xFEFF
                || c == 0x2060
                || c == 0x85;
    }

    /** Without the spaces around it. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && space(text.charAt(start))) {
            start++;
        }
        while (end > start && space(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** With ASCII signs and plain spaces for full-width ones, and without the spaces around it. */
    static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                plain.append((char) (c - FULL_WIDTH));
            } else if (c == '\u2212') {
                plain.append('-');
            } else {
                plain.append(space(c) ? ' ' : c);
            }
        }
        return trimmed(plain.toString());
    }

    /** Half-width and without any space. */
    static String dense(String text) {
        return halfWidth(text).replace(" ", "");
    }

    /** Whether the text looks like a mark that stands for something missing, such as {@code —}, {@code 一} or {@code 无}. */
    static boolean mark(String trimmed) {
        return WORDS.contains(trimmed)
                || (trimmed.length() <= LONGEST_MARK && SIGNS.matcher(trimmed).matches());
    }

    /** Whether the text has only dashes and dots, so that it is a mark even where any text may stand. */
    static boolean dashes(String trimmed) {
        return trimmed.length() <= LONGEST_MARK && DASHES.matcher(trimmed).matches();
    }
}
