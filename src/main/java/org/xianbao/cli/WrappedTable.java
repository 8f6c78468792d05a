package org.xianbao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for a terminal: columns as wide as what is in them, the widest ones narrowed until a line fits, and their texts
 * wrapped. A column with nothing in it is left out.
 */
final class WrappedTable {
    private static final String BETWEEN = "  ";
    private static final int NARROWEST = 10;

    /** What a line does not begin with: it stays with the character before. */
    private static final String CLOSING = "，。、；：！？）》〉」』】”’%,.;:!?)]}";

    private final List<String> head;
    private final List<Line> lines = new ArrayList<>();

    WrappedTable(String... head) {
        this.head = List.of(head);
    }

    /** A row, or a text of its own across the table. */
    private record Line(List<String> cells, Paint paint) {}

    /** @param paint of the first cell */
    WrappedTable row(Paint paint, String... cells) {
        lines.add(new Line(List.of(cells), paint));
        return this;
    }

    /** A text across the table. */
    WrappedTable across(String text) {
        lines.add(new Line(List.of(text), Paint.FAINT));
        return this;
    }

    /**
     * The table line by line.
     *
     * @param width columns of the terminal
     * @param coloured whether it shows colours
     */
    List<String> lines(int width, boolean coloured) {
        int[] used = IntStream.range(0, head.size())
                .filter(i -> rows().anyMatch(l -> !l.cells.get(i).isEmpty()))
                .toArray();
        int[] widths =
                narrowed(IntStream.of(used).map(this::natural).toArray(), width - BETWEEN.length() * (used.length - 1));
        List<String> told = new ArrayList<>();
        told.addAll(set(head, used, widths, Paint.NONE, coloured));
        told.add("─".repeat(IntStream.of(widths).sum() + BETWEEN.length() * (used.length - 1)));
        for (Line line : lines) {
            if (line.cells.size() == 1) {
                told.add(line.paint.on(line.cells.get(0), coloured));
            } else {
                told.addAll(set(line.cells, used, widths, line.paint, coloured));
            }
        }
        return told;
    }

    private Stream<Line> rows() {
        return lines.stream().filter(l -> l.cells.size() > 1);
    }

    private int natural(int column) {
        int longest = rows().mapToInt(l -> l.cells
                        .get(column)
                        .lines()
                        .mapToInt(TextWidth::of)
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        return Math.max(TextWidth.of(head.get(column)), longest);
    }

    private static int[] narrowed(int[] natural, int room) {
        int[] widths = natural.clone();
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElseThrow();
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static List<String> set(List<String> cells, int[] used, int[] widths, Paint paint, boolean coloured) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            wrapped.add(wrapped(cells.get(used[i]), widths[i]));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        List<String> set = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < used.length; i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                String padded = TextWidth.pad(part, widths[i], false);
                text.append(i == 0 ? "" : BETWEEN).append(i == 0 ? paint.on(padded, coloured) : padded);
            }
            set.add(text.toString().stripTrailing());
        }
        return set;
    }

    /** Broken at blanks, between wide characters, or where it must be. */
    static List<String> wrapped(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            String rest = line;
            while (TextWidth.of(rest) > width) {
                int end = breakAt(rest, width);
                wrapped.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            wrapped.add(rest);
        }
        return wrapped;
    }

    private static int breakAt(String text, int width) {
        int most = Math.max(TextWidth.cut(text, width).length(), Character.charCount(text.codePointAt(0)));
        for (int end = most; end > 0; end--) {
            if (mayBreak(text, end)) {
                return end;
            }
        }
        return most;
    }

    private static boolean mayBreak(String text, int at) {
        int before = text.codePointBefore(at);
        int behind = text.codePointAt(at);
        if (CLOSING.indexOf(behind) >= 0 || Character.isLowSurrogate(text.charAt(at))) {
            return false;
        }
        return before == ' ' || behind == ' ' || isWide(before) || isWide(behind);
    }

    private static boolean isWide(int codePoint) {
        return TextWidth.of(Character.toString(codePoint)) == 2;
    }
}
