package org.xianbao.value;

import java.util.Optional;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;

/** Reads periods as forms write them. */
public final class Periods {
    private Periods() {}

    /** The period of this frequency that the cell names; empty when it names none, or not surely one. */
    public static Optional<Period> read(Slice cell, Frequency frequency) {
        return read(cell.text(), frequency);
    }

    /** The same of a text. */
    public static Optional<Period> read(String text, Frequency frequency) {
        return Period.parse(text, frequency);
    }
}
