package org.xianbao.reply.xlsx;

import java.util.HashMap;
import java.util.Map;

/** How wide and how high the cells of a sheet are, in pixels; only what differs from the rest is kept. */
final class Grid {
    private static final double PIXELS_A_POINT = 4.0 / 3;
    private static final int PIXELS_A_CHARACTER = 7;
    private static final int PADDING = 5;
    /** Columns kept of one declaration, which may name all 16,384 of a sheet. */
    private static final int MOST = 1024;

    private final Map<Integer, Integer> widths = new HashMap<>();
    private final Map<Integer, Integer> heights = new HashMap<>();
    private int width = 64;
    private int height = 20;

    void defaultWidth(double characters) {
        width = (int) (characters * PIXELS_A_CHARACTER) + PADDING;
    }

    void defaultHeight(double points) {
        height = (int) (points * PIXELS_A_POINT);
    }

    /** Zero-based columns, the last included; 0 characters for hidden ones. */
    void columns(int first, int last, double characters) {
        int pixels = characters == 0 ? 0 : (int) (characters * PIXELS_A_CHARACTER) + PADDING;
        for (int column = first; column <= Math.min(last, first + MOST); column++) {
            widths.put(column, pixels);
        }
    }

    void row(int row, double points) {
        heights.put(row, (int) (points * PIXELS_A_POINT));
    }

    int width(int column) {
        return widths.getOrDefault(column, width);
    }

    int height(int row) {
        return heights.getOrDefault(row, height);
    }
}
