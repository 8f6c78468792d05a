package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Headings over the columns from A on, in as many rows as the form declares. */
final class Headings {
    private static final Look LOOK = Look.printed(Look.Part.HEADING, HorizontalAlignment.CENTER);

    private final Paper paper;
    private final int first;
    private final int last;
    private final List<Path> paths;

    /**
     * What is printed over one column.
     *
     * @param parts outermost first
     * @param unit printed below the innermost; null for none
     */
    private record Path(List<String> parts, @Nullable String unit) {

        /** A path that is longer than the rows are many has its outermost headings in one cell. */
        static Path of(String declared, @Nullable String unit, int rows) {
            List<String> parts = new ArrayList<>(
                    List.of(declared.split("/")).stream().map(String::strip).toList());
            boolean folded = parts.size() > rows;
            while (parts.size() > rows) {
                parts.set(0, parts.get(0) + "\n" + parts.remove(1));
            }
            return new Path(parts, folded || said(parts, unit) ? null : unit);
        }

        private static boolean said(List<String> parts, @Nullable String unit) {
            return unit == null || parts.get(parts.size() - 1).contains(unit);
        }

        boolean leaf(int depth) {
            return depth == parts.size() - 1;
        }

        String text(int depth) {
            return parts.get(depth) + (leaf(depth) && unit != null ? "\n（" + unit + "）" : "");
        }

        /** Whether both go through the same group at this depth. */
        boolean shares(Path other, int depth) {
            return depth < parts.size() - 1
                    && depth < other.parts.size() - 1
                    && parts.subList(0, depth + 1).equals(other.parts.subList(0, depth + 1));
        }
    }

    /**
     * @param first first heading row
     * @param declared a path for each column of the paper: {@code 工资/基本工资}
     * @param units one for each column, null for none
     */
    Headings(Paper paper, int first, int last, List<String> declared, List<@Nullable String> units) {
        this.paper = paper;
        this.first = first;
        this.last = last;
        this.paths = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            paths.add(Path.of(declared.get(i), units.get(i), last - first + 1));
        }
    }

    void print() {
        for (int column = 0; column < paths.size(); column++) {
            Path path = paths.get(column);
            for (int depth = 0; depth < path.parts().size(); depth++) {
                if (column == 0 || !path.shares(paths.get(column - 1), depth)) {
                    print(column, depth);
                }
            }
        }
    }

    private void print(int column, int depth) {
        Path path = paths.get(column);
        int right = column;
        while (right + 1 < paths.size() && path.shares(paths.get(right + 1), depth)) {
            right++;
        }
        int bottom = path.leaf(depth) ? last : first + depth;
        String text = path.text(depth);
        paper.print(new CellRangeAddress(first + depth, bottom, column, right), text, LOOK);
        int lines = Paper.lines(text, paper.width(column, right) - 1);
        int rows = bottom - first - depth + 1;
        for (int row = first + depth; row <= bottom; row++) {
            paper.lines(row, (lines + rows - 1) / rows);
        }
    }
}
