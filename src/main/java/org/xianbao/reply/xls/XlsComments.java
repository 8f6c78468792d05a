package org.xianbao.reply.xls;

import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellAddress;
import org.xianbao.reply.page.Remark;
import org.xianbao.reply.page.Wrapped;

/** Comments of ours on the cells of one sheet. */
final class XlsComments {
    /** With more of them on one sheet no program is of use; the cells are marked all the same. */
    private static final int MOST = 5_000;

    private static final int LAST_COLUMN = 255;
    private static final int LAST_ROW = 65_535;
    private static final int COLUMNS = 4;
    private static final int CHARACTERS = 40;

    private final HSSFSheet sheet;
    private final HSSFFont bold;
    private int put;

    /** @param bold of {@link #bold(HSSFWorkbook)}, one for all sheets */
    XlsComments(HSSFSheet sheet, HSSFFont bold) {
        this.sheet = sheet;
        this.bold = bold;
    }

    /** A new font for what comments begin with. */
    static HSSFFont bold(HSSFWorkbook workbook) {
        HSSFFont bold = workbook.createFont();
        bold.setBold(true);
        bold.setFontHeightInPoints((short) 9);
        return bold;
    }

    /** Takes off what is ours. */
    void takeOff() {
        for (Map.Entry<CellAddress, HSSFComment> each :
                Map.copyOf(sheet.getCellComments()).entrySet()) {
            HSSFComment comment = each.getValue();
            String text = comment.getString().getString();
            int added = text.indexOf(Remark.ADDED);
            if (Remark.AUTHOR.equals(comment.getAuthor())) {
                HSSFRow row = sheet.getRow(each.getKey().getRow());
                HSSFCell cell = row == null ? null : row.getCell(each.getKey().getColumn());
                if (cell != null) {
                    cell.removeCellComment();
                }
            } else if (added >= 0) {
                comment.setString(
                        new HSSFRichTextString(text.substring(0, added).stripTrailing()));
            }
        }
    }

    /** Says something at a cell, behind what its comment says already, unless so much is said on the sheet that it is too much. */
    void put(HSSFCell cell, Remark remark) {
        if (put++ >= MOST) {
            return;
        }
        HSSFComment there = cell.getCellComment();
        if (there != null) {
            String text = there.getString().getString() + "\n\n" + Remark.ADDED + "\n" + remark.text();
            there.setString(new HSSFRichTextString(XlsPages.text(text)));
            return;
        }
        int column = Math.min(cell.getColumnIndex() + 1, LAST_COLUMN - COLUMNS);
        int lines = Math.min(Wrapped.lines(remark.text(), CHARACTERS) + 1, 60);
        int row = Math.min(cell.getRowIndex(), LAST_ROW - lines);
        HSSFClientAnchor box =
                new HSSFClientAnchor(200, 0, 0, 0, (short) column, row, (short) (column + COLUMNS), row + lines);
        HSSFComment comment = sheet.createDrawingPatriarch().createCellComment(box);
        comment.setAuthor(Remark.AUTHOR);
        HSSFRichTextString text = new HSSFRichTextString(XlsPages.text(remark.text()));
        text.applyFont(0, remark.sections().get(0).heading().length(), bold);
        comment.setString(text);
        cell.setCellComment(comment);
    }
}
