package org.xianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;

/** The first rows of a sheet, kept: title block and headings. */
final class Head {
    /** Cells further right than this are not kept; no form is that wide. */
    private static final int WIDEST = 512;

    private static final Located[] EMPTY = {};

    private final Sheet sheet;
    private final TreeMap<Integer, Located[]> rows = new TreeMap<>();
    private final List<Integer> hiddenColumns = new ArrayList<>();
    private int width;

    private Head(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Keeps the rows above the zero-based row {@code limit}. */
    static Head read(Workbook workbook, Sheet sheet, int limit) {
        Head head = new Head(sheet);
        try (SheetCursor cursor = workbook.read(sheet)) {
            while (cursor.next() && cursor.row().number() < limit) {
                head.keep(cursor.row());
            }
            for (int column = 0; column < head.width; column++) {
                if (cursor.hidden(column)) {
                    head.hiddenColumns.add(column);
                }
            }
        }
        return head;
    }

    private void keep(Row row) {
        Located[] cells = new Located[Math.min(row.width(), WIDEST)];
        for (int column = 0; column < cells.length; column++) {
            CellKind kind = row.kind(column);
            cells[column] = new Located(new CellAddress(row.number(), column), kind, row.text(column));
        }
        rows.put(row.number(), cells);
        width = Math.max(width, cells.length);
    }

    Sheet sheet() {
        return sheet;
    }

    boolean empty() {
        return rows.values().stream().allMatch(cells -> List.of(cells).stream().allMatch(Located::blank));
    }

    /** One more than the last column that holds something. */
    int width() {
        return width;
    }

    /** Zero-based numbers of the kept rows that are not empty, ascending. */
    Iterable<Integer> rowNumbers() {
        return rows.keySet();
    }

    /** The row's cells from column A on; none when it is empty. */
    Located[] row(int number) {
        return rows.getOrDefault(number, EMPTY);
    }

    Located cell(int row, int column) {
        Located[] cells = row(row);
        return column >= 0 && column < cells.length
                ? cells[column]
                : new Located(new CellAddress(row, Math.max(column, 0)), CellKind.BLANK, "");
    }

    Located cell(CellAddress at) {
        return cell(at.row(), at.column());
    }

    boolean hidden(int column) {
        return hiddenColumns.contains(column);
    }
}
