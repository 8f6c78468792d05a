package org.xianbao;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.xianbao.explanation.ExplanationSheet;

/** A workbook that comes back as the county sent it, with the sheet 审核说明 filled in. */
public final class ExplainedReply {
    private static final int HEADINGS = 4;

    private final Workbook workbook;
    private final Sheet sheet;

    public ExplainedReply(Path sent) {
        try (InputStream in = Files.newInputStream(sent)) {
            workbook = WorkbookFactory.create(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheet = workbook.createSheet(ExplanationSheet.NAME);
        sheet.createRow(0).createCell(0).setCellValue(ExplanationSheet.NAME);
        Row headings = sheet.createRow(HEADINGS);
        List<String> texts = ExplanationSheet.headings();
        for (int i = 0; i < texts.size(); i++) {
            headings.createCell(i).setCellValue(texts.get(i));
        }
    }

    /** Adds a row; an empty text leaves its cell blank. */
    public ExplainedReply says(String query, String said, String author) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        fill(row, 0, query);
        fill(row, 8, said);
        fill(row, 9, author);
        return this;
    }

    private static void fill(Row row, int column, String text) {
        if (!text.isEmpty()) {
            row.createCell(column).setCellValue(text);
        }
    }

    /** Its sheet of explanations, to be spoilt. */
    public Sheet sheet() {
        return sheet;
    }

    /** Writes it, as of a day in the calendar of files. */
    public Path to(Path file, String day) {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sent.dated(file, day);
    }
}
