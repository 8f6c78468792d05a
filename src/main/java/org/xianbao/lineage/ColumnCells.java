package org.xianbao.lineage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Reads.Purpose;

/**
 * The cells of one column that a figure rests on.
 *
 * @param column the definition's name for it
 * @param purposes what the indicator reads it for; empty when the row itself is counted and this column names it
 * @param personal whether its content belongs to a person, and is shown masked
 * @param ranges as {@code H8:H107}, from the top down; capped like the cells
 * @param count how many cells there are; never capped
 * @param shown the first of them
 */
public record ColumnCells(
        String column,
        Bilingual title,
        Set<Purpose> purposes,
        boolean personal,
        List<String> ranges,
        long count,
        List<Cell> shown) {

    /**
     * One cell.
     *
     * @param address as {@code H8}
     * @param reported its text as it stands in the workbook; masked when it is a person's; null when it is blank
     * @param value what it was read as, in the unit of the column; null when there is none
     * @param qualifier how exact it is; null when the column knows none
     */
    public record Cell(
            String address,
            @Nullable String reported,
            @Nullable String value,
            @Nullable String qualifier) {}
}
