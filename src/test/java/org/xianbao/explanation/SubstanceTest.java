package org.xianbao.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.ExplanationPolicy;
import org.xianbao.explanation.Substance.Fault;

/** By the project's own list of phrases. */
class SubstanceTest {
    private static final Substance SUBSTANCE =
            new Substance(DefinitionsLoader.load(Path.of("jobs")).settings().explanations());
    private static final List<String> ASKED =
            List.of("年收入 900000 元偏离常见范围，请核实计量单位是否为万元", "yearly income 900000 yuan is out of the usual range", "900000");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "核实无误",
                "已核实",
                "经核实，情况属实。",
                "经 核 实 无 误！！！",
                "【已核对，数据无误，特此说明】",
                "數據屬實核实无误",
                "以上情况属实，请审核通过",
                "。。。",
                "？",
                "100%",
                "ＣＨＥＣＫＥＤ, no problem",
                "与实际情况一致，与实际相符"
            })
    void emptyPhrasesSayNothing(String said) {
        assertThat(SUBSTANCE.fault(said, ASKED)).contains(Fault.SAYS_NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "无", "有增长", "见附件3", "收入高收入高收入高收入高", "啊啊啊啊啊啊啊啊", "20180601", "aaaaaaa bbbbbbb"})
    void fewWordsSayTooLittle(String said) {
        assertThat(SUBSTANCE.fault(said, ASKED)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "年收入偏离常见范围",
                "年收入900000元偏离常见范围，请核实计量单位是否为万元",
                "年收入 900000 元偏离常见范围 请核实计量单位是否为万元，经核实无误",
                "Yearly income 900000 yuan is out of the usual range."
            })
    void theQuestionIsNoAnswer(String said) {
        assertThat(SUBSTANCE.fault(said, ASKED)).contains(Fault.REPEATS);
    }

    @Test
    void theTextInQuestionIsNoAnswer() {
        assertThat(SUBSTANCE.fault("劳务协作基地建设指挥部", List.of("", "劳务协作基地建设指挥部"))).contains(Fault.REPEATS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "该户今年承包大棚，年收入确有90万元",
                "经核实，本期新增两家企业，收入计件发放",
                "补发上季度工资所致",
                "年收入偏离是因为其中含有三年补发的工资",
                "Wages of three months were paid at once",
                "情况属实：因易地搬迁户口迁入",
                "6月起执行新的最低工资标准",
                "年收入含补发",
                "a new factory"
            })
    void aReasonCounts(String said) {
        assertThat(SUBSTANCE.fault(said, ASKED)).isEmpty();
    }

    @Test
    void howMuchIsDemandedIsDeclared() {
        Substance lenient = new Substance(new ExplanationPolicy(12, 2, List.of()));

        assertThat(lenient.fault("补发", List.of())).isEmpty();
        assertThat(lenient.fault("补", List.of())).contains(Fault.TOO_SHORT);
    }
}
