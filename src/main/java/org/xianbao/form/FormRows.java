package org.xianbao.form;

import java.util.function.Consumer;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.Slice;
import org.xianbao.finding.Finding;
import org.xianbao.workbook.Workbook;

/** Walks down the rows of a return. Not thread-safe; one row is held at a time. */
public abstract class FormRows implements AutoCloseable {

    /** Starts above the first data row. What is found on the way, and at the end, goes to {@code findings}. */
    @SuppressWarnings("DoNotCallSuggester")
    public static FormRows open(Workbook workbook, FormSheet form, Consumer<Finding> findings) {
        throw new UnsupportedOperationException(form.sheet().name());
    }

    /**
     * Goes on after a restart: the next {@link #next()} gives the first data row at or below this zero-based sheet row.
     * Findings on the rows passed over are not told again.
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

    /** Whether this is the roster's total row (合计), which is no fact. */
    public abstract boolean total();

    /** The code of the row's item in a grid; empty in other forms and on a total row. */
    public abstract String item();

    /**
     * The cell of a column, by its index in {@code definition.columns()}, title block included; blank where the form
     * lacks the column. Valid until the next call of {@code cell} or {@code next}.
     */
    public abstract Slice cell(int column);

    /** Where the column's cell stands in this row; of a column that the form lacks, the row's first cell. */
    public abstract CellAddress address(int column);

    /** Sheet rows read so far, for progress. */
    public abstract int rowsSeen();

    @Override
    public abstract void close();
}
