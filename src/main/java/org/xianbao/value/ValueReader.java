package org.xianbao.value;

import org.jspecify.annotations.Nullable;
import org.xianbao.cell.Slice;

/**
 * Reads a column type's filled cells. What it writes is written whole: all stored fields of the column, or none when it
 * declines or refuses. Belongs to one converter; may keep buffers.
 */
@FunctionalInterface
interface ValueReader {
    /** Takes the common spelling straight from the bytes; false, with nothing written, when it is any other one. */
    default boolean quick(Slice cell, FieldSink fields) {
        return false;
    }

    /**
     * Takes any spelling.
     *
     * @param text the cell's text without outer spaces, not empty
     * @return null when the fields were written, else why not
     */
    @Nullable
    Refusal read(Slice cell, String text, FieldSink fields);
}
