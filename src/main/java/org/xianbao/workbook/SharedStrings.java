package org.xianbao.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xianbao.cell.CellKind;

/**
 * The texts that cells share, as UTF-8 bytes in large pages: a text costs its bytes and eight more, whatever their
 * number. A text lies in one page; its place packs page, start and length.
 */
final class SharedStrings {
    private static final int PAGE = 1 << 20;
    private static final int LENGTH_BITS = 28;

    private final long limit;
    private final List<byte[]> pages = new ArrayList<>();
    private long[] place = new long[64];
    private int count;
    private int used = PAGE;
    private long held;

    /** @param limit how many bytes may be held */
    SharedStrings(long limit) {
        this.limit = limit;
    }

    /** @throws TooLarge when the texts are more than may be held */
    void add(byte[] text, int length) {
        held += length + Long.BYTES;
        if (held > limit || length >= 1 << LENGTH_BITS) {
            throw new TooLarge("shared strings of more than " + limit + " bytes");
        }
        if (used + length > PAGE) {
            pages.add(new byte[Math.max(PAGE, length)]);
            used = 0;
        }
        System.arraycopy(text, 0, pages.get(pages.size() - 1), used, length);
        if (count == place.length) {
            place = Arrays.copyOf(place, count * 2);
        }
        place[count++] = ((long) (pages.size() - 1) << 48) | ((long) used << LENGTH_BITS) | length;
        used += length;
    }

    int size() {
        return count;
    }

    /** Puts the text with this zero-based index into the row; an empty text is a blank cell. */
    void put(int index, Row row, int column) {
        if (index < 0 || index >= count) {
            throw new Malformed("no shared string " + index + " among " + count);
        }
        long at = place[index];
        int length = (int) (at & ((1 << LENGTH_BITS) - 1));
        int start = (int) (at >>> LENGTH_BITS) & (PAGE - 1);
        if (length > 0) {
            row.put(column, CellKind.TEXT, pages.get((int) (at >>> 48)), start, start + length);
        }
    }
}
