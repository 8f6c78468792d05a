package org.xianbao.form;

import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/** A cell that was kept: where it stands and what it, or the part of it behind a label, says. */
record Located(CellAddress cell, CellKind kind, String text) {

    Slice slice() {
        return Slice.of(kind, text);
    }

    boolean blank() {
        return text.isBlank();
    }
}
