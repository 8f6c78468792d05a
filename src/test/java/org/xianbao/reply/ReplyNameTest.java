package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyNameTest {
    private static final ReplyName CHINESE = new ReplyName(text -> true);
    private static final ReplyName CODES =
            new ReplyName(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));

    private static ReplyName.Part part(String county, String name, String title, String period, int revision) {
        return new ReplyName.Part(county.equals("天镇县") ? "140222" : "341524", county, name, title, period, revision);
    }

    private static String of(ReplyName names, ReplyName.Part... parts) {
        return names.of(List.of(parts), "sent.xlsx", "read");
    }

    @Test
    void tellsCountyReturnPeriodAndRevision() {
        ReplyName.Part first = part("天镇县", "training", "技能培训花名册", "2018-06", 1);
        ReplyName.Part second = part("天镇县", "training", "技能培训花名册", "2018-06", 2);

        assertThat(of(CHINESE, first)).isEqualTo("天镇县-技能培训花名册-2018年6月");
        assertThat(of(CHINESE, second)).isEqualTo("天镇县-技能培训花名册-2018年6月-第2次");
        assertThat(of(CODES, first)).isEqualTo("140222-training-2018-06");
        assertThat(of(CODES, second)).isEqualTo("140222-training-2018-06-2");
    }

    @Test
    void tellsHowManyReturnsAndCountiesThereAreAndFromWhenToWhen() {
        ReplyName.Part poverty = part("天镇县", "poverty", "减贫进度表", "2017", 1);
        ReplyName.Part county = part("天镇县", "county", "县情表", "2017", 1);
        ReplyName.Part other = part("金寨县", "base", "劳务协作基地情况表", "2018Q3", 1);

        assertThat(of(CHINESE, poverty, county, county)).isEqualTo("天镇县-减贫进度表等3张-2017年");
        assertThat(of(CODES, poverty, county, county)).isEqualTo("140222-poverty+2-2017");
        assertThat(of(CHINESE, poverty, other)).isEqualTo("天镇县等2县-减贫进度表等2张-2017年至2018年第3季度");
        assertThat(of(CODES, poverty, other)).isEqualTo("140222+341524-poverty+1-2017to2018Q3");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-06, 2018年6月",
        "2018Q3, 2018年第3季度",
        "2018H1, 2018年上半年",
        "2018H2, 2018年下半年",
        "2017, 2017年",
        "2018-10-15, 2018年10月15日",
        "whenever, whenever"
    })
    void writesPeriodsInWords(String label, String words) {
        assertThat(PeriodWords.of(label)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "报表.xlsx, refused, 报表-未能受理",
        "报表.xlsx, failed, 报表-处理失败",
        "../../etc/passwd, refused, _.._etc_passwd-未能受理",
        "a:b*c?\"<>|.xls, refused, a_b_c_-未能受理",
        ".xlsx, refused, xlsx-未能受理",
        "con.xlsx, refused, con-未能受理"
    })
    void keepsTheSendersNameOfWhatWasNotRead(String sender, String state, String name) {
        assertThat(CHINESE.of(List.of(), sender, state)).isEqualTo(name);
    }

    @Test
    void writesTheSendersNameInWhatThePlatformTakes() {
        assertThat(CODES.of(List.of(), "报表1.xlsx", "refused")).isEqualTo("__1-refused");
        assertThat(CODES.receipt("140222-training-2018-06")).isEqualTo("140222-training-2018-06-receipt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"县", "a", "𠀀", "é"})
    void isNeverLongerThanAFileSystemTakes(String letter) {
        String name = CHINESE.of(List.of(), letter.repeat(500), "refused");

        assertThat((name + " (999)-回执.xlsx").getBytes(StandardCharsets.UTF_8)).hasSizeBetween(140, 200);
        assertThat(name).endsWith("-未能受理").doesNotContain("\uFFFD");
        assertThat(of(CHINESE, part("天镇县", "x", letter.repeat(500), "2018-06", 1))
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(170);
    }

    @Test
    void takesTheFirstFreeNumberForAllNamesOfAWorkbookAndTellsNoCapitalFromASmallLetter() {
        TakenNames taken = new TakenNames();
        taken.take("a-receipt (2)");

        assertThat(taken.claim(List.of("A", "A-receipt"))).containsExactly("A", "A-receipt");
        assertThat(taken.claim(List.of("a", "a-receipt"))).containsExactly("a (3)", "a-receipt (3)");
    }
}
