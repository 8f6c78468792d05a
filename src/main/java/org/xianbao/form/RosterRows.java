package org.xianbao.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Workbook;

/**
 * A roster's rows, from below the headings to the total or the footer, and on below headings that come again. No row is
 * lost in silence: it is read, or it is told.
 */
final class RosterRows extends SheetRows {
    private final Lines lines;
    private final RowShape shape;
    private final Behind rows = new Behind();
    private final Behind remarks = new Behind();
    private boolean ended;
    private boolean heading;
    private boolean changed;
    private int given;
    private @Nullable CellAddress nothing;

    /** Lines that stand where none may be any more. */
    private static final class Behind {
        private int count;
        private int first;

        void add(Row row) {
            first = count == 0 ? row.number() : first;
            count++;
        }

        CellAddress cell() {
            return new CellAddress(first, 0);
        }

        Map<String, String> message() {
            return Map.of("count", String.valueOf(count), "row", String.valueOf(first + 1));
        }
    }

    RosterRows(Workbook workbook, FormSheet form, Teller teller) {
        super(workbook, form, teller);
        lines = new Lines(form);
        shape = new RowShape(form);
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
            case OTHER_HEADING -> changed(row);
            case SUBTOTAL, TITLE -> {}
            case OTHER -> {
                if (!ended) {
                    return body(row);
                }
                behind(row);
            }
        }
        return Sort.OTHER;
    }

    private Sort body(Row row) {
        if (given == 0 && Nothing.says(row)) {
            nothing = nothing == null ? first(row) : nothing;
            return Sort.OTHER;
        }
        if (!filled(row, dataColumns())) {
            return Sort.OTHER;
        }
        given++;
        return Sort.DATA;
    }

    private static CellAddress first(Row row) {
        int column = 0;
        while (!filled(row, column)) {
            column++;
        }
        return new CellAddress(row.number(), column);
    }

    private void changed(Row row) {
        ended = true;
        changed = true;
        if (tells()) {
            CellAddress cell = new CellAddress(row.number(), 0);
            teller().reject("heading-changed", cell, Map.of("row", String.valueOf(row.number() + 1)));
        }
    }

    private void behind(Row row) {
        if (shape.resembles(row)) {
            rows.add(row);
        } else if (!remark(row)) {
            remarks.add(row);
        }
    }

    /** A line of words, or none. */
    private static boolean remark(Row row) {
        int filled = 0;
        boolean words = true;
        for (int column = 0; column < row.width(); column++) {
            if (filled(row, column)) {
                filled++;
                words &= row.kind(column) == CellKind.TEXT;
            }
        }
        return filled == 0 || (filled == 1 && words);
    }

    @Override
    void end() {
        if (rows.count > 0) {
            teller().reject("rows-after-end", rows.cell(), rows.message());
        }
        if (remarks.count > 0) {
            teller().note("lines-after-end", remarks.cell(), remarks.message());
        }
        if (nothing != null && given > 0) {
            teller().reject("rows-beside-nil", nothing, Map.of("count", String.valueOf(given)));
        } else if (given == 0 && rows.count == 0 && !changed && dataColumns().length > 0) {
            teller().note("nil-return", nothing, Map.of());
        }
    }

    @Override
    public String item() {
        return "";
    }
}
