package org.xianbao.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.finding.Finding;
import org.xianbao.workbook.Workbooks;

class AnswersTest {
    private final Path directory;
    private final List<Finding> findings = new ArrayList<>();
    private final org.apache.poi.ss.usermodel.Workbook workbook;

    AnswersTest(@TempDir Path directory) {
        this.directory = directory;
        this.workbook = new XSSFWorkbook();
    }

    /** Rows from row 1 on, cells parted by {@code |}. */
    private static Sheet sheet(org.apache.poi.ss.usermodel.Workbook workbook, String name, String... rows) {
        Sheet sheet = workbook.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            String[] cells = rows[i].split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                if (!cells[c].isEmpty()) {
                    row.createCell(c).setCellValue(cells[c]);
                }
            }
        }
        return sheet;
    }

    private List<Answer> read() throws IOException {
        return read(workbook, "sent.xlsx");
    }

    private List<Answer> read(org.apache.poi.ss.usermodel.Workbook written, String name) throws IOException {
        Path file = directory.resolve(name);
        try (written;
                OutputStream out = Files.newOutputStream(file)) {
            written.write(out);
        }
        try (var opened = (org.xianbao.workbook.Workbook) Workbooks.open(file)) {
            return Answers.read(opened, opened.sheets(), findings::add);
        }
    }

    private static final String HEADINGS = "核实编号|报表|位置|栏目|填报内容|问题|已有说明|有效期至|说明|说明人";

    @Test
    void readsWhatIsSaidOfEachQuery() throws IOException {
        sheet(
                workbook,
                "审核说明",
                "审核说明",
                "",
                "",
                "",
                HEADINGS,
                "Q12AB34CD56|花名册|G6|工资|3|太高|||补发三个月工资|张三",
                "Q0000000001|花名册|G7|工资|3|太高|||  |李四",
                "Q0000000002|花名册|G8|工资|3|太高|||新厂投产");

        assertThat(read())
                .extracting(Answer::toString)
                .containsExactly(
                        "Answer[sheet=审核说明, cell=I6, query=Q12AB34CD56, said=补发三个月工资, author=张三]",
                        "Answer[sheet=审核说明, cell=I8, query=Q0000000002, said=新厂投产, author=null]");
        assertThat(findings).isEmpty();
    }

    @Test
    void readsOldWorkbooksToo() throws IOException {
        HSSFWorkbook old = new HSSFWorkbook();
        sheet(old, "审核说明", "审核说明", HEADINGS, "Q12AB34CD56|||||||2019-05-31|补发三个月工资|张三");

        assertThat(read(old, "sent.xls")).extracting(Answer::said).containsExactly("补发三个月工资");
    }

    @Test
    void findsTheColumnsByTheirHeadings() throws IOException {
        sheet(workbook, "审核说明 (2)", "审核说明", "", "说 明|说明人|核实编号", "补发三个月工资|张三|ｑ12ab34cd56");

        assertThat(read())
                .extracting(a -> a.query() + " " + a.cell() + " " + a.author())
                .containsExactly("Q12AB34CD56 A4 张三");
    }

    @Test
    void knowsTheSheetByItsTitleWhenItWasRenamed() throws IOException {
        sheet(workbook, "Sheet3", " 审核说明", HEADINGS, "Q12AB34CD56||||||||补发三个月工资");
        sheet(workbook, "说明", "填表说明", HEADINGS, "Q12AB34CD57||||||||补发三个月工资");

        assertThat(read()).extracting(Answer::query).containsExactly("Q12AB34CD56");
    }

    @Test
    void aSheetWithoutItsHeadingsIsTold() throws IOException {
        sheet(workbook, "审核说明", "审核说明", "编号|理由", "Q12AB34CD56|补发三个月工资");

        assertThat(read()).isEmpty();
        assertThat(findings)
                .extracting(f -> f.severity() + " " + f.rule() + " " + f.sheet())
                .containsExactly("NOTE explanations-unreadable 审核说明");
    }

    @Test
    void whatCannotBeTakenIsToldWhereItStands() throws IOException {
        Sheet sheet = sheet(
                workbook,
                "审核说明",
                "审核说明",
                HEADINGS,
                "|||||||||张三",
                "||||||||没有编号的说明",
                "Q12AB34CD5||||||||编号少一位的说明",
                "Q12AB34CD56",
                "Q12AB34CD57",
                "Q12AB34CD58||||||||好的说明也读到");
        sheet.getRow(5).createCell(8).setCellErrorValue(FormulaError.REF.getCode());
        sheet.getRow(6).createCell(8).setCellFormula("A1&A2");

        assertThat(read()).extracting(Answer::query).containsExactly("Q12AB34CD58");
        assertThat(findings)
                .extracting(f -> f.rule() + " " + f.cell())
                .containsExactly(
                        "explanation-without-number I4",
                        "explanation-without-number I5",
                        "explanation-unreadable I6",
                        "explanation-unreadable I7");
    }

    @Test
    void aNumberOrADateIsReadAsItStands() throws IOException {
        Sheet sheet = sheet(workbook, "审核说明", "审核说明", HEADINGS, "Q12AB34CD56");
        sheet.getRow(2).createCell(8).setCellValue(42);

        assertThat(read()).extracting(Answer::said).containsExactly("42");
    }

    @Test
    void anEndlessTextIsCut() throws IOException {
        sheet(workbook, "审核说明", "审核说明", HEADINGS, "Q12AB34CD56||||||||" + "补发工资".repeat(5000));

        assertThat(read().get(0).said()).hasSizeLessThanOrEqualTo(1000).endsWith("…");
    }

    @Test
    void anEmptySheetSaysNothing() throws IOException {
        workbook.createSheet("审核说明");

        assertThat(read()).isEmpty();
        assertThat(findings).isEmpty();
    }
}
