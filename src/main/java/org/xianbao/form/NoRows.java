package org.xianbao.form;

import org.xianbao.workbook.Row;

/** Of a form whose rows must not be read: none. */
final class NoRows extends FormRows {
    private final Row none = new Row();

    NoRows(FormSheet form) {
        super(form);
    }

    @Override
    public void skipTo(int rowNumber) {
        // there is nothing to skip
    }

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public int rowNumber() {
        return 0;
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
        return 0;
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
