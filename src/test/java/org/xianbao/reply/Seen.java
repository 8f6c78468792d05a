package org.xianbao.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.xianbao.cell.CellAddress;
import org.xianbao.explanation.ExplanationSheet;
import org.xianbao.form.ResultSheet;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Remark;

/** A workbook as POI, which did not write it, sees it; cells go by {@code sheet!B3}. */
final class Seen implements AutoCloseable {
    final Workbook workbook;

    private Seen(Workbook workbook) {
        this.workbook = workbook;
    }

    static Seen open(Path file) {
        try {
            return new Seen(WorkbookFactory.create(file.toFile(), null, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells with a comment of ours. */
    Set<String> commented() {
        TreeSet<String> cells = new TreeSet<>();
        for (Sheet sheet : workbook) {
            sheet.getCellComments().forEach((at, comment) -> {
                if (Remark.AUTHOR.equals(comment.getAuthor())
                        || comment.getString().getString().contains(Remark.ADDED)) {
                    cells.add(sheet.getSheetName() + "!" + at.formatAsString());
                }
            });
        }
        return cells;
    }

    /** What the cell's comment says; empty when it has none. */
    String comment(String sheet, String cell) {
        Comment comment = workbook.getSheet(sheet).getCellComment(new org.apache.poi.ss.util.CellAddress(cell));
        return comment == null ? "" : comment.getString().getString();
    }

    /** Cells of the sender's sheets filled in a colour of ours, with the mark. */
    Map<String, Mark> filled() {
        Map<String, Mark> cells = new TreeMap<>();
        for (Cell cell : cells()) {
            CellStyle style = cell.getCellStyle();
            Color colour = style.getFillForegroundColorColor();
            if (style.getFillPattern() == FillPatternType.SOLID_FOREGROUND && colour instanceof XSSFColor shown) {
                for (Mark mark : Mark.values()) {
                    if (Objects.equals(shown.getARGBHex(), "FF" + mark.rgb())) {
                        cells.put(address(cell), mark);
                    }
                }
            }
        }
        return cells;
    }

    /** All cells of the sender's sheets that hold something, with what they hold and how they look, but for their fill. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        for (Cell cell : cells()) {
            if (cell.getCellType() != CellType.BLANK) {
                content.put(address(cell), value(cell) + look(cell.getCellStyle()));
            }
        }
        return content;
    }

    /** The fills of all cells that have any, but those of ours. */
    Map<String, String> fills() {
        Map<String, String> fills = new HashMap<>();
        for (Cell cell : cells()) {
            CellStyle style = cell.getCellStyle();
            if (style.getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
                fills.put(address(cell), String.valueOf(style.getFillForegroundColor()));
            }
        }
        filled().keySet().forEach(fills::remove);
        return fills;
    }

    /** What else there is to a sheet. */
    Map<String, String> frames() {
        Map<String, String> frames = new TreeMap<>();
        for (Sheet sheet : theirs()) {
            StringBuilder frame = new StringBuilder();
            frame.append(workbook.getSheetVisibility(workbook.getSheetIndex(sheet)));
            frame.append(sheet.getMergedRegions());
            frame.append(sheet.getDataValidations().size());
            frame.append(sheet.getHyperlinkList().size());
            for (int column = 0; column < 30; column++) {
                frame.append(' ').append(sheet.getColumnWidth(column)).append(sheet.isColumnHidden(column));
            }
            for (Row row : sheet) {
                frame.append(' ').append(row.getHeight()).append(row.getZeroHeight());
            }
            frames.put(sheet.getSheetName(), frame.toString());
        }
        return frames;
    }

    private static String value(Cell cell) {
        return switch (cell.getCellType()) {
            case FORMULA -> "=" + cell.getCellFormula() + ":" + cell.getCachedFormulaResultType();
            case NUMERIC -> String.valueOf(cell.getNumericCellValue());
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case ERROR -> "error " + cell.getErrorCellValue();
            default -> cell.getStringCellValue();
        };
    }

    private static String look(CellStyle style) {
        return " | " + style.getDataFormatString() + style.getFontIndex() + style.getAlignment()
                + style.getVerticalAlignment()
                + style.getBorderTop() + style.getBorderLeft() + style.getBorderRight() + style.getBorderBottom()
                + style.getWrapText() + style.getLocked() + style.getIndention();
    }

    private List<Sheet> theirs() {
        List<Sheet> sheets = new ArrayList<>();
        for (Sheet sheet : workbook) {
            if (!List.of(ResultSheet.NAME, ExplanationSheet.NAME).contains(sheet.getSheetName())) {
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        theirs().forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
        return cells;
    }

    private static String address(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + new CellAddress(cell.getRowIndex(), cell.getColumnIndex());
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
