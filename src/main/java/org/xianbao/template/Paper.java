package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The sheet that a form is drawn on. Rows and columns are zero-based, widths in half-width characters. */
final class Paper {
    private static final int CHARACTER = 256;
    private static final int WIDEST = 255;
    /** Heights in points; a single line has some air. */
    private static final float LINE = 15f;

    private static final float ONE_LINE = 21f;
    private static final float HIGHEST = 409f;

    private final XSSFSheet sheet;
    private final Looks looks;
    private final List<Integer> widths = new ArrayList<>();

    Paper(XSSFSheet sheet) {
        this.sheet = sheet;
        this.looks = new Looks(sheet.getWorkbook());
    }

    XSSFSheet sheet() {
        return sheet;
    }

    XSSFCell cell(int row, int column) {
        XSSFRow there = row(row);
        XSSFCell cell = there.getCell(column);
        return cell == null ? there.createCell(column) : cell;
    }

    private XSSFRow row(int row) {
        XSSFRow there = sheet.getRow(row);
        return there == null ? sheet.createRow(row) : there;
    }

    XSSFCell style(int row, int column, Look look) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(looks.of(look));
        return cell;
    }

    void print(int row, int column, String text, Look look) {
        style(row, column, look).setCellValue(text);
    }

    /** The cells as one. */
    void print(CellRangeAddress range, String text, Look look) {
        for (int row = range.getFirstRow(); row <= range.getLastRow(); row++) {
            for (int column = range.getFirstColumn(); column <= range.getLastColumn(); column++) {
                style(row, column, look);
            }
        }
        if (!text.isEmpty()) {
            cell(range.getFirstRow(), range.getFirstColumn()).setCellValue(text);
        }
        if (range.getNumberOfCells() > 1) {
            sheet.addMergedRegion(range);
        }
    }

    /** Whether the whole row can be typed into, and so taken out while the sheet is protected. */
    void open(int row, Look look) {
        row(row).setRowStyle(looks.of(look));
    }

    /** The next column, of this width. */
    void column(int width) {
        widths.add(Math.min(width, WIDEST));
    }

    int columns() {
        return widths.size();
    }

    int width(int first, int last) {
        return IntStream.rangeClosed(first, last).map(widths::get).sum();
    }

    /** Makes the last of the columns wider until all of them together have this width. */
    void atLeast(int first, int last, int width) {
        int missing = width - width(first, last);
        if (missing > 0) {
            widths.set(last, Math.min(widths.get(last) + missing, WIDEST));
        }
    }

    /** Makes the row as high as so many lines of text, unless it is already. */
    void lines(int row, int lines) {
        float points = lines == 1 ? ONE_LINE : Math.min(LINE * lines + 1, HIGHEST);
        XSSFRow there = row(row);
        if (!there.getCTRow().isSetCustomHeight() || there.getHeightInPoints() < points) {
            there.setHeightInPoints(points);
        }
    }

    /** How many lines a text takes at this width. */
    static int lines(String text, int width) {
        return text.lines()
                .mapToInt(l -> Math.max(1, (Words.width(l) + width - 1) / Math.max(1, width)))
                .sum();
    }

    /** Gives the columns their widths. */
    void fold() {
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
    }
}
