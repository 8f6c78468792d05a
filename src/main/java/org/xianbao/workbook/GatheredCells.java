package org.xianbao.workbook;

import java.util.Arrays;
import org.xianbao.cell.CellKind;

/**
 * The cells of one sheet of at most 65,536 rows and 256 columns, held compactly (twelve bytes and the content each) and
 * given out row by row whatever order they came in.
 */
final class GatheredCells {
    private static final int COLUMN_BITS = 8;

    private int count;
    private int[] place = new int[1024];
    private int[] start = new int[1024];
    private CellKind[] kind = new CellKind[1024];
    private byte[] bytes = new byte[16 << 10];
    private int used;
    private boolean sorted = true;
    private long[] order = {};

    /** Keeps what stands in the holder's first column, if anything does. */
    void add(int row, int column, Row holder) {
        if (holder.width() == 0) {
            return;
        }
        var content = holder.slice(0);
        if (count + 1 == place.length) {
            place = Arrays.copyOf(place, count * 2);
            start = Arrays.copyOf(start, count * 2);
            kind = Arrays.copyOf(kind, count * 2);
        }
        if (used + content.length() > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + content.length(), bytes.length * 2));
        }
        int at = (row << COLUMN_BITS) | column;
        sorted &= count == 0 || place[count - 1] <= at;
        place[count] = at;
        start[count] = used;
        kind[count] = content.kind();
        System.arraycopy(content.bytes(), content.start(), bytes, used, content.length());
        used += content.length();
        count++;
        start[count] = used;
    }

    /** To be called once, after the last cell. */
    void sort() {
        if (!sorted) {
            order = new long[count];
            for (int i = 0; i < count; i++) {
                order[i] = ((long) place[i] << Integer.SIZE) | i;
            }
            Arrays.sort(order);
        }
    }

    int count() {
        return count;
    }

    /** The zero-based row of the cell at this position of the sheet's order. */
    int row(int position) {
        return place[cell(position)] >>> COLUMN_BITS;
    }

    void put(int position, Row row) {
        int cell = cell(position);
        row.put(place[cell] & ((1 << COLUMN_BITS) - 1), kind[cell], bytes, start[cell], start[cell + 1]);
    }

    private int cell(int position) {
        return sorted ? position : (int) order[position];
    }
}
