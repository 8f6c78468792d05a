package org.xianbao.export.print;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.words.Words;

/** A sheet, written from the top. Rows and columns are zero-based. */
final class Page {
    private static final double MARGIN = 0.6;
    private static final float POINTS_A_LINE = 1.35f;
    private static final int UNITS_A_CHARACTER = 256;
    private static final double NARROW = 0.85;

    private final XSSFSheet sheet;
    private final Looks looks;
    private final int columns;
    private int row;

    Page(XSSFSheet sheet, Looks looks, int... widths) {
        this.sheet = sheet;
        this.looks = looks;
        this.columns = widths.length;
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * UNITS_A_CHARACTER);
        }
    }

    XSSFSheet sheet() {
        return sheet;
    }

    int columns() {
        return columns;
    }

    /** The row that is written next. */
    int next() {
        return row;
    }

    int skip() {
        return row++;
    }

    /** Begins a row with this look all over it. */
    int begin(Look look, float points) {
        XSSFRow made = sheet.createRow(row);
        made.setHeightInPoints(points);
        for (int i = 0; i < columns; i++) {
            made.createCell(i).setCellStyle(looks.of(look));
        }
        return row++;
    }

    /** A text across the sheet. */
    void across(Look look, String text) {
        across(look, text, 0, columns - 1);
    }

    private void across(Look look, String text, int first, int last) {
        int lines = lines(text, look, first, last);
        int at = begin(look, look.part().points * POINTS_A_LINE * lines + 3);
        put(at, first, look, text);
        merge(at, first, last);
    }

    /** The title block: what the sheet is about, in both languages, and which edition it is of. */
    void title(String zh, String en, String edition) {
        across(Look.center(Look.Part.TITLE), zh);
        across(Look.center(Look.Part.SUBTITLE), en);
        across(Look.center(Look.Part.EDITION), edition);
        begin(Look.left(Look.Part.EDITION), 6);
    }

    void put(int at, int column, Look look, @Nullable String text) {
        XSSFCell cell = cell(at, column, look);
        if (text != null) {
            cell.setCellValue(text);
        }
    }

    void put(int at, int column, Look look, double number) {
        cell(at, column, look).setCellValue(number);
    }

    private XSSFCell cell(int at, int column, Look look) {
        XSSFRow line = sheet.getRow(at);
        XSSFCell cell = line.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(looks.of(look));
        return cell;
    }

    void merge(int at, int first, int last) {
        if (last > first) {
            sheet.addMergedRegion(new CellRangeAddress(at, at, first, last));
        }
    }

    /** Makes the row as high as its texts need, each within these columns. */
    void fit(int at, Look look, String text, int first, int last) {
        float needed = look.part().points * POINTS_A_LINE * lines(text, look, first, last) + 3;
        XSSFRow line = sheet.getRow(at);
        line.setHeightInPoints(Math.max(line.getHeightInPoints(), needed));
    }

    private int lines(String text, Look look, int first, int last) {
        int units = 0;
        for (int i = first; i <= last; i++) {
            units += sheet.getColumnWidth(i);
        }
        double narrow = look.part().font.startsWith("Times") ? NARROW : 1;
        double characters = Math.max(2, units / (double) UNITS_A_CHARACTER * 10 / look.part().points - 1);
        return Math.max(
                1,
                text.lines()
                        .mapToInt(line -> (int) Math.max(1, Math.ceil(Words.width(line) * narrow / characters)))
                        .sum());
    }

    /** The line under a table. */
    void rule() {
        begin(Look.left(Look.Part.RULE), 4);
    }

    /**
     * A4, one page wide, with page numbers and the edition at the foot.
     *
     * @param pagesHigh 0 for as many as it takes
     */
    void print(PublishedEdition edition, boolean landscape, int pagesHigh) {
        print(Words.of("footer", Captions.edition(edition)).zh(), edition.checksum(), landscape, pagesHigh);
    }

    void print(String what, String checksum, boolean landscape, int pagesHigh) {
        sheet.setDisplayGridlines(false);
        sheet.setHorizontallyCenter(true);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) pagesHigh);
        for (PageMargin side : new PageMargin[] {PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP}) {
            sheet.setMargin(side, MARGIN);
        }
        sheet.getFooter().setLeft("&8" + what);
        sheet.getFooter().setCenter("&9" + Words.of("page").zh());
        sheet.getFooter().setRight("&8SHA-256 " + checksum.substring(0, Math.min(12, checksum.length())));
    }
}
