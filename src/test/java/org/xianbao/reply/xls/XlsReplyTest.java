package org.xianbao.reply.xls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.PartBroken;
import org.xianbao.reply.page.Remark;
import org.xianbao.reply.page.Style;
import org.xianbao.reply.page.Target;

class XlsReplyTest {
    private static final Page PAGE = new Page(
            "审核结果",
            List.of(20, 20),
            List.of(
                    Line.of(Field.wide(0, 2, Style.TITLE, "审核结果")),
                    Line.of(
                            new Field(0, 1, Style.LINK, "B2", new Target("花名册", "B2")),
                            Field.of(1, Style.TEXT, "=1+1"))),
            0,
            1,
            "264568");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void marksCellsAndKeepsTheRest() throws IOException {
        try (HSSFWorkbook reply = read(patch(sent(), PAGE, "A1", "B2", "D9"))) {
            HSSFSheet sheet = reply.getSheet("花名册");
            assertThat(filled(sheet, "A1")).isEqualTo(Mark.REJECT);
            assertThat(filled(sheet, "B2")).isEqualTo(Mark.REJECT);
            assertThat(filled(sheet, "D9")).isEqualTo(Mark.REJECT);
            assertThat(filled(sheet, "A2")).isNull();
            assertThat(cell(sheet, "B2").getCellFormula()).isEqualTo("A2*2");
            assertThat(cell(sheet, "B2").getCellStyle().getDataFormatString()).isEqualTo("0.00");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(5000);
            assertThat(text(sheet, "A1")).isEqualTo("请核对\n\n【县报审核】\n■ 强制性\n这里不对");
            assertThat(text(sheet, "B2")).isEqualTo("■ 强制性\n这里不对");
            assertThat(cell(sheet, "B2").getCellComment().getAuthor()).isEqualTo("县报审核");
        }
    }

    @Test
    void putsOurPagesFirstAndLetsNamesFollowTheirSheets() throws IOException {
        try (HSSFWorkbook reply = read(patch(sent(), PAGE))) {
            assertThat(reply.getSheetName(0)).isEqualTo("审核结果");
            assertThat(reply.getActiveSheetIndex()).isZero();
            assertThat(reply.getSheetAt(0).getRow(1).getCell(0).getHyperlink().getAddress())
                    .isEqualTo("'花名册'!B2");
            assertThat(reply.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("=1+1");
            assertThat(reply.getPrintArea(reply.getSheetIndex("花名册"))).isEqualTo("花名册!$A$1:$B$2");
            assertThat(reply.getPrintArea(0)).isNull();
        }
    }

    @Test
    void formulasAndNamesStillMeanTheSheetsTheyMeant() throws IOException {
        Path first = patch(sent(), PAGE, "A1");
        Path again = folder.resolve("again.xls");
        XlsReply.patch(first, Map.of(), Set.of("审核结果"), List.of(PAGE), again);
        for (Path reply : List.of(first, again)) {
            try (HSSFWorkbook workbook = read(reply)) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
                assertThat(cell(workbook.getSheet("花名册"), "C2").getCellFormula())
                        .isEqualTo("说明!A1");
                assertThat(cell(workbook.getSheet("说明"), "A1").getCellFormula()).isEqualTo("SUM(花名册!A1:A2)");
                assertThat(workbook.getName("县").getRefersToFormula()).isEqualTo("说明!$B$2");
                assertThat(workbook.getPrintArea(1)).isEqualTo("花名册!$A$1:$B$2");
                assertThat(workbook.getAllNames()).hasSize(3);
            }
        }
    }

    @Test
    void comesBackAsItWas() throws IOException {
        Path first = patch(sent(), PAGE, "A1", "A2", "B2");
        Path clean = folder.resolve("clean.xls");
        XlsReply.patch(first, Map.of(), Set.of("审核结果"), List.of(PAGE), clean);
        try (HSSFWorkbook reply = read(clean)) {
            HSSFSheet sheet = reply.getSheet("花名册");
            assertThat(reply.getNumberOfSheets()).isEqualTo(3);
            assertThat(List.of("A1", "B2"))
                    .allSatisfy(c -> assertThat(filled(sheet, c)).isNull());
            assertThat(cell(sheet, "A2").getCellStyle().getFillForegroundColor())
                    .isEqualTo(HSSFColorPredefined.LAVENDER.getIndex());
            assertThat(cell(sheet, "B2").getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
            assertThat(text(sheet, "A1")).isEqualTo("请核对");
            assertThat(sheet.getCellComments()).hasSize(1);
        }
    }

    @Test
    void ofALargeWorkbookTheRowsWithRemarksComeWhereTheyStand() throws IOException {
        Path target = folder.resolve("excerpt.xls");
        XlsExcerpt.write(sent(), Map.of("花名册", List.of(remark("B2"))), List.of(PAGE), target);
        try (HSSFWorkbook reply = read(target)) {
            HSSFSheet sheet = reply.getSheet("花名册");
            assertThat(sheet.getFirstRowNum()).isOne();
            assertThat(cell(sheet, "A2").getNumericCellValue()).isEqualTo(21);
            assertThat(filled(sheet, "B2")).isEqualTo(Mark.REJECT);
        }
    }

    @Test
    void marksEveryCellAndCommentsOnNoMoreThanProgramsBear() throws IOException {
        List<Remark> remarks = IntStream.rangeClosed(1, 5_001)
                .mapToObj(row -> remark("B" + row))
                .toList();
        Path target = folder.resolve("excerpt.xls");
        XlsExcerpt.write(sent(), Map.of("花名册", remarks), List.of(PAGE), target);
        try (HSSFWorkbook reply = read(target)) {
            HSSFSheet sheet = reply.getSheet("花名册");
            assertThat(sheet.getCellComments().size()).isEqualTo(5_000);
            assertThat(filled(sheet, "B5001")).isEqualTo(Mark.REJECT);
        }
    }

    @Test
    void aFileThatIsNoneIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("sent.xls"), "not a workbook");
        assertThatThrownBy(() -> patch(file, PAGE, "A1")).isInstanceOf(PartBroken.class);
    }

    private Path sent() throws IOException {
        Path file = folder.resolve("sent.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("花名册");
            sheet.setColumnWidth(0, 5000);
            HSSFCell title = sheet.createRow(0).createCell(0);
            title.setCellValue("花名册");
            HSSFComment comment = sheet.createDrawingPatriarch()
                    .createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 1, 0, (short) 3, 4));
            comment.setAuthor("张三");
            comment.setString(new HSSFRichTextString("请核对"));
            title.setCellComment(comment);
            HSSFRow row = sheet.createRow(1);
            HSSFCellStyle filled = workbook.createCellStyle();
            filled.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            filled.setFillForegroundColor(HSSFColorPredefined.LAVENDER.getIndex());
            row.createCell(0).setCellValue(21);
            row.getCell(0).setCellStyle(filled);
            HSSFCellStyle decimal = workbook.createCellStyle();
            decimal.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            row.createCell(1).setCellFormula("A2*2");
            row.getCell(1).setCellStyle(decimal);
            HSSFSheet other = workbook.createSheet("说明");
            row.createCell(2).setCellFormula("说明!A1");
            other.createRow(0).createCell(0).setCellFormula("SUM(花名册!A1:A2)");
            workbook.setPrintArea(0, "$A$1:$B$2");
            workbook.createName().setNameName("县");
            workbook.getName("县").setRefersToFormula("说明!$B$2");
            workbook.write(out);
        }
        return file;
    }

    private Path patch(Path original, Page page, String... cells) throws IOException {
        Path target = folder.resolve("reply.xls");
        List<Remark> remarks = List.of(cells).stream().map(XlsReplyTest::remark).toList();
        XlsReply.patch(original, Map.of("花名册", remarks), Set.of(), List.of(page), target);
        return target;
    }

    private static Remark remark(String cell) {
        return new Remark(
                CellAddress.parse(cell).orElseThrow(),
                Mark.REJECT,
                List.of(new Remark.Section("■ 强制性", List.of("这里不对"))));
    }

    private static HSSFWorkbook read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new HSSFWorkbook(in);
        }
    }

    private static HSSFCell cell(HSSFSheet sheet, String address) {
        CellAddress at = CellAddress.parse(address).orElseThrow();
        return sheet.getRow(at.row()).getCell(at.column());
    }

    private static @Nullable Mark filled(HSSFSheet sheet, String address) {
        HSSFCellStyle style = cell(sheet, address).getCellStyle();
        return List.of(Mark.values()).stream()
                .filter(m -> style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                        && style.getFillForegroundColor() == XlsMarks.colour(m))
                .findFirst()
                .orElse(null);
    }

    private static String text(HSSFSheet sheet, String address) {
        return cell(sheet, address).getCellComment().getString().getString();
    }
}
