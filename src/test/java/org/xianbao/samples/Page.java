package org.xianbao.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/**
 * A sheet as a county would type it: title block, heading rows, body, footer. Rows are zero-based here; {@link #set}
 * takes addresses as Excel shows them.
 */
final class Page {
    /** How a cell looks. */
    enum Look {
        TITLE,
        BLOCK,
        HEADING,
        BODY,
        TOTAL,
        NOTE
    }

    record Typed(Content content, Look look) {}

    record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private final String sheet;
    private final int width;
    private final TreeMap<CellAddress, Typed> cells = new TreeMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private boolean hidden;
    private int next;
    private int headingEnd;
    private int bodyStart;

    Page(String sheet, String title, int width) {
        this.sheet = sheet;
        this.width = width;
        across(title, Look.TITLE);
    }

    /** One text over the whole width. */
    Page across(String text, Look look) {
        put(next, 0, new Content.Text(text), look);
        if (width > 1) {
            merges.add(new Merge(next, next, 0, width - 1));
        }
        next++;
        return this;
    }

    /** Texts side by side, each over its part of the width. */
    Page block(String... texts) {
        int n = texts.length;
        for (int i = 0; i < n; i++) {
            int first = i * width / n;
            int last = (i + 1) * width / n - 1;
            put(next, first, new Content.Text(texts[i]), Look.BLOCK);
            if (last > first) {
                merges.add(new Merge(next, next, first, last));
            }
        }
        next++;
        return this;
    }

    /** Heading rows from paths like {@code 培训/开始日期}, merged as a form would be. */
    Page headings(int rows, List<String> paths) {
        int top = next;
        String[][] parts = paths.stream().map(p -> p.split("/", -1)).toArray(String[][]::new);
        for (int c = 0; c < parts.length; c++) {
            for (int r = 0; r < parts[c].length; r++) {
                if (c > 0 && sameUpTo(parts[c - 1], parts[c], r)) {
                    continue;
                }
                int last = c;
                boolean leaf = r == parts[c].length - 1;
                while (!leaf && last + 1 < parts.length && sameUpTo(parts[last + 1], parts[c], r)) {
                    last++;
                }
                int bottom = leaf ? rows - 1 : r;
                put(top + r, c, new Content.Text(parts[c][r]), Look.HEADING);
                if (last > c || bottom > r) {
                    merges.add(new Merge(top + r, top + bottom, c, last));
                }
            }
        }
        next = top + rows;
        headingEnd = next;
        bodyStart = next;
        return this;
    }

    /** The headings once more, as on a second page. */
    Page headingsAgain(int rows, List<String> paths) {
        int end = headingEnd;
        int start = bodyStart;
        headings(rows, paths);
        headingEnd = end;
        bodyStart = start;
        return this;
    }

    /** Whether both paths go through the same inner heading at this depth. */
    private static boolean sameUpTo(String[] a, String[] b, int depth) {
        if (a.length <= depth + 1 || b.length <= depth + 1) {
            return false;
        }
        for (int i = 0; i <= depth; i++) {
            if (!a[i].equals(b[i])) {
                return false;
            }
        }
        return true;
    }

    /** A body row; null leaves a cell blank. */
    Page row(@Nullable Object... values) {
        return row(Look.BODY, values);
    }

    Page total(@Nullable Object... values) {
        return row(Look.TOTAL, values);
    }

    private Page row(Look look, @Nullable Object... values) {
        for (int c = 0; c < width; c++) {
            Object value = c < values.length ? values[c] : null;
            put(next, c, value == null ? new Content.Text("") : Content.of(value), look);
        }
        next++;
        return this;
    }

    /** A blank row and what stands below the table. */
    Page footer(String leader, String clerk, String sentOn) {
        next++;
        block("单位负责人：" + leader, "填表人：" + clerk, "联系电话：000-0000000", "报出日期：" + sentOn);
        return this;
    }

    Page note(String text) {
        return across(text, Look.NOTE);
    }

    /** Types over a cell, keeping its look. */
    Page set(String address, Object value) {
        CellAddress cell = CellAddress.parse(address).orElseThrow();
        Typed before = cells.get(cell);
        put(cell.row(), cell.column(), Content.of(value), before == null ? Look.BODY : before.look());
        return this;
    }

    Page clear(String address) {
        cells.remove(CellAddress.parse(address).orElseThrow());
        return this;
    }

    /** Moves everything from this 1-based row on down by one, as inserting a row does. */
    Page insertRow(int row) {
        TreeMap<CellAddress, Typed> moved = new TreeMap<>();
        cells.forEach(
                (a, typed) -> moved.put(a.row() >= row - 1 ? new CellAddress(a.row() + 1, a.column()) : a, typed));
        cells.clear();
        cells.putAll(moved);
        merges.replaceAll(m -> m.firstRow() >= row - 1
                ? new Merge(m.firstRow() + 1, m.lastRow() + 1, m.firstColumn(), m.lastColumn())
                : m);
        next++;
        if (headingEnd >= row) {
            headingEnd++;
            bodyStart++;
        }
        return this;
    }

    /** Moves everything from this column on to the right by one, as inserting a column does. */
    Page insertColumn(String letter) {
        int from = CellAddress.parse(letter + 1).orElseThrow().column();
        TreeMap<CellAddress, Typed> moved = new TreeMap<>();
        cells.forEach(
                (a, typed) -> moved.put(a.column() >= from ? new CellAddress(a.row(), a.column() + 1) : a, typed));
        cells.clear();
        cells.putAll(moved);
        merges.replaceAll(m -> new Merge(
                m.firstRow(),
                m.lastRow(),
                m.firstColumn() >= from ? m.firstColumn() + 1 : m.firstColumn(),
                m.lastColumn() >= from ? m.lastColumn() + 1 : m.lastColumn()));
        return this;
    }

    /** Exchanges two columns (letters) in all rows of the table. */
    Page swapColumns(String one, String other) {
        int a = CellAddress.parse(one + 1).orElseThrow().column();
        int b = CellAddress.parse(other + 1).orElseThrow().column();
        TreeMap<CellAddress, Typed> swapped = new TreeMap<>();
        cells.forEach((cell, typed) -> {
            boolean table = typed.look() == Look.HEADING || typed.look() == Look.BODY || typed.look() == Look.TOTAL;
            int column = !table ? cell.column() : cell.column() == a ? b : cell.column() == b ? a : cell.column();
            swapped.put(new CellAddress(cell.row(), column), typed);
        });
        cells.clear();
        cells.putAll(swapped);
        return this;
    }

    Page hideRow(int row) {
        hiddenRows.add(row - 1);
        return this;
    }

    Page hideColumn(int column) {
        hiddenColumns.add(column);
        return this;
    }

    Page hide() {
        hidden = true;
        return this;
    }

    private void put(int row, int column, Content content, Look look) {
        cells.put(new CellAddress(row, column), new Typed(content, look));
    }

    String sheet() {
        return sheet;
    }

    int width() {
        return width;
    }

    /** One past the last heading row, zero-based; 0 without headings. */
    int headingEnd() {
        return headingEnd;
    }

    /** The 1-based row of the nth body row, from 0. */
    int bodyRow(int n) {
        return bodyStart + 1 + n;
    }

    /** The 1-based row that the next line will get. */
    int nextRow() {
        return next + 1;
    }

    Map<CellAddress, Typed> cells() {
        return cells;
    }

    List<Merge> merges() {
        return merges;
    }

    Set<Integer> hiddenRows() {
        return hiddenRows;
    }

    Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }

    boolean hidden() {
        return hidden;
    }
}
