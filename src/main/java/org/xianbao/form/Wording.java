package org.xianbao.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes printed texts comparable: what does not matter between two ways to print the same words is taken out. */
final class Wording {
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,3}(?:[、)]|\\.(?!\\d))|[#*＃·•○◆-]+)");
    private static final Pattern OF_WHICH = Pattern.compile("^(?:其中|#|其中项)[:：]?");

    private static final double INNER = 0.8;
    /** Of longer texts, only so much is compared. */
    private static final int COMPARED = 200;

    private Wording() {}

    /**
     * Without any space or line break (also {@code _x000D_}, U+3000, zero-width ones), full-width signs as half-width
     * ones, in lower case.
     */
    static String of(String text) {
        String source = text.contains("_x000") ? text.replaceAll("_x000[0-9A-Fa-f]_", "") : text;
        StringBuilder plain = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (!space(c)) {
                plain.append(half(c));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** A row label without numbering and 其中. */
    static String stub(String text) {
        String label = of(text);
        String before;
        do {
            before = label;
            label = OF_WHICH.matcher(NUMBERING.matcher(label).replaceFirst("")).replaceFirst("");
        } while (!label.equals(before));
        return label.isEmpty() ? of(text) : label;
    }

    static boolean space(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\ufeff'
                || Character.isISOControl(c);
    }

    /** Full-width forms, and the brackets and marks that are typed for them, as ASCII. */
    static char half(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '〔', '﹝', '﹙' -> '(';
            case '〕', '﹞', '﹚' -> ')';
            case '∶', '︰', '﹕' -> ':';
            case '∕', '⁄' -> '/';
            default -> c;
        };
    }

    /**
     * How alike two paths are, normalised and outermost first: 0 to 1. The innermost texts count most; a unit printed in
     * the second does not.
     */
    static double likeness(List<String> declared, List<String> printed) {
        double inner = likeness(declared.get(declared.size() - 1), printed.get(printed.size() - 1));
        double whole = likeness(String.join("", declared), String.join("", printed));
        return INNER * inner + (1 - INNER) * whole;
    }

    private static double likeness(String declared, String printed) {
        String plain = PrintedUnit.of(printed).text();
        return Math.max(share(declared, printed), share(declared, plain));
    }

    private static double share(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) distance(a, b) / longer;
    }

    /** Fewest characters to insert, delete or change to turn one text into the other. */
    private static int distance(String one, String other) {
        String a = one.substring(0, Math.min(one.length(), COMPARED));
        String b = other.substring(0, Math.min(other.length(), COMPARED));
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
