package org.xianbao.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;

/** Reads a workbook into lines a test can compare: {@code B3 NUMBER 12.5}. */
final class Reading {
    private Reading() {}

    static Workbook workbook(Path file) {
        Opening opening = Workbooks.open(file);
        if (opening instanceof Workbook workbook) {
            return workbook;
        }
        throw new AssertionError("refused: " + opening);
    }

    static Refusal.Kind refusal(Path file) {
        Opening opening = Workbooks.open(file);
        if (opening instanceof Refusal refusal) {
            return refusal.kind();
        }
        ((Workbook) opening).close();
        throw new AssertionError("opened");
    }

    /** The cells of the first sheet. */
    static List<String> cells(Path file) {
        try (Workbook workbook = workbook(file)) {
            return cells(workbook, workbook.sheets().get(0));
        }
    }

    static List<String> cells(Workbook workbook, Sheet sheet) {
        List<String> cells = new ArrayList<>();
        try (SheetCursor cursor = workbook.read(sheet)) {
            while (cursor.next()) {
                Row row = cursor.row();
                for (int column = 0; column < row.width(); column++) {
                    if (row.kind(column) != CellKind.BLANK) {
                        CellAddress at = new CellAddress(row.number(), column);
                        cells.add(at + " " + row.kind(column) + " " + row.text(column));
                    }
                }
            }
        }
        return cells;
    }
}
