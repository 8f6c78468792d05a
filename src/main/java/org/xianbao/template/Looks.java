package org.xianbao.template;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once. */
final class Looks {
    private static final XSSFColor LINE = color("7F7F7F");
    private static final XSSFColor FAINT = color("808080");

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look.Part, XSSFFont> fonts = new EnumMap<>(Look.Part.class);

    Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static XSSFColor color(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb), null);
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(Look look) {
        Look.Part part = look.part();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(part, this::font));
        style.setAlignment(look.align());
        style.setVerticalAlignment(part == Look.Part.NOTE ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setWrapText(part != Look.Part.TITLE && part != Look.Part.LABEL && part != Look.Part.ENTRY);
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setLocked(!look.open());
        if (part.border == BorderStyle.THIN && look.align() != HorizontalAlignment.CENTER) {
            style.setIndention((short) 1);
        }
        border(style, part);
        if (part.ground != null) {
            style.setFillForegroundColor(color(part.ground));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private static void border(XSSFCellStyle style, Look.Part part) {
        style.setBorderBottom(part.border);
        style.setBottomBorderColor(LINE);
        if (part.border == BorderStyle.THIN) {
            style.setBorderTop(part.border);
            style.setBorderLeft(part.border);
            style.setBorderRight(part.border);
            style.setTopBorderColor(LINE);
            style.setLeftBorderColor(LINE);
            style.setRightBorderColor(LINE);
        }
    }

    private XSSFFont font(Look.Part part) {
        XSSFFont font = workbook.createFont();
        font.setFontName(part.font);
        font.setFontHeightInPoints((short) part.points);
        font.setBold(part.bold);
        if (part == Look.Part.MARK) {
            font.setColor(FAINT);
        }
        return font;
    }
}
