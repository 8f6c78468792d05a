package org.xianbao.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/**
 * How a return looks on a sheet.
 *
 * @param kind its shape
 * @param sheet glob over the sheet's name ({@code *转移就业*}); null for any sheet
 * @param expect cells that must hold a text matching a glob, else the sheet is not this return
 * @param county where the reporting county stands
 * @param period where the period stands
 * @param headingFirst first heading row, zero-based
 * @param headingLast last heading row, zero-based, inclusive
 * @param until glob over the first filled cells of the row that ends a roster (合计); null when a total or a footer alone does
 * @param stub heading of the column that holds a grid's or a unit form's row labels; null for rosters
 * @param value heading of the column that holds a unit form's values; null otherwise
 * @param items a grid's rows: code to label, in order; empty otherwise
 * @param missing what a mark means: the mark to its meaning; the empty string stands for a blank cell
 * @param hidden what to do about hidden rows, columns and sheets
 * @param template what the blank form carries besides
 */
public record Form(
        Kind kind,
        @Nullable String sheet,
        Map<CellAddress, String> expect,
        Place county,
        Place period,
        int headingFirst,
        int headingLast,
        @Nullable String until,
        @Nullable String stub,
        @Nullable String value,
        Map<String, Bilingual> items,
        Map<String, Missing> missing,
        Hidden hidden,
        Template template) {

    /** The three shapes of DOMAIN: 花名册/台账, 综合表, 基层表. */
    public enum Kind {
        ROSTER,
        GRID,
        UNIT
    }

    /** What to do about hidden rows, columns and sheets. */
    public enum Hidden {
        /** Read, with a note. The default. */
        NOTE,
        /** Read, silently. */
        READ,
        /** Leave out, with a note. */
        SKIP,
        /** Not accepted: a reject finding. */
        REJECT
    }

    /** Names of the stored key column of a grid: the item's code. */
    public static final String ITEM = "item";

    /** All heading rows, zero-based. */
    public List<Integer> headingRows() {
        return java.util.stream.IntStream.rangeClosed(headingFirst, headingLast)
                .boxed()
                .toList();
    }
}
