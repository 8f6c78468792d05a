package org.xianbao.export.print;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once. */
final class Looks {
    private static final XSSFColor STRONG = color("1F3864");
    private static final XSSFColor FAINT = color("BFBFBF");

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look.Part, XSSFFont> fonts = new EnumMap<>(Look.Part.class);

    Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(Look look) {
        Look.Part part = look.part();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(part, this::font));
        style.setAlignment(look.align());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(part != Look.Part.TITLE && part != Look.Part.SUBTITLE && part != Look.Part.EDITION);
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setIndention((short) look.indent());
        if (part.ground != null) {
            style.setFillForegroundColor(color(part.ground));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        line(style, part.line);
        return style;
    }

    private static void line(XSSFCellStyle style, Look.Line line) {
        switch (line) {
            case NONE -> {}
            case ABOVE -> {
                style.setBorderTop(BorderStyle.MEDIUM);
                style.setTopBorderColor(STRONG);
            }
            case BELOW -> {
                style.setBorderBottom(BorderStyle.THIN);
                style.setBottomBorderColor(STRONG);
            }
            case HAIR -> {
                style.setBorderBottom(BorderStyle.HAIR);
                style.setBottomBorderColor(FAINT);
            }
        }
    }

    private XSSFFont font(Look.Part part) {
        XSSFFont font = workbook.createFont();
        font.setFontName(part.font);
        font.setFontHeightInPoints((short) part.points);
        font.setBold(part.bold);
        font.setColor(color(part.color));
        return font;
    }

    private static XSSFColor color(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb), null);
    }
}
