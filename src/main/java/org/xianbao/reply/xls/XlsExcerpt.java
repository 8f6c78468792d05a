package org.xianbao.reply.xls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.PartBroken;
import org.xianbao.reply.page.Remark;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.WorkbookBroken;
import org.xianbao.workbook.Workbooks;

/**
 * Of a workbook too large to hold, the rows that something is said about, each where it stands, so that a cell's address is
 * that of the original; the rows between are left out. What an earlier reply put in is not among them.
 */
final class XlsExcerpt {
    private final HSSFWorkbook workbook = new HSSFWorkbook();
    private final XlsMarks marks = new XlsMarks(workbook);
    private final HSSFFont bold = XlsComments.bold(workbook);

    private XlsExcerpt() {}

    static void write(Path original, Map<String, List<Remark>> remarks, List<Page> pages, Path target)
            throws IOException {
        XlsExcerpt excerpt = new XlsExcerpt();
        try (HSSFWorkbook written = excerpt.workbook) {
            if (!(Workbooks.open(original) instanceof Workbook opened)) {
                throw new PartBroken("the workbook", null);
            }
            try (opened) {
                for (Sheet sheet : opened.sheets()) {
                    List<Remark> said = remarks.getOrDefault(sheet.name(), List.of());
                    if (!said.isEmpty()) {
                        excerpt.sheet(opened, sheet, said);
                    }
                }
            } catch (WorkbookBroken e) {
                throw new PartBroken("the workbook", e);
            }
            XlsReply.write(written, pages, target);
        }
    }

    private void sheet(Workbook opened, Sheet sheet, List<Remark> remarks) {
        HSSFSheet excerpt = workbook.createSheet(sheet.name());
        Set<Integer> wanted = new HashSet<>();
        Map<Integer, HSSFRow> rows = new HashMap<>();
        remarks.forEach(r -> wanted.add(r.cell().row()));
        try (SheetCursor cursor = opened.read(sheet)) {
            while (cursor.next()) {
                int number = cursor.row().number();
                if (wanted.contains(number)) {
                    HSSFRow row = excerpt.createRow(number);
                    rows.put(number, row);
                    copy(cursor.row(), row);
                }
            }
        }
        XlsComments comments = new XlsComments(excerpt, bold);
        for (Remark remark : remarks) {
            HSSFRow row = rows.computeIfAbsent(remark.cell().row(), excerpt::createRow);
            HSSFCell cell = row.getCell(remark.cell().column(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
            marks.mark(cell, remark.mark());
            comments.put(cell, remark);
        }
    }

    private static void copy(Row from, HSSFRow to) {
        for (int column = 0; column < from.width(); column++) {
            Slice slice = from.slice(column);
            if (slice.kind() == CellKind.NUMBER || slice.kind() == CellKind.PERCENT) {
                to.createCell(column).setCellValue(number(slice));
            } else if (!slice.isBlank()) {
                to.createCell(column).setCellValue(XlsPages.text(slice.text()));
            }
        }
    }

    private static double number(Slice slice) {
        return Double.parseDouble(
                new String(slice.bytes(), slice.start(), slice.length(), StandardCharsets.ISO_8859_1));
    }
}
