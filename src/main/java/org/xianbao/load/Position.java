package org.xianbao.load;

/**
 * Up to where a workbook has been read.
 *
 * @param form index among the workbook's recognised sheets
 * @param row the last zero-based sheet row that was read; -1 for none
 */
public record Position(int form, int row) {
    public static final Position START = new Position(0, -1);
}
