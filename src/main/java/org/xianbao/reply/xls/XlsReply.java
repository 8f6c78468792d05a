package org.xianbao.reply.xls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.PartBroken;
import org.xianbao.reply.page.Remark;

/** An {@code .xls} with our remarks in its sheets and our pages before them. */
public final class XlsReply {
    /** The object model of 65,536 rows of 15 columns, a file of 17 MB, just fits a quarter of a gigabyte. */
    private static final long LARGEST = 12L << 20;

    private XlsReply() {}

    /**
     * Writes what a workbook becomes; of one too large to hold in memory, the rows that something is said about.
     *
     * @param remarks by the name of the sheet
     * @param gone names of the sheets in it that are ours, from a reply before
     * @param pages ours
     * @throws PartBroken when the original cannot be taken apart
     */
    public static void patch(
            Path original, Map<String, List<Remark>> remarks, Set<String> gone, List<Page> pages, Path target)
            throws IOException {
        if (Files.size(original) > LARGEST) {
            XlsExcerpt.write(original, remarks, pages, target);
            return;
        }
        try (HSSFWorkbook workbook = open(original)) {
            try {
                patch(workbook, remarks, gone);
            } catch (RuntimeException e) {
                throw new PartBroken("the workbook", e);
            }
            write(workbook, pages, target);
        }
    }

    /** Writes a workbook of pages alone. */
    public static void create(List<Page> pages, Path target) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            write(workbook, pages, target);
        }
    }

    /** Writes the workbook with the pages before its sheets. */
    static void write(HSSFWorkbook workbook, List<Page> pages, Path target) throws IOException {
        new XlsPages(workbook).add(pages);
        try (OutputStream out = Files.newOutputStream(target)) {
            workbook.write(out);
        }
        SheetOrder.bringForward(target, pages.size());
    }

    private static HSSFWorkbook open(Path original) {
        try (POIFSFileSystem container = new POIFSFileSystem(original.toFile(), true)) {
            return new HSSFWorkbook(container, false);
        } catch (IOException | RuntimeException e) {
            throw new PartBroken("the workbook", e);
        }
    }

    private static void patch(HSSFWorkbook workbook, Map<String, List<Remark>> remarks, Set<String> gone) {
        XlsMarks marks = new XlsMarks(workbook);
        HSSFFont bold = XlsComments.bold(workbook);
        for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
            HSSFSheet sheet = workbook.getSheetAt(i);
            if (gone.contains(sheet.getSheetName())) {
                drop(workbook, i);
                continue;
            }
            for (Row row : sheet) {
                for (Cell cell : row) {
                    marks.mark((HSSFCell) cell, null);
                }
            }
            XlsComments comments = new XlsComments(sheet, bold);
            comments.takeOff();
            for (Remark remark : remarks.getOrDefault(sheet.getSheetName(), List.of())) {
                HSSFCell cell = cell(sheet, remark);
                marks.mark(cell, remark.mark());
                comments.put(cell, remark);
            }
        }
    }

    private static void drop(HSSFWorkbook workbook, int sheet) {
        for (HSSFName name : List.copyOf(workbook.getAllNames())) {
            if (name.getSheetIndex() == sheet) {
                workbook.removeName(name);
            }
        }
        workbook.removeSheetAt(sheet);
    }

    private static HSSFCell cell(HSSFSheet sheet, Remark remark) {
        HSSFRow row = sheet.getRow(remark.cell().row());
        HSSFRow there = row == null ? sheet.createRow(remark.cell().row()) : row;
        HSSFCell cell = there.getCell(remark.cell().column());
        if (cell != null) {
            return cell;
        }
        HSSFCell blank = there.createCell(remark.cell().column());
        if (there.isFormatted()) {
            blank.setCellStyle(there.getRowStyle());
        } else if (sheet.getColumnStyle(remark.cell().column()) != null) {
            blank.setCellStyle(sheet.getColumnStyle(remark.cell().column()));
        }
        return blank;
    }
}
