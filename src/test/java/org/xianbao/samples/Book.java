package org.xianbao.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xianbao.cell.CellAddress;

/** Pages as the bytes of a workbook, the same bytes every time. */
final class Book {
    private static final LocalDateTime STAMP = LocalDateTime.of(2018, 1, 1, 0, 0);
    private static final int CHARACTER = 256;

    private enum Shape {
        GENERAL,
        NUMBER,
        PERCENT,
        DATE
    }

    private final List<Page> pages = new ArrayList<>();
    private boolean old;
    private boolean since1904;
    private String dateFormat = "yyyy/m/d";

    Book(Page... pages) {
        this.pages.addAll(Arrays.asList(pages));
    }

    /** The binary format of Excel 97-2003. */
    Book old() {
        this.old = true;
        return this;
    }

    /** Dates counted from 1904, as Excel for the Macintosh did. */
    Book since1904() {
        this.since1904 = true;
        return this;
    }

    Book dates(String format) {
        this.dateFormat = format;
        return this;
    }

    List<Page> pages() {
        return pages;
    }

    String extension() {
        return old ? "xls" : "xlsx";
    }

    byte[] bytes() {
        try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            if (workbook instanceof XSSFWorkbook modern) {
                stamp(modern);
            }
            Styles styles = new Styles(workbook, dateFormat);
            for (int i = 0; i < pages.size(); i++) {
                write(workbook, styles, pages.get(i), i);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return old ? out.toByteArray() : stamped(out.toByteArray());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stamp(XSSFWorkbook workbook) throws InvalidFormatException {
        var core = workbook.getProperties().getCoreProperties();
        core.setCreated("2018-01-01T00:00:00Z");
        core.setModified("2018-01-01T00:00:00Z");
        core.setCreator("县人力资源和社会保障局");
        if (since1904) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
    }

    private static void write(Workbook workbook, Styles styles, Page page, int index) {
        Sheet sheet = workbook.createSheet(page.sheet());
        TreeMap<Integer, Row> rows = new TreeMap<>();
        page.cells().forEach((address, typed) -> {
            Row row = rows.computeIfAbsent(address.row(), sheet::createRow);
            Cell cell = row.createCell(address.column());
            cell.setCellStyle(styles.of(typed));
            fill(cell, typed.content());
        });
        page.merges().forEach(m -> merge(sheet, styles, page, m));
        rows.forEach((number, row) -> {
            row.setHeightInPoints(number == 0 ? 28 : number < page.headingEnd() ? 20 : 17);
            row.setZeroHeight(page.hiddenRows().contains(number));
        });
        widths(page).forEach((column, width) -> sheet.setColumnWidth(column, width));
        page.hiddenColumns().forEach(c -> sheet.setColumnHidden(c, true));
        if (page.headingEnd() > 0) {
            sheet.createFreezePane(0, page.headingEnd());
        }
        sheet.getPrintSetup().setLandscape(page.width() > 6);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        workbook.setSheetHidden(index, page.hidden());
    }

    private static void merge(Sheet sheet, Styles styles, Page page, Page.Merge m) {
        Page.Typed typed = page.cells().get(new CellAddress(m.firstRow(), m.firstColumn()));
        for (int r = m.firstRow(); typed != null && r <= m.lastRow(); r++) {
            Row row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
            for (int c = m.firstColumn(); c <= m.lastColumn(); c++) {
                if (row.getCell(c) == null) {
                    row.createCell(c).setCellStyle(styles.of(typed));
                }
            }
        }
        sheet.addMergedRegionUnsafe(new CellRangeAddress(m.firstRow(), m.lastRow(), m.firstColumn(), m.lastColumn()));
    }

    private static void fill(Cell cell, Content content) {
        if (content instanceof Content.Text text) {
            if (!text.text().isEmpty()) {
                cell.setCellValue(text.text());
            }
        } else if (content instanceof Content.Amount amount) {
            cell.setCellValue(amount.value().doubleValue());
        } else if (content instanceof Content.Share share) {
            cell.setCellValue(share.value().doubleValue());
        } else if (content instanceof Content.Day day) {
            cell.setCellValue(day.date());
        } else if (content instanceof Content.Fault error) {
            cell.setCellErrorValue(FormulaError.forString(error.code()).getCode());
        } else if (content instanceof Content.Formula formula) {
            fill(cell, formula);
        }
    }

    private static void fill(Cell cell, Content.Formula formula) {
        cell.setCellFormula(formula.formula());
        Double value = formula.value();
        if (value != null) {
            cell.setCellValue(value);
        } else if (cell instanceof XSSFCell modern && modern.getCTCell().isSetV()) {
            modern.getCTCell().unsetV();
        }
    }

    /** In 1/256 of a character, by the widest unmerged text; a Chinese character counts two. */
    private static Map<Integer, Integer> widths(Page page) {
        Map<Integer, Integer> widths = new HashMap<>();
        page.cells().forEach((address, typed) -> {
            if (typed.look() == Page.Look.HEADING || typed.look() == Page.Look.BODY) {
                widths.merge(address.column(), length(typed.content()) + 3, Math::max);
            }
        });
        widths.replaceAll((c, w) -> Math.max(7, Math.min(w, 42)) * CHARACTER);
        return widths;
    }

    private static int length(Content content) {
        if (content instanceof Content.Text text) {
            return text.text().chars().map(c -> c > 0xFF ? 2 : 1).sum();
        }
        return content instanceof Content.Day ? 10 : 7;
    }

    /** The same parts with the same dates; {@code java.util.zip} otherwise writes the time of day. */
    private static byte[] stamped(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(STAMP);
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Cell styles of one workbook, made once each. */
    private static final class Styles {
        private final Workbook workbook;
        private final String dateFormat;
        private final Map<Page.Look, Map<Shape, CellStyle>> made = new EnumMap<>(Page.Look.class);
        private final Map<Page.Look, Font> fonts = new EnumMap<>(Page.Look.class);

        Styles(Workbook workbook, String dateFormat) {
            this.workbook = workbook;
            this.dateFormat = dateFormat;
        }

        CellStyle of(Page.Typed typed) {
            Shape shape = typed.content() instanceof Content.Day
                    ? Shape.DATE
                    : typed.content() instanceof Content.Share
                            ? Shape.PERCENT
                            : typed.content() instanceof Content.Text ? Shape.GENERAL : Shape.NUMBER;
            return made.computeIfAbsent(typed.look(), l -> new EnumMap<>(Shape.class))
                    .computeIfAbsent(shape, s -> make(typed.look(), s));
        }

        private CellStyle make(Page.Look look, Shape shape) {
            CellStyle style = workbook.createCellStyle();
            style.setFont(fonts.computeIfAbsent(look, this::font));
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            if (look == Page.Look.TITLE || look == Page.Look.HEADING) {
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setWrapText(look == Page.Look.HEADING);
            }
            if (look == Page.Look.HEADING || look == Page.Look.BODY || look == Page.Look.TOTAL) {
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderLeft(BorderStyle.THIN);
                style.setBorderRight(BorderStyle.THIN);
            }
            if (look == Page.Look.HEADING) {
                style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
            String format =
                    switch (shape) {
                        case GENERAL, NUMBER -> "General";
                        case PERCENT -> "0.00%";
                        case DATE -> dateFormat;
                    };
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        }

        private Font font(Page.Look look) {
            Font font = workbook.createFont();
            font.setFontName(look == Page.Look.TITLE ? "黑体" : "宋体");
            font.setFontHeightInPoints((short) (look == Page.Look.TITLE ? 16 : look == Page.Look.NOTE ? 9 : 11));
            font.setBold(look == Page.Look.HEADING || look == Page.Look.TOTAL);
            return font;
        }
    }
}
