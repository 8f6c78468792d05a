package org.xianbao.workbook;

/** Walks down a sheet. Rows come in ascending order, each at most once; rows without any cell content may be left out. */
public interface SheetCursor extends AutoCloseable {

    /**
     * Moves to the next row that holds something.
     *
     * @throws WorkbookBroken when the sheet ends in the middle or is not well-formed
     */
    boolean next();

    /** The current row; the same object every time, overwritten by {@link #next()}. */
    Row row();

    /** Whether the zero-based column is hidden. */
    boolean hidden(int column);

    @Override
    void close();
}
