package org.xianbao.form;

import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;

/** Rows of a form that has one sheet row for a fact. */
abstract sealed class SheetRows extends FormRows permits RosterRows, GridRows {
    private final SheetCursor cursor;
    private final Teller teller;
    private final HiddenRows hidden = new HiddenRows();
    private final int[] dataColumns;
    private int seen;
    private int tellFrom;
    private boolean pending;
    private boolean finished;
    private Sort sort = Sort.OTHER;

    /** What a sheet row is. */
    enum Sort {
        DATA,
        TOTAL,
        /** Nothing to be read: blank, a heading, a subtotal, a note. */
        OTHER
    }

    SheetRows(Workbook workbook, FormSheet form, Teller teller) {
        super(form);
        this.teller = teller;
        this.cursor = workbook.read(form.sheet());
        this.dataColumns = form.layout().dataColumns();
    }

    /** What the row below the headings is; called once a row, from the top down. */
    abstract Sort sort(Row row);

    /** Tells what only the end of the sheet shows. */
    abstract void end();

    @Override
    public final void skipTo(int rowNumber) {
        tellFrom = rowNumber;
        while (!pending && advance()) {
            pending = row().number() >= rowNumber;
        }
    }

    @Override
    public final boolean next() {
        boolean there = pending || advance();
        pending = false;
        return there;
    }

    private boolean advance() {
        while (!finished && cursor.next()) {
            Row row = cursor.row();
            seen++;
            if (row.number() < layout().body().bodyFirst()
                    || hidden.leavesOut(row, form().definition().form().hidden())) {
                continue;
            }
            sort = sort(row);
            if (sort != Sort.OTHER) {
                return true;
            }
        }
        finish();
        return false;
    }

    private void finish() {
        sort = Sort.OTHER;
        if (!finished) {
            finished = true;
            hidden.tell(teller, form().definition().form().hidden());
            end();
        }
    }

    /** Whether any of the sheet columns holds something other than spaces. */
    static boolean filled(Row row, int[] columns) {
        for (int column : columns) {
            if (filled(row, column)) {
                return true;
            }
        }
        return false;
    }

    static boolean filled(Row row, int column) {
        CellKind kind = row.kind(column);
        if (kind == CellKind.BLANK) {
            return false;
        }
        return kind != CellKind.TEXT || !spaces(row.slice(column));
    }

    private static boolean spaces(Slice text) {
        int length = text.length();
        if (length == 0) {
            return true;
        }
        byte first = text.bytes()[text.start()];
        boolean possible = (first >= 0 && first <= ' ') || first == (byte) 0xE3 || first == (byte) 0xC2;
        return possible && Wording.of(text.text()).isEmpty();
    }

    /** The teller, for rows that were not told before a restart. */
    final boolean tells() {
        return row().number() >= tellFrom;
    }

    final Teller teller() {
        return teller;
    }

    final int[] dataColumns() {
        return dataColumns;
    }

    @Override
    public final int rowNumber() {
        return row().number();
    }

    @Override
    public final boolean total() {
        return sort == Sort.TOTAL;
    }

    @Override
    public final int rowsSeen() {
        return seen;
    }

    @Override
    public final void close() {
        cursor.close();
    }

    @Override
    final Row row() {
        return cursor.row();
    }
}
