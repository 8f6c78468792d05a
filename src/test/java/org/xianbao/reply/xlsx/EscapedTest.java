package org.xianbao.reply.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;

class EscapedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+86",
                "-1",
                "\t=cmd|' /C calc'!A0",
                "<b>&amp;\"'",
                "_x0041_",
                "_x005F_x0041_",
                "_X00zz_",
                "a\u0001b\u001fc",
                "两行\n之间",
                "  前后空格  ",
                "𠮷与䃥"
            })
    void comesBackAsTheTextItWas(String text, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.xlsx");
        Page page = new Page("页", List.of(20), List.of(Line.of(Field.of(0, Style.TEXT, text))), 0, 0, "000000");
        XlsxReply.create(List.of(page), file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void whatIsNoCharacterBecomesTheSignForThat() {
        assertThat(Escaped.text("a\ud800b\uffffc")).isEqualTo("a\ufffdb\ufffdc");
    }
}
