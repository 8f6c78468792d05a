package org.xianbao.value;

import org.xianbao.cell.Slice;

/** Turns what a cell reports into the stored fields of one column. Total: any cell gives fields, or nulls and a problem. */
@FunctionalInterface
public interface Converter {
    void convert(Slice cell, FieldSink fields, Problems problems);
}
