package org.xianbao.explanation;

import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/**
 * What a workbook says to one query, as it stands there.
 *
 * @param cell where it is said
 * @param query the number of the query: {@code Q12AB34CD56}
 * @param author who says so; null when nobody is named
 */
public record Answer(
        String sheet,
        CellAddress cell,
        String query,
        String said,
        @Nullable String author) {}
