package org.xianbao.lineage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two checks, independent of each other: the indicator's SQL over the rows of the submission gives what was measured; and
 * the cells, read again from the workbook's bytes at the places on record, give those rows.
 *
 * @param value what the rows come to now; null when they come to nothing
 * @param agrees whether that is what was measured
 * @param rows how many rows it is measured on
 * @param cells how many cells were read again
 * @param differing how many of them say something else than the rows
 * @param examples addresses of the first that do
 * @param unread why the cells could not be read again, a key of the message bundle; null when they were
 */
public record Proof(
        @Nullable BigDecimal value,
        @Nullable BigDecimal denominator,
        boolean agrees,
        long rows,
        long cells,
        long differing,
        List<String> examples,
        @Nullable String unread) {

    public boolean holds() {
        return agrees && differing == 0 && unread == null;
    }
}
