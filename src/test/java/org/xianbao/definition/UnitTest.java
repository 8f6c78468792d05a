package org.xianbao.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "元, 元, 0",
        "万元, 元, 4",
        "元, 万元, -4",
        "亿元, 百万元, 2",
        "千人, 万人, -1",
        "名, 人, 0",
        "十万户, 户, 5",
        "千克, 千克, 0",
        "万千克, 千克, 4"
    })
    void convertsByPowersOfTen(String from, String to, int exponent) {
        assertThat(Unit.conversion(from, to)).hasValue(exponent);
    }

    @ParameterizedTest
    @CsvSource({"元, 人", "万, 元", "千克, 克", "%, 百分点", "'', 元"})
    void keepsDifferentBaseUnitsApart(String from, String to) {
        assertThat(Unit.conversion(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"万, 4", "百万, 6", "亿, 8"})
    void readsMultipliersAlone(String name, int exponent) {
        assertThat(Unit.multiplier(name)).hasValue(exponent);
        assertThat(Unit.parse(name)).isEmpty();
        assertThat(Unit.multiplier(name + "元")).isEmpty();
    }
}
