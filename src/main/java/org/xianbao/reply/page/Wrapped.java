package org.xianbao.reply.page;

/** How much room a text takes. A character of Chinese is as wide as two of Latin. */
public final class Wrapped {
    private Wrapped() {}

    /** Lines that a text takes in a column of this width, in Latin characters; 1 at least. */
    public static int lines(String text, int width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += Math.max(1, (width(line) + width - 1) / Math.max(1, width));
        }
        return lines;
    }

    /** In Latin characters. */
    public static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return c >= 0x2018 || (c >= 0x1100 && c < 0x1200);
    }
}
