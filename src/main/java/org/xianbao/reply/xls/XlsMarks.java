package org.xianbao.reply.xls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.jspecify.annotations.Nullable;
import org.xianbao.reply.page.Mark;

/**
 * Fills of marked cells. As in {@code .xlsx}, the background of our solid fill, which does not show, keeps the colour that
 * was there before.
 */
final class XlsMarks {
    /** Formats that a workbook may hold are 4,030; some are left for our pages. */
    private static final int MOST = 4_000;

    private static final short NOTHING = HSSFColorPredefined.BLACK.getIndex();
    private static final short SYSTEM_FOREGROUND = 64;
    private static final short SYSTEM_BACKGROUND = 65;

    private final HSSFWorkbook workbook;
    private final Map<List<Object>, HSSFCellStyle> made = new HashMap<>();

    XlsMarks(HSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Index in the fixed palette: the nearest that prints, and is told apart, as well as the colour itself. */
    static short colour(Mark mark) {
        return switch (mark) {
            case REJECT -> HSSFColorPredefined.ROSE.getIndex();
            case QUERY -> HSSFColorPredefined.LIGHT_YELLOW.getIndex();
            case NOTE -> HSSFColorPredefined.PALE_BLUE.getIndex();
            case ANSWERED -> HSSFColorPredefined.LIGHT_GREEN.getIndex();
        };
    }

    /** Gives the cell a mark, or with null takes off the one that it has. */
    void mark(HSSFCell cell, @Nullable Mark mark) {
        HSSFCellStyle style = cell.getCellStyle();
        boolean ours = isOurs(style);
        if (mark == null && !ours) {
            return;
        }
        List<Object> key = List.of(style.getIndex(), Optional.ofNullable(mark));
        HSSFCellStyle marked = made.get(key);
        if (marked == null) {
            if (workbook.getNumCellStyles() >= MOST) {
                return;
            }
            marked = workbook.createCellStyle();
            marked.cloneStyleFrom(style);
            fill(marked, before(style, ours), mark);
            made.put(key, marked);
        }
        cell.setCellStyle(marked);
    }

    private static short before(HSSFCellStyle style, boolean ours) {
        if (ours) {
            return style.getFillBackgroundColor();
        }
        boolean shown = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && style.getFillForegroundColor() != SYSTEM_FOREGROUND;
        return shown ? style.getFillForegroundColor() : NOTHING;
    }

    private static void fill(HSSFCellStyle style, short before, @Nullable Mark mark) {
        if (mark != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(mark));
            style.setFillBackgroundColor(before);
        } else if (before == NOTHING) {
            style.setFillPattern(FillPatternType.NO_FILL);
            style.setFillForegroundColor(SYSTEM_FOREGROUND);
            style.setFillBackgroundColor(SYSTEM_BACKGROUND);
        } else {
            style.setFillForegroundColor(before);
            style.setFillBackgroundColor(SYSTEM_FOREGROUND);
        }
    }

    private static boolean isOurs(HSSFCellStyle style) {
        short back = style.getFillBackgroundColor();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && back != SYSTEM_FOREGROUND
                && back != SYSTEM_BACKGROUND
                && List.of(Mark.values()).stream().anyMatch(m -> colour(m) == style.getFillForegroundColor());
    }
}
