package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.DefectFolder;
import org.xianbao.judge.Judged;
import org.xianbao.reply.RepliedDefects.Replied;
import org.xianbao.reply.page.Mark;

/** Each folder of {@code input-samples/defects} gets its reply: the sender's own workbook with its faults marked. */
class DefectRepliesTest {
    @ParameterizedTest
    @MethodSource("readable")
    void marksExactlyTheCellsOfTheFindings(Replied replied) throws Exception {
        TreeSet<String> cells = replied.folder().expected().stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> !fields[2].isEmpty() && !fields[3].isEmpty())
                .map(fields -> fields[2] + "!" + fields[3])
                .collect(Collectors.toCollection(TreeSet::new));
        try (Seen seen = Seen.open(replied.reply())) {
            assertThat(seen.commented()).isEqualTo(cells);
            assertThat(seen.filled().keySet()).isEqualTo(cells);
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void keepsEverythingElseOfTheWorkbook(Replied replied) throws Exception {
        try (Seen sent = Seen.open(replied.folder().sent());
                Seen seen = Seen.open(replied.reply())) {
            assertThat(seen.content()).isEqualTo(sent.content());
            assertThat(seen.frames()).isEqualTo(sent.frames());
            Map<String, String> fills = new TreeMap<>(sent.fills());
            seen.filled().keySet().forEach(fills::remove);
            assertThat(new TreeMap<>(seen.fills())).isEqualTo(fills);
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void sentInAgainGetsTheSameFindings(Replied replied) throws Exception {
        Judged again = RepliedDefects.check(replied.reply(), replied.folder().before());

        assertThat(again.findings())
                .extracting(DefectFolder::line)
                .containsExactlyInAnyOrderElementsOf(replied.folder().expected());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void passesOnWhatItNeedNotTouchByteForByte(Replied replied) throws Exception {
        Map<String, byte[]> before = parts(replied.folder().sent());
        Map<String, byte[]> after = parts(replied.reply());
        List<String> rewritten = before.keySet().stream()
                .filter(part -> !Arrays.equals(before.get(part), after.get(part)))
                .toList();

        assertThat(rewritten)
                .allMatch(part -> part.equals("[Content_Types].xml")
                        || part.equals("xl/workbook.xml")
                        || part.equals("xl/_rels/workbook.xml.rels")
                        || part.equals("xl/styles.xml")
                        || part.matches("xl/worksheets/(_rels/)?sheet\\d+.xml(.rels)?")
                        || part.matches("xl/(comments|drawings/vml).*"));
        assertThat(rewritten).contains("xl/workbook.xml").doesNotContain("xl/sharedStrings.xml", "docProps/core.xml");
    }

    @ParameterizedTest
    @MethodSource("all")
    void beginsWithASheetThatTellsEveryFinding(Replied replied) throws Exception {
        try (Seen seen = Seen.open(replied.reply())) {
            Sheet first = seen.workbook.getSheetAt(0);
            String text = text(first);
            assertThat(first.getSheetName()).isEqualTo("审核结果");
            assertThat(first.getRow(0).getCell(0).getStringCellValue()).isEqualTo("审核结果");
            assertThat(replied.judged().findings())
                    .allSatisfy(f -> assertThat(text).contains(f.text().zh()));
            assertThat(seen.workbook.getActiveSheetIndex()).isZero();
        }
    }

    private static String text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row ->
                row.forEach(cell -> text.append(cell.getStringCellValue()).append('\n')));
        return text.toString();
    }

    @Test
    void aReplyToAReplyIsTheSameReply() throws Exception {
        for (String name : List.of("more-poor-than-people", "plan-that-changed", "class-without-a-number")) {
            Replied first = RepliedDefects.named(name);
            Judged again = RepliedDefects.check(first.reply(), first.folder().before());
            Path second = RepliedDefects.reply(first.reply(), again, name + "-again");
            Path third = RepliedDefects.reply(second, again, name + "-again-and-again");

            Map<String, byte[]> parts = parts(second);
            assertThat(parts.keySet()).isEqualTo(parts(first.reply()).keySet());
            parts(third)
                    .forEach((part, bytes) ->
                            assertThat(parts.get(part)).as(part).isEqualTo(bytes));
            try (Seen before = Seen.open(first.reply());
                    Seen after = Seen.open(second)) {
                assertThat(after.filled()).isEqualTo(before.filled());
                assertThat(after.commented()).isEqualTo(before.commented());
                assertThat(after.content()).isEqualTo(before.content());
            }
        }
    }

    @Test
    void whatIsCorrectedIsMarkedNoMore() throws Exception {
        Replied first = RepliedDefects.named("more-poor-than-people");
        Judged nothing = new Judged(
                first.judged().workbook(),
                "",
                first.judged().receivedAt(),
                "read",
                first.judged().returns(),
                List.of());
        Path clean = RepliedDefects.reply(first.reply(), nothing, "more-poor-than-people-clean");
        try (Seen sent = Seen.open(first.folder().sent());
                Seen seen = Seen.open(clean)) {
            assertThat(seen.filled()).isEmpty();
            assertThat(seen.commented()).isEmpty();
            assertThat(seen.fills()).isEqualTo(sent.fills());
        }
    }

    @Test
    void theSeverestFindingColoursTheCell() throws Exception {
        try (Seen seen =
                Seen.open(RepliedDefects.named("share-over-one-hundred").reply())) {
            assertThat(seen.filled()).isEqualTo(Collections.singletonMap("减贫进度!D11", Mark.REJECT));
            assertThat(seen.comment("减贫进度", "D11"))
                    .startsWith("■ 强制性\n综合贫困发生率 117% 应在 0 至 100 之间\n填报：117")
                    .contains("▲ 核实性\n综合贫困发生率 117% 与")
                    .containsPattern("编号 Q[0-9A-F]{10} 一行填写原因");
        }
    }

    @Test
    void aRefusedFileIsToldWhatItIsAndWhatToDo() throws Exception {
        try (Seen seen = Seen.open(RepliedDefects.named("password").reply())) {
            assertThat(seen.workbook.getNumberOfSheets()).isOne();
            assertThat(text(seen.workbook.getSheetAt(0)))
                    .contains("sent.xlsx", "未受理", "打开密码", "1. 用 Excel 或 WPS 打开原文件，输入密码。", "请勿报送本文件");
        }
    }

    @Test
    void queriesCanBeExplainedOnASheetOfTheirOwn() throws Exception {
        Replied replied = RepliedDefects.named("plan-that-changed");
        try (Seen seen = Seen.open(replied.reply())) {
            Sheet sheet = seen.workbook.getSheetAt(1);
            assertThat(sheet.getSheetName()).isEqualTo("审核说明");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("审核说明");
            assertThat(sheet.getRow(4))
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactly("核实编号", "报表", "位置", "栏目", "填报内容", "问题", "已有说明", "有效期至", "说明", "说明人");
            assertThat(List.of(sheet.getRow(5), sheet.getRow(6)))
                    .extracting(row -> row.getCell(0).getStringCellValue())
                    .containsExactlyElementsOf(replied.judged().findings().stream()
                            .map(Judged.Found::query)
                            .toList());
            assertThat(sheet.getRow(5).getCell(8).getCellStyle().getLocked()).isFalse();
        }
    }

    @Test
    void anExplanationThatWasTypedStaysUntilItIsAnswered() throws Exception {
        Replied replied = RepliedDefects.named("ended-in-the-next-month");
        Path filledIn = replied.reply().resolveSibling("ended-in-the-next-month-filled-in.xlsx");
        try (InputStream in = Files.newInputStream(replied.reply());
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(filledIn)) {
            workbook.getSheet("审核说明").getRow(5).getCell(8).setCellValue("跨月培训，7 月 2 日结业");
            workbook.getSheet("审核说明").getRow(5).getCell(9).setCellValue("何甲申");
            workbook.write(out);
        }
        Judged again = RepliedDefects.check(filledIn, replied.folder().before());
        Path reply = RepliedDefects.reply(filledIn, again, "ended-in-the-next-month-explained");

        assertThat(again.findings())
                .extracting(DefectFolder::line)
                .containsExactlyInAnyOrderElementsOf(replied.folder().expected());
        try (Seen seen = Seen.open(reply)) {
            Sheet sheet = seen.workbook.getSheet("审核说明");
            assertThat(sheet.getRow(5).getCell(8).getStringCellValue()).isEqualTo("跨月培训，7 月 2 日结业");
            assertThat(sheet.getRow(5).getCell(9).getStringCellValue()).isEqualTo("何甲申");
            assertThat(seen.workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(seen.filled().keySet()).isEqualTo(seen.commented());
        }
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    static List<Replied> all() throws Exception {
        return RepliedDefects.all();
    }

    static List<Replied> readable() throws Exception {
        return RepliedDefects.readable();
    }

    static List<Replied> packages() throws Exception {
        return readable().stream()
                .filter(r -> r.reply().toString().endsWith(".xlsx"))
                .toList();
    }
}
