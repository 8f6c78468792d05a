package org.xianbao.reply.page;

import java.util.List;

/**
 * A sheet of ours, landscape and as wide as the paper; its lines stand from row 1 on.
 *
 * @param widths of the columns, in characters
 * @param heading zero-based number of the line of column headings, repeated on every printed page
 * @param frozen how many lines stay when one scrolls
 * @param colour of the sheet's tab, six hex digits
 */
public record Page(String name, List<Integer> widths, List<Line> lines, int heading, int frozen, String colour) {
    /** Links a sheet may hold: Excel keeps 65,530. */
    public static final int MOST_LINKS = 65_000;

    /** Characters a cell may hold. */
    private static final int LONGEST = 32_767;

    private static final int LINE_GAP = 8;

    private static final int HIGHEST = 400;

    /** As much of a text as a cell may hold. */
    public static String fitting(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** The height that a line's texts need, in points. */
    public int height(Line line) {
        int height = 0;
        for (Field field : line.fields()) {
            int width = widths.subList(field.column(), field.column() + field.span()).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            int size = field.style().size();
            int lines = Wrapped.lines(field.text(), width * 10 / size);
            height = Math.max(height, lines * (size * 3 / 2) + LINE_GAP);
        }
        return Math.min(height == 0 ? LINE_GAP : height, HIGHEST);
    }
}
