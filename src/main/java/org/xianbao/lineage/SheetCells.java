package org.xianbao.lineage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;

/** The cells of a sheet by their addresses, for who asks from the top down. Not thread-safe. */
final class SheetCells implements AutoCloseable {
    private static final Slice BLANK = Slice.of(CellKind.BLANK, "");

    private final SheetCursor cursor;
    private boolean there;

    SheetCells(Workbook workbook, Sheet sheet) {
        cursor = workbook.read(sheet);
        there = cursor.next();
    }

    /**
     * The cell's content, valid until the next call.
     *
     * @param row zero-based, never less than the one before
     * @param column zero-based
     * @throws org.xianbao.workbook.WorkbookBroken when the sheet ends in the middle
     */
    Slice at(int row, int column) {
        while (there && cursor.row().number() < row) {
            there = cursor.next();
        }
        return there && cursor.row().number() == row ? cursor.row().slice(column) : BLANK;
    }

    /** Copies of single cells. */
    static Map<CellAddress, Slice> copies(Workbook workbook, Sheet sheet, Collection<CellAddress> wanted) {
        Map<CellAddress, Slice> copies = new HashMap<>();
        try (SheetCells cells = new SheetCells(workbook, sheet)) {
            wanted.stream().sorted().forEach(address -> {
                Slice cell = cells.at(address.row(), address.column());
                copies.put(address, Slice.of(cell.kind(), cell.text()));
            });
        }
        return copies;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
