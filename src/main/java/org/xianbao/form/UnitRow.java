package org.xianbao.form;

import java.util.stream.IntStream;
import org.xianbao.definition.Place;
import org.xianbao.workbook.Row;

/** The one row of a unit form: every cell was found when the sheet was recognised. */
final class UnitRow extends FormRows {
    private final Row none = new Row();
    private boolean given;

    UnitRow(FormSheet form) {
        super(form);
    }

    @Override
    public void skipTo(int rowNumber) {
        given = rowNumber > rowNumber();
    }

    @Override
    public boolean next() {
        boolean first = !given;
        given = true;
        return first;
    }

    @Override
    public int rowNumber() {
        return IntStream.range(0, layout().columns().size())
                .filter(c -> layout().columns().get(c).place() instanceof Place.Item)
                .mapToObj(layout()::fixed)
                .filter(c -> c != null)
                .mapToInt(c -> c.cell().row())
                .min()
                .orElse(layout().body().bodyFirst());
    }

    @Override
    public boolean total() {
        return false;
    }

    @Override
    public String item() {
        return "";
    }

    @Override
    public int rowsSeen() {
        return given ? 1 : 0;
    }

    @Override
    public void close() {
        // nothing is held open
    }

    @Override
    Row row() {
        return none;
    }
}
