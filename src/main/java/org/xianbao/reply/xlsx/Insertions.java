package org.xianbao.reply.xlsx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Mark;

/** The marked cells that a sheet has not come to yet, as XML where it turns out that they are not there. */
final class Insertions {
    private final NavigableMap<CellAddress, Mark> marks;
    private final Deque<CellAddress> waiting;
    private final Stylesheet styles;
    private final TreeMap<Integer, Integer> columnFormats = new TreeMap<>();
    private String prefix = "";

    Insertions(NavigableMap<CellAddress, Mark> marks, Stylesheet styles) {
        this.marks = marks;
        this.waiting = new ArrayDeque<>(marks.keySet());
        this.styles = styles;
    }

    /** What stands before the names of the sheet's elements. */
    void prefix(String before) {
        prefix = before;
    }

    /** Cells of these columns, zero-based, the last included, have this format where their row says nothing else. */
    void columns(int first, int last, int format) {
        columnFormats.put(first, format);
        columnFormats.putIfAbsent(last + 1, 0);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether one waits in this row. */
    boolean isIn(int row) {
        CellAddress next = waiting.peek();
        return next != null && next.row() == row;
    }

    /** Whether all that wait in this row stand in these columns. */
    boolean isWithin(int row, int first, int last) {
        return waiting.stream().takeWhile(c -> c.row() == row).allMatch(c -> c.column() >= first && c.column() <= last);
    }

    /** The mark of a cell that the sheet has come to; null when it has none. */
    @Nullable
    Mark take(int row, int column) {
        CellAddress next = waiting.peek();
        return next != null && next.row() == row && next.column() == column ? marks.get(waiting.remove()) : null;
    }

    /**
     * Those of a row left of a column.
     *
     * @param rowFormat of cells that are not there; negative when the row has none
     */
    String cells(int row, int limit, int rowFormat) {
        StringBuilder cells = new StringBuilder();
        for (CellAddress next = waiting.peek();
                next != null && next.row() == row && next.column() < limit;
                next = waiting.peek()) {
            waiting.remove();
            cells.append(blank(next, rowFormat >= 0 ? rowFormat : format(next.column())));
        }
        return cells.toString();
    }

    /** Those above a row, in rows of their own. */
    String rows(int limit) {
        StringBuilder rows = new StringBuilder();
        for (CellAddress next = waiting.peek(); next != null && next.row() < limit; next = waiting.peek()) {
            rows.append("<")
                    .append(prefix)
                    .append("row r=\"")
                    .append(next.row() + 1)
                    .append("\">");
            rows.append(cells(next.row(), Integer.MAX_VALUE, -1));
            rows.append("</").append(prefix).append("row>");
        }
        return rows.toString();
    }

    private String blank(CellAddress cell, int format) {
        return "<" + prefix + "c r=\"" + cell + "\" s=\"" + styles.marked(format, marks.get(cell)) + "\"/>";
    }

    private int format(int column) {
        Map.Entry<Integer, Integer> from = columnFormats.floorEntry(column);
        return from == null ? 0 : from.getValue();
    }
}
