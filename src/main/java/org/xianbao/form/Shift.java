package org.xianbao.form;

import org.xianbao.cell.CellAddress;

/** How far a form stands from its declared place: rows lower and columns further right; rows may be negative. */
record Shift(int rows, int columns) {
    static final Shift NONE = new Shift(0, 0);

    CellAddress of(CellAddress declared) {
        return new CellAddress(Math.max(0, declared.row() + rows), declared.column() + columns);
    }
}
