package org.xianbao.reply.xlsx;

/** Texts as XML of a workbook: what XML cannot carry is written {@code _xHHHH_}, and what looks like that, escaped too. */
final class Escaped {
    private Escaped() {}

    /** For a text or an attribute in double quotes. */
    static String text(String text) {
        String plain = plain(text);
        StringBuilder xml = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\t' -> xml.append("&#9;");
                case '\n' -> xml.append("&#10;");
                default -> xml.append(c);
            }
        }
        return xml.toString();
    }

    /** For a document, which minds the signs of XML itself. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                plain.append(c).append(text.charAt(++i));
            } else if (c == '_' && looksEscaped(text, i)) {
                plain.append("_x005F_");
            } else {
                one(c, plain);
            }
        }
        return plain.toString();
    }

    private static void one(char c, StringBuilder plain) {
        if (c < ' ' && c != '\t' && c != '\n') {
            plain.append("_x%04X_".formatted((int) c));
        } else {
            plain.append(Character.isSurrogate(c) || c >= '\uFFFE' ? '\uFFFD' : c);
        }
    }

    private static boolean looksEscaped(String text, int at) {
        return text.regionMatches(true, at, "_x", 0, 2)
                && at + 7 <= text.length()
                && text.charAt(at + 6) == '_'
                && text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
