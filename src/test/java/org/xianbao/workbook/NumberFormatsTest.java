package org.xianbao.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.cell.CellKind;

class NumberFormatsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy\"年\"m\"月\"",
                "yyyy年m月d日",
                "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "e\"年\"m\"月\"",
                "h:mm",
                "[h]:mm:ss",
                "mm:ss.0",
                "[Red]yyyy/m/d",
                "[$-804]aaaa",
                "YYYY-MM-DD",
            })
    void knowsDates(String code) {
        assertThat(NumberFormats.kindOf(code)).isEqualTo(CellKind.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "0.00%", "[Red]0.0%;[Blue]-0.0%", "#,##0.0%"})
    void knowsPercentages(String code) {
        assertThat(NumberFormats.kindOf(code)).isEqualTo(CellKind.PERCENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "0.00E+00",
                "##0.0E-0",
                "#,##0_);[Red](#,##0)",
                "0\"days\"",
                "0\\d",
                "0_m",
                "*y0",
                "[$-804]0.00",
                "[Magenta]0",
                "[<100]0;0",
                "0\"%\"",
                "0\\%",
                "General\"年\"",
                "0.0\"人\";yyyy",
                "@",
                "",
                "\"没有结束",
                "[没有结束",
            })
    void isNotFooledByLiteralsColoursAndLocales(String code) {
        assertThat(NumberFormats.kindOf(code)).isEqualTo(CellKind.NUMBER);
    }
}
