package org.xianbao.reply.xls;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.record.PaletteRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFPrintSetup;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;
import org.xianbao.reply.page.Target;

/** Pages of ours as sheets of an {@code .xls}. */
final class XlsPages {
    private static final int WIDTH_UNIT = 256;

    private final HSSFWorkbook workbook;
    private final Map<Style, HSSFCellStyle> styles = new EnumMap<>(Style.class);
    private int links;

    XlsPages(HSSFWorkbook workbook) {
        this.workbook = workbook;
        for (Style style : Style.values()) {
            styles.put(style, format(style));
        }
    }

    /** Puts the pages behind all other sheets, the first of them in view. */
    void add(List<Page> pages) {
        int first = workbook.getNumberOfSheets();
        for (Page page : pages) {
            write(page, workbook.createSheet(free(page.name())));
        }
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            workbook.getSheetAt(i).setSelected(i == first);
        }
        workbook.setActiveSheet(first);
    }

    private String free(String name) {
        String free = name;
        for (int n = 2; workbook.getSheet(free) != null; n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private void write(Page page, HSSFSheet sheet) {
        links = 0;
        for (int i = 0; i < page.widths().size(); i++) {
            sheet.setColumnWidth(i, page.widths().get(i) * WIDTH_UNIT);
        }
        for (int i = 0; i < page.lines().size(); i++) {
            line(page, page.lines().get(i), sheet.createRow(i));
        }
        sheet.setDisplayGridlines(false);
        sheet.createFreezePane(0, page.frozen());
        sheet.setRepeatingRows(new CellRangeAddress(page.heading(), page.heading(), -1, -1));
        sheet.setAutobreaks(true);
        sheet.setFitToPage(true);
        HSSFPrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(HSSFPrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setRight("&P / &N");
        sheet.getFooter().setLeft("&A");
    }

    private void line(Page page, Line line, HSSFRow row) {
        row.setHeightInPoints(page.height(line));
        for (Field field : line.fields()) {
            HSSFCell cell = row.createCell(field.column());
            cell.setCellStyle(styles.get(field.style()));
            if (!field.text().isEmpty()) {
                cell.setCellValue(new HSSFRichTextString(text(field.text())));
            }
            for (int i = 1; i < field.span(); i++) {
                row.createCell(field.column() + i).setCellStyle(styles.get(field.style()));
            }
            if (field.span() > 1) {
                int last = field.column() + field.span() - 1;
                row.getSheet()
                        .addMergedRegionUnsafe(
                                new CellRangeAddress(row.getRowNum(), row.getRowNum(), field.column(), last));
            }
            Target to = field.link();
            if (to != null && links++ < Page.MOST_LINKS) {
                HSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress(to.toString());
                cell.setHyperlink(link);
            }
        }
    }

    /** Without what a cell cannot hold. */
    static String text(String text) {
        return Page.fitting(text.replace('\0', '\uFFFD'));
    }

    private HSSFCellStyle format(Style style) {
        HSSFFont font = workbook.createFont();
        font.setFontName(Style.FONT);
        font.setFontHeightInPoints((short) style.size());
        font.setBold(style.bold());
        font.setColor(colour(style.colour()));
        font.setUnderline(style == Style.LINK ? HSSFFont.U_SINGLE : HSSFFont.U_NONE);
        HSSFCellStyle format = workbook.createCellStyle();
        format.setFont(font);
        format.setWrapText(true);
        format.setVerticalAlignment(VerticalAlignment.CENTER);
        format.setAlignment(
                style.align() == Style.Align.CENTER ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
        format.setIndention((short) (style.bordered() && style.align() == Style.Align.LEFT ? 1 : 0));
        format.setDataFormat(workbook.createDataFormat().getFormat("@"));
        format.setLocked(!style.open());
        format.setQuotePrefixed(!style.open());
        String fill = style.fill();
        if (fill != null) {
            format.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            format.setFillForegroundColor(colour(fill));
        }
        if (style.bordered()) {
            short line = colour(Style.LINE);
            format.setBorderTop(BorderStyle.THIN);
            format.setBorderBottom(BorderStyle.THIN);
            format.setBorderLeft(BorderStyle.THIN);
            format.setBorderRight(BorderStyle.THIN);
            format.setTopBorderColor(line);
            format.setBottomBorderColor(line);
            format.setLeftBorderColor(line);
            format.setRightBorderColor(line);
        }
        return format;
    }

    /** The nearest in the workbook's palette. */
    private short colour(String rgb) {
        for (Mark mark : Mark.values()) {
            if (mark.rgb().equals(rgb)) {
                return XlsMarks.colour(mark);
            }
        }
        int value = Integer.parseInt(rgb, 16);
        short nearest = PaletteRecord.FIRST_COLOR_INDEX;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < PaletteRecord.STANDARD_PALETTE_SIZE; i++) {
            short index = (short) (PaletteRecord.FIRST_COLOR_INDEX + i);
            int distance = distance(workbook.getCustomPalette().getColor(index), value);
            if (distance < least) {
                least = distance;
                nearest = index;
            }
        }
        return nearest;
    }

    private static int distance(HSSFColor colour, int rgb) {
        short[] parts = colour.getTriplet();
        int red = parts[0] - (rgb >> 16);
        int green = parts[1] - (rgb >> 8 & 255);
        int blue = parts[2] - (rgb & 255);
        return red * red + green * green + blue * blue;
    }
}
