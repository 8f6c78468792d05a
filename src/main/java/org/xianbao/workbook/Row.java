package org.xianbao.workbook;

import java.util.Arrays;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/**
 * One row as a reused buffer of cell slices. A reader fills it ({@link #begin}, {@link #put}); everybody else only
 * looks. Not thread-safe; overwritten when its cursor moves on.
 */
public final class Row {
    private int number = -1;
    private boolean hidden;
    private byte[] bytes = new byte[1024];
    private int used;
    private int width;
    private int[] start = new int[32];
    private int[] end = new int[32];
    private CellKind[] kind = new CellKind[32];
    private final Slice view = new Slice();

    /** Starts the row with this zero-based number, empty. */
    public void begin(int number, boolean hidden) {
        this.number = number;
        this.hidden = hidden;
        Arrays.fill(kind, 0, width, CellKind.BLANK);
        width = 0;
        used = 0;
    }

    /** Puts a cell's content, copied; of a cell that comes twice, the first stays. */
    public void put(int column, CellKind cellKind, byte[] source, int from, int to) {
        if (cellKind == CellKind.BLANK || kind(column) != CellKind.BLANK) {
            return;
        }
        if (column >= kind.length) {
            int capacity = Math.max(column + 1, kind.length * 2);
            start = Arrays.copyOf(start, capacity);
            end = Arrays.copyOf(end, capacity);
            kind = Arrays.copyOf(kind, capacity);
        }
        int length = to - from;
        Arrays.fill(kind, width, Math.max(width, column), CellKind.BLANK);
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length * 2));
        }
        System.arraycopy(source, from, bytes, used, length);
        start[column] = used;
        used += length;
        end[column] = used;
        kind[column] = cellKind;
        width = Math.max(width, column + 1);
    }

    /** Zero-based row number in the sheet. */
    public int number() {
        return number;
    }

    public boolean hidden() {
        return hidden;
    }

    /** One more than the last column that holds something; 0 for an empty row. */
    public int width() {
        return width;
    }

    public CellKind kind(int column) {
        return column < width ? kind[column] : CellKind.BLANK;
    }

    /** A view of the cell, valid until the next call or the next row; a blank slice outside the row. */
    public Slice slice(int column) {
        return kind(column) != CellKind.BLANK
                ? view.set(kind[column], bytes, start[column], end[column])
                : view.set(CellKind.BLANK, bytes, 0, 0);
    }

    /** The cell's content as text; empty for a blank cell. */
    public String text(int column) {
        return slice(column).text();
    }
}
