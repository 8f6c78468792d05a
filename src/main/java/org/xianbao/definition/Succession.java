package org.xianbao.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a region, or of a part of it. Where several lines tell of one region and day, it was divided; a region that
 * goes on, smaller or larger than before, is its own successor.
 *
 * @param day the first day of the new state
 * @param share the part of {@code from} that goes to {@code to}, in (0, 1]; null where nobody knows
 * @param source on whose authority
 */
public record Succession(
        String from,
        String to,
        LocalDate day,
        Kind kind,
        @Nullable BigDecimal share,
        String source) {

    /** How the whole of {@code from} fares. */
    public enum Kind {
        /** Another code or name, the same county. */
        RENAME,
        /** Under another region, which gives it another code. */
        MOVE,
        /** Wholly into one that has others too. */
        MERGE,
        /** Divided. */
        SPLIT
    }
}
