package org.xianbao.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xianbao.workbook.Reading.cells;
import static org.xianbao.workbook.Reading.refusal;
import static org.xianbao.workbook.Reading.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsWorkbookTest {
    private final Path folder;

    XlsWorkbookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesTheSameCellsAsTheXlsxTwin() throws IOException {
        List<String> xls = all(written(fill(new HSSFWorkbook())));
        List<String> xlsx = all(written(fill(new XSSFWorkbook())));

        assertThat(xls).isEqualTo(xlsx).hasSizeGreaterThan(3_000);
        assertThat(xls)
                .contains(
                        "C1 DATE 2018-06-05",
                        "D1 DATE 2018-06-05T13:30:00",
                        "E1 PERCENT 0.399",
                        "F1 BOOLEAN TRUE",
                        "G1 ERROR #REF!",
                        "H1 NUMBER 25",
                        "I1 TEXT 合计天镇",
                        "J1 BOOLEAN FALSE",
                        "K1 ERROR #DIV/0!",
                        "M1 TEXT 😀 and 𠮷",
                        "N1 NUMBER 1.40222198001011E17",
                        "hidden row 2",
                        "hidden column 3");
    }

    private static org.apache.poi.ss.usermodel.Workbook fill(org.apache.poi.ss.usermodel.Workbook book) {
        var sheet = book.createSheet("花名册");
        CellStyle date = style(book, "yyyy\"年\"m\"月\"d\"日\"");
        CellStyle percent = style(book, "0.0%");
        var first = sheet.createRow(0);
        first.createCell(0).setCellValue("天镇县");
        first.createCell(1).setCellValue(0.1 + 0.2);
        dated(first.createCell(2), date, LocalDateTime.of(2018, 6, 5, 0, 0));
        dated(first.createCell(3), date, LocalDateTime.of(2018, 6, 5, 13, 30));
        first.createCell(4).setCellValue(0.399);
        first.getCell(4).setCellStyle(percent);
        first.createCell(5).setCellValue(true);
        first.createCell(6).setCellErrorValue(FormulaError.REF.getCode());
        first.createCell(7).setCellFormula("5*5");
        first.createCell(8).setCellFormula("\"合计\"&\"天镇\"");
        first.createCell(9).setCellFormula("1>2");
        first.createCell(10).setCellFormula("1/0");
        first.createCell(11).setCellFormula("\"\"");
        first.createCell(12).setCellValue("😀 and 𠮷");
        first.createCell(13).setCellValue(140_222_198_001_011L * 1000.0);
        first.createCell(14).setCellStyle(percent);
        first.createCell(15).setCellValue("");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheet.createRow(1).setZeroHeight(true);
        sheet.getRow(1).createCell(0).setCellValue(-12);
        sheet.setColumnHidden(2, true);
        for (int i = 5; i < 1_000; i++) {
            var row = sheet.createRow(i);
            row.createCell(0).setCellValue(("长" + i + "文").repeat(i % 40 + 1));
            row.createCell(1).setCellValue(i);
            row.createCell(2).setCellValue(i / 100.0);
            row.createCell(200).setCellValue(i * 1e9 + 0.5);
        }
        var second = book.createSheet("说明");
        second.createRow(3).createCell(1).setCellValue("金寨县");
        book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        return book;
    }

    private static CellStyle style(org.apache.poi.ss.usermodel.Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void dated(Cell cell, CellStyle style, LocalDateTime time) {
        cell.setCellValue(time);
        cell.setCellStyle(style);
    }

    private static List<String> all(Path file) {
        List<String> all = new ArrayList<>();
        try (Workbook workbook = workbook(file)) {
            for (Sheet sheet : workbook.sheets()) {
                all.add(sheet.toString());
                all.addAll(cells(workbook, sheet));
                try (SheetCursor cursor = workbook.read(sheet)) {
                    for (int column = 0; column < 20; column++) {
                        if (cursor.hidden(column)) {
                            all.add("hidden column " + (column + 1));
                        }
                    }
                    while (cursor.next()) {
                        if (cursor.row().hidden()) {
                            all.add("hidden row " + (cursor.row().number() + 1));
                        }
                    }
                }
            }
        }
        return all;
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
        HSSFWorkbook book = new HSSFWorkbook();
        book.getInternalWorkbook().getRecords().stream()
                .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
                .forEach(r -> ((org.apache.poi.hssf.record.DateWindow1904Record) r).setWindowing((short) 1));
        var cell = book.createSheet().createRow(0).createCell(0);
        cell.setCellValue(41_794);
        cell.setCellStyle(style(book, "yyyy/m/d"));

        assertThat(cells(written(book))).containsExactly("A1 DATE 2018-06-05");
    }

    @Test
    void refusesAPasswordOfSomebodysOwn() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("县报");
        Path file;
        try {
            file = written(fill(new HSSFWorkbook()));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(refusal(file)).isEqualTo(Refusal.Kind.PASSWORD);
    }

    @Test
    void opensAWorkbookThatIsOnlyWriteProtected() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
        List<String> locked;
        try {
            locked = all(written(fill(new HSSFWorkbook())));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(locked).isEqualTo(all(written(fill(new HSSFWorkbook()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 5_000, 60_000, -700})
    void knowsATruncatedFile(int length) throws IOException {
        byte[] whole = Files.readAllBytes(written(fill(new HSSFWorkbook())));
        Path file = folder.resolve("cut.xls");
        Files.write(file, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));

        assertThat(refusal(file)).isEqualTo(Refusal.Kind.TRUNCATED);
    }

    @Test
    void tellsOlderFormatsByTheirStream() throws IOException {
        assertThat(refusal(container("Book", new byte[5_000]))).isEqualTo(Refusal.Kind.BIFF5);
        byte[] biff5 = Arrays.copyOf(new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0}, 5_000);
        assertThat(refusal(container("Workbook", biff5))).isEqualTo(Refusal.Kind.BIFF5);
        assertThat(refusal(container("WordDocument", new byte[5_000]))).isEqualTo(Refusal.Kind.NOT_A_WORKBOOK);
        assertThat(refusal(container("EncryptedPackage", new byte[5_000]))).isEqualTo(Refusal.Kind.PASSWORD);
        assertThat(refusal(container("KSOETDoc", new byte[5_000]))).isEqualTo(Refusal.Kind.WPS);
        assertThat(refusal(container("Workbook", new byte[5_000]))).isEqualTo(Refusal.Kind.UNREADABLE);
    }

    @Test
    void anyDamageBreaksTypedOrNotAtAll() throws IOException {
        byte[] stream;
        try (POIFSFileSystem container =
                new POIFSFileSystem(written(fill(new HSSFWorkbook())).toFile())) {
            stream = container.createDocumentInputStream("Workbook").readAllBytes();
        }
        int broken = 0;
        for (int at = 100; at < stream.length; at += Math.max(1, stream.length / 60)) {
            byte[] damaged = stream.clone();
            Arrays.fill(damaged, at, Math.min(at + 6, damaged.length), (byte) 0xFF);
            Opening opening = Workbooks.open(container("Workbook", damaged));
            if (opening instanceof Workbook workbook) {
                try (workbook) {
                    workbook.sheets().forEach(sheet -> cells(workbook, sheet));
                } catch (WorkbookBroken e) {
                    broken++;
                }
            }
        }
        assertThat(broken).isPositive();
    }

    @Test
    void breaksWithTheSheetsNameWhereItsStreamEnds() throws IOException {
        byte[] stream;
        try (POIFSFileSystem container =
                new POIFSFileSystem(written(fill(new HSSFWorkbook())).toFile())) {
            stream = container.createDocumentInputStream("Workbook").readAllBytes();
        }
        try (Workbook workbook = workbook(container("Workbook", Arrays.copyOf(stream, stream.length * 3 / 4)))) {
            assertThatThrownBy(() -> workbook.read(workbook.sheets().get(0)))
                    .isInstanceOf(WorkbookBroken.class)
                    .hasMessageContaining("花名册");
        }
    }

    private Path container(String name, byte[] content) throws IOException {
        Path file = folder.resolve("container.xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(content), name);
            container.writeFilesystem(out);
        }
        return file;
    }

    private Path written(org.apache.poi.ss.usermodel.Workbook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (book) {
            book.write(bytes);
        }
        Path file = folder.resolve("twin");
        Files.write(file, bytes.toByteArray());
        return file;
    }
}
