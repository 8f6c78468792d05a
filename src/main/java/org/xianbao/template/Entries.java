package org.xianbao.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;

/** Where each column of a return is filled in on a form. */
final class Entries {
    private final Map<String, Spot> spots = new LinkedHashMap<>();

    /**
     * The cells of one column.
     *
     * @param cells one in a title block or a unit form, else one a row
     */
    record Spot(Column column, CellRangeAddress cells, boolean single) {
        CellAddress first() {
            return new CellAddress(cells.getFirstRow(), cells.getFirstColumn());
        }

        /** The first cell in a formula: the column holds still, and the row too where there is only one. */
        String reference() {
            return "$" + CellAddress.columnName(cells.getFirstColumn()) + (single ? "$" : "")
                    + (cells.getFirstRow() + 1);
        }

        /** All cells in a formula. */
        String all() {
            String name = "$" + CellAddress.columnName(cells.getFirstColumn()) + "$";
            return name + (cells.getFirstRow() + 1) + ":" + name + (cells.getLastRow() + 1);
        }
    }

    void single(Column column, int row, int sheetColumn) {
        spots.put(column.name(), new Spot(column, new CellRangeAddress(row, row, sheetColumn, sheetColumn), true));
    }

    void rows(Column column, int first, int last, int sheetColumn) {
        spots.put(column.name(), new Spot(column, new CellRangeAddress(first, last, sheetColumn, sheetColumn), false));
    }

    List<Spot> all() {
        return List.copyOf(spots.values());
    }

    @Nullable
    Spot of(String column) {
        return spots.get(column);
    }

    /** The column's cell in a formula; null when the form has none. */
    @Nullable
    String reference(Column column) {
        Spot spot = spots.get(column.name());
        return spot == null ? null : spot.reference();
    }
}
