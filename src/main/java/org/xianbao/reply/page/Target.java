package org.xianbao.reply.page;

/**
 * A cell of the workbook that a link leads to.
 *
 * @param cell as {@code B3}
 */
public record Target(String sheet, String cell) {
    /** As a reference: {@code 'B sheet''s name'!B3}. */
    @Override
    public String toString() {
        return "'" + sheet.replace("'", "''") + "'!" + cell;
    }
}
