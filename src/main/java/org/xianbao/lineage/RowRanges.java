package org.xianbao.lineage;

import java.util.ArrayList;
import java.util.List;

/** Rows as they come, from the top down, as ranges. */
final class RowRanges {
    private record Range(int first, int last) {}

    private final int most;
    private final List<Range> ranges = new ArrayList<>();
    private long count;
    private int first;
    private int last = -1;

    /** @param most ranges that are kept; the rows of the others are counted */
    RowRanges(int most) {
        this.most = most;
    }

    /** @param row 1-based; of several facts of one row the first counts */
    void add(int row) {
        if (row == last) {
            return;
        }
        count++;
        if (last < 0) {
            first = row;
        } else if (row != last + 1) {
            keep();
            first = row;
        }
        last = row;
    }

    private void keep() {
        if (ranges.size() < most) {
            ranges.add(new Range(first, last));
        }
    }

    /** Ends it. */
    void end() {
        if (last >= 0) {
            keep();
        }
    }

    long count() {
        return count;
    }

    /** {@code H8:H107, H110} for the column H. */
    List<String> of(String column) {
        return ranges.stream()
                .map(r -> r.first == r.last ? column + r.first : column + r.first + ":" + column + r.last)
                .toList();
    }
}
