package org.xianbao.reply;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A page of text in the columns of a receipt, filled from the top, that prints on one A4 page. */
final class ReceiptSheet {
    /** Widths in characters; together what A4 takes upright. */
    private static final int[] WIDTHS = {24, 15, 9, 11, 17, 18, 14};

    private static final String FONT = "微软雅黑";
    private static final int LINE = 16;

    /** How a cell looks: size in points, colours as RRGGBB ({@code ""} for none). */
    enum Look {
        TITLE(20, true, "1F3864", "", HorizontalAlignment.CENTER, BorderStyle.NONE),
        SUBTITLE(11, false, "595959", "", HorizontalAlignment.CENTER, BorderStyle.NONE),
        GOOD(14, true, "FFFFFF", "2E7D5B", HorizontalAlignment.CENTER, BorderStyle.NONE),
        OPEN(14, true, "FFFFFF", "B7791F", HorizontalAlignment.CENTER, BorderStyle.NONE),
        BAD(14, true, "FFFFFF", "B23B3B", HorizontalAlignment.CENTER, BorderStyle.NONE),
        ADVICE(10, false, "404040", "F5F6F8", HorizontalAlignment.CENTER, BorderStyle.NONE),
        SECTION(11, true, "1F3864", "", HorizontalAlignment.LEFT, BorderStyle.NONE),
        LABEL(10, false, "595959", "F5F6F8", HorizontalAlignment.LEFT, BorderStyle.THIN),
        TEXT(10, false, "262626", "", HorizontalAlignment.LEFT, BorderStyle.THIN),
        HEAD(10, true, "1F3864", "E4EAF3", HorizontalAlignment.CENTER, BorderStyle.THIN),
        CENTRED(10, false, "262626", "", HorizontalAlignment.CENTER, BorderStyle.THIN),
        NUMBER(10, false, "262626", "", HorizontalAlignment.RIGHT, BorderStyle.THIN),
        CENTRED_GOOD(10, true, "2E7D5B", "", HorizontalAlignment.CENTER, BorderStyle.THIN),
        CENTRED_OPEN(10, true, "B7791F", "", HorizontalAlignment.CENTER, BorderStyle.THIN),
        CENTRED_BAD(10, true, "B23B3B", "", HorizontalAlignment.CENTER, BorderStyle.THIN),
        FOOT(9, false, "7F7F7F", "", HorizontalAlignment.LEFT, BorderStyle.NONE);

        private final int points;
        private final boolean bold;
        private final String colour;
        private final String fill;
        private final HorizontalAlignment alignment;
        private final BorderStyle border;

        Look(int points, boolean bold, String colour, String fill, HorizontalAlignment alignment, BorderStyle border) {
            this.points = points;
            this.bold = bold;
            this.colour = colour;
            this.fill = fill;
            this.alignment = alignment;
            this.border = border;
        }

        private XSSFCellStyle style(XSSFWorkbook workbook) {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) points);
            font.setBold(bold);
            font.setColor(colour(colour));
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font);
            style.setAlignment(alignment);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(true);
            style.setIndention((short) (alignment == HorizontalAlignment.LEFT && border != BorderStyle.NONE ? 1 : 0));
            if (!fill.isEmpty()) {
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setFillForegroundColor(colour(fill));
            }
            if (border != BorderStyle.NONE) {
                frame(style);
            }
            return style;
        }

        private void frame(XSSFCellStyle style) {
            style.setBorderTop(border);
            style.setBorderBottom(border);
            style.setBorderLeft(border);
            style.setBorderRight(border);
            XSSFColor line = colour("C5CAD3");
            style.setTopBorderColor(line);
            style.setBottomBorderColor(line);
            style.setLeftBorderColor(line);
            style.setRightBorderColor(line);
        }

        private static XSSFColor colour(String rgb) {
            return new XSSFColor(HexFormat.of().parseHex(rgb), null);
        }
    }

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final Map<Look, XSSFCellStyle> styles = new EnumMap<>(Look.class);
    private int next;

    ReceiptSheet(XSSFWorkbook workbook, String name) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 1);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
    }

    /** One text across the page. */
    ReceiptSheet line(Look look, double points, String text) {
        XSSFRow row = row(points);
        span(row, 0, WIDTHS.length - 1, look, text);
        return this;
    }

    /** A label, and a text across the rest of the page. */
    ReceiptSheet pair(String label, String text) {
        return cells(new Cell(Look.LABEL, label, 1), new Cell(Look.TEXT, text, WIDTHS.length - 1));
    }

    /** Cells from the left. */
    ReceiptSheet cells(Cell... cells) {
        int most = 1;
        int column = 0;
        for (Cell cell : cells) {
            int width = IntStream.range(column, column + cell.columns)
                    .map(i -> WIDTHS[i])
                    .sum();
            most = Math.max(most, lines(cell.text, width));
            column += cell.columns;
        }
        XSSFRow row = row(6 + LINE * most);
        column = 0;
        for (Cell cell : cells) {
            span(row, column, column + cell.columns - 1, cell.look, cell.text);
            column += cell.columns;
        }
        return this;
    }

    /** @param columns how many it reaches across */
    record Cell(Look look, String text, int columns) {}

    ReceiptSheet gap(double points) {
        row(points);
        return this;
    }

    private XSSFRow row(double points) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints((float) points);
        return row;
    }

    private void span(XSSFRow row, int from, int to, Look look, String text) {
        XSSFCellStyle style = styles.computeIfAbsent(look, l -> l.style(workbook));
        for (int i = from; i <= to; i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellStyle(style);
            if (i == from) {
                cell.setCellValue(text);
            }
        }
        if (to > from) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
        }
    }

    /** How many lines a text takes; a Chinese character is two wide. */
    private static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> {
                    int wide = line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
                    return Math.max(1, (wide + width - 2) / (width - 1));
                })
                .sum();
    }
}
