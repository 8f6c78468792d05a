package org.xianbao.form;

import java.util.function.Consumer;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.finding.Finding;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Workbook;

/** Walks down the rows of a return, one sheet row held at a time. Not thread-safe. */
public abstract sealed class FormRows implements AutoCloseable permits SheetRows, UnitRow, NoRows {
    private final FormSheet form;

    FormRows(FormSheet form) {
        this.form = form;
    }

    /** Starts above the first data row. What is found on the way, and at the end, goes to {@code findings}. */
    public static FormRows open(Workbook workbook, FormSheet form, Consumer<Finding> findings) {
        if (form.layout().places().isEmpty()) {
            return new NoRows(form);
        }
        Teller teller = new Teller(form.sheet().name(), findings);
        return switch (form.definition().form().kind()) {
            case ROSTER -> new RosterRows(workbook, form, teller);
            case GRID -> new GridRows(workbook, form, teller);
            case UNIT -> new UnitRow(form);
        };
    }

    /**
     * Goes on after a restart: the next {@link #next()} gives the first data row at or below this zero-based sheet row.
     * Findings on the rows above it are not told again; those on the whole sheet are told at its end.
     */
    public abstract void skipTo(int rowNumber);

    /**
     * Moves to the next data row, or the total row.
     *
     * @throws org.xianbao.workbook.WorkbookBroken when the sheet is unreadable further down
     */
    public abstract boolean next();

    /** Zero-based sheet row; of a unit form, its first item's row. */
    public abstract int rowNumber();

    /** Whether this is the total row (合计), which is no fact. */
    public abstract boolean total();

    /** The code of the row's item in a grid; empty in other forms and on a total row. */
    public abstract String item();

    /** Sheet rows read so far, for progress. */
    public abstract int rowsSeen();

    /** Whether the form has the column; when not, that was told once when the sheet was recognised. */
    public final boolean has(int column) {
        return layout().fixed(column) != null || layout().sheetColumn(column) != Layout.NOWHERE;
    }

    /**
     * The cell of a column, by its index in {@code definition.columns()}, title block included; blank where the form
     * lacks the column. Valid until the next call of {@code cell} or {@code next}.
     */
    public final Slice cell(int column) {
        Slice fixed = layout().fixedSlice(column);
        if (fixed != null) {
            return fixed;
        }
        int sheetColumn = layout().sheetColumn(column);
        return sheetColumn == Layout.NOWHERE ? Slice.of(CellKind.BLANK, "") : row().slice(sheetColumn);
    }

    /** Where the column's cell stands in this row; of a column that the form lacks, the row's first cell. */
    public final CellAddress address(int column) {
        Located fixed = layout().fixed(column);
        return fixed != null ? fixed.cell() : new CellAddress(rowNumber(), Math.max(0, layout().sheetColumn(column)));
    }

    @Override
    public abstract void close();

    final FormSheet form() {
        return form;
    }

    final Layout layout() {
        return form.layout();
    }

    /** The current sheet row. */
    abstract Row row();
}
