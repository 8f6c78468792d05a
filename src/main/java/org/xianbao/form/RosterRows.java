package org.xianbao.form;

import java.util.Map;
import org.xianbao.cell.CellAddress;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Workbook;

/** A roster's rows, from below the headings to the total or the footer, and on below headings that come again. */
final class RosterRows extends SheetRows {
    private final Lines lines;
    private boolean ended;
    private boolean heading;
    private int behind;
    private int firstBehind;

    RosterRows(Workbook workbook, FormSheet form, Teller teller) {
        super(workbook, form, teller);
        lines = new Lines(form);
    }

    @Override
    Sort sort(Row row) {
        Lines.Line line = lines.of(row, heading);
        heading = line == Lines.Line.HEADING;
        switch (line) {
            case TOTAL -> {
                ended = true;
                return Sort.TOTAL;
            }
            case FOOTER -> ended = true;
            case HEADING -> ended = false;
            case OTHER_HEADING -> {
                ended = true;
                if (tells()) {
                    teller().reject(
                                    "heading-changed",
                                    new CellAddress(row.number(), 0),
                                    Map.of("row", String.valueOf(row.number() + 1)));
                }
            }
            case SUBTOTAL, TITLE -> {}
            case OTHER -> {
                if (!ended) {
                    return filled(row, dataColumns()) ? Sort.DATA : Sort.OTHER;
                }
                behind(row);
            }
        }
        return Sort.OTHER;
    }

    /** Rows that look like data where none may be any more are counted: they are not read, and that is told. */
    private void behind(Row row) {
        int filled = 0;
        int[] columns = dataColumns();
        for (int column : columns) {
            filled += filled(row, column) ? 1 : 0;
        }
        if (filled >= Math.max(2, (columns.length + 1) / 2)) {
            firstBehind = behind == 0 ? row.number() : firstBehind;
            behind++;
        }
    }

    @Override
    void end() {
        if (behind > 0) {
            teller().reject(
                            "rows-after-end",
                            new CellAddress(firstBehind, 0),
                            Map.of("count", String.valueOf(behind), "row", String.valueOf(firstBehind + 1)));
        }
    }

    @Override
    public String item() {
        return "";
    }
}
