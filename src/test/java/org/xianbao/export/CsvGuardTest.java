package org.xianbao.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.export.table.CsvText;

class CsvGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "'quoted",
                "''",
                "＝1",
                "a,b",
                "\"",
                "一\n二",
                "plain",
                "=\"a\",\"b\""
            })
    void whatASpreadsheetWouldCalculateIsATextThatReadsBackTheSame(String text) {
        String csv = new CsvText().line("head").line(text).toString();

        String field = Exported.csv(csv).get(0).get("head");

        assertThat(field).doesNotContainPattern("^[=+\\-@\\t＝＋－＠]");
        assertThat(Exported.unguarded(field)).isEqualTo(text);
    }
}
