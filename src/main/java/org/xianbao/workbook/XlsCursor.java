package org.xianbao.workbook;

/** Walks down the gathered cells of a BIFF8 sheet. */
final class XlsCursor implements SheetCursor {
    private final XlsCells sheet;
    private final Row row = new Row();
    private int position;

    XlsCursor(XlsCells sheet) {
        this.sheet = sheet;
    }

    @Override
    public boolean next() {
        GatheredCells cells = sheet.cells();
        if (position >= cells.count()) {
            return false;
        }
        int number = cells.row(position);
        row.begin(number, sheet.hiddenRow(number));
        while (position < cells.count() && cells.row(position) == number) {
            cells.put(position++, row);
        }
        return true;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public boolean hidden(int column) {
        return sheet.hiddenColumn(column);
    }

    @Override
    public void close() {
        // the sheet was read when it was opened
    }
}
