package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;
import org.xianbao.workbook.Ooxml;

class ReplyTest {
    private final Reply reply = new Reply(DefinitionsLoader.load(Path.of("jobs")));
    private final Path folder;

    ReplyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatCannotBeTakenApartIsAnsweredByAPageOfItsOwn() throws IOException {
        Path sent = Ooxml.sheet("<?xml version='1.0' encoding='UTF-16'?><worksheet/>")
                .write(folder);
        for (String name : List.of("reply.xlsx", "reply.xls")) {
            Path target = folder.resolve(name);
            reply.write(sent, judged("sheet-ignored"), target);
            try (Seen seen = Seen.open(target)) {
                assertThat(seen.workbook).isInstanceOf(name.endsWith(".xls") ? HSSFWorkbook.class : XSSFWorkbook.class);
                assertThat(seen.workbook.getNumberOfSheets()).isOne();
                assertThat(seen.workbook.getSheetAt(0).getRow(6).getCell(0).getStringCellValue())
                        .contains("请勿报送本文件");
            }
        }
    }

    @Test
    void whatWasRefusedIsAnsweredInTheFormatThatIsAskedFor() throws IOException {
        Path sent = Ooxml.rows("").write(folder);
        Path target = folder.resolve("reply.xls");
        reply.write(sent, judged("refusal.html"), target);
        try (Seen seen = Seen.open(target)) {
            assertThat(seen.workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("审核结果");
        }
    }

    @Test
    void aFileThatIsNotThereIsAnErrorOfTheWorldAndNotOfItsSender() {
        assertThatThrownBy(() ->
                        reply.write(folder.resolve("gone.xlsx"), judged("sheet-ignored"), folder.resolve("reply.xlsx")))
                .isInstanceOf(IOException.class);
    }

    private static Judged judged(String rule) {
        return new Judged(
                "sent.xlsx",
                "",
                Instant.EPOCH,
                "refused",
                List.of(),
                List.of(new Judged.Found(
                        0,
                        Severity.REJECT,
                        rule,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Bilingual("不能读取", "cannot be read"),
                        null,
                        false,
                        null,
                        null,
                        1)));
    }
}
