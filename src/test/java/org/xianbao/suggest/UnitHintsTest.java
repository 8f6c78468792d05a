package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of one unit: one row, each figure in a cell of its own, known from the period before. */
class UnitHintsTest {
    private static final String LIBRARY = """
            return: library
            title: {zh: 农家书屋情况表, en: Libraries}
            every: year
            due: 31 days
            key: []
            form:
              kind: unit
              expect: {A1: "农家书屋情况表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
                since: {after: 起始年, type: year, en: since}
              rows: {heading: 4, stub: 项目, value: 数量}
              columns:
                rooms:   {item: 书屋数, en: libraries, type: integer, unit: 个}
                opened:  {item: 本年新建, en: opened, type: integer, unit: 个}
                readers: {item: 读者, en: readers, type: quantity, unit: 人}
                members: {item: 会员, en: members, type: quantity, unit: 人}
                cost:    {item: 经费, en: cost, type: amount, unit: 万元}
            rules:
              reject:
                grew-by-those-opened: rooms = prev.rooms + opened
                members-read: members <= readers
                cost-a-room: {check: "cost / nullif(opened, 0) <= 100"}
              query:
                since-possible: "since between 1990 and extract(year from s.period_end)"
                cost-once: "100 / cost < 1000"
            """;

    private static Hinted hinted;

    @BeforeAll
    static void define(@TempDir Path directory) {
        hinted = new Hinted(directory, LIBRARY);
    }

    private static Path form(
            String year, String since, String rooms, String opened, String readers, String members, String cost) {
        return hinted.workbook(
                "农家书屋情况表",
                "填报单位|天镇县|报告期|" + year + "年|起始年|" + since,
                "",
                "项目|单位|数量",
                "书屋数|个|" + rooms,
                "本年新建|个|" + opened,
                "读者|人|" + readers,
                "会员|人|" + members,
                "经费|万元|" + cost);
    }

    private static Path before() {
        return form("2016", "2007", "120", "20", "8300", "640", "35");
    }

    @Test
    void seesAUnitMistakenAgainstTheYearBefore() {
        assertThat(hinted.told(form("2017", "2007", "138", "18", "0.85", "655", "36"), before()))
                .containsExactly("members-read C8 可能：C7 应为 8500（现为 0.85，误以“万人”填报，本栏单位为“人”）");
    }

    @Test
    void seesExchangedDigitsAgainstTheYearBefore() {
        assertThat(hinted.told(form("2017", "2007", "183", "18", "8500", "655", "36"), before()))
                .containsExactly("grew-by-those-opened C5 可能：C5 应为 138（现为 183，数字颠倒）");
    }

    @Test
    void seesASignReversed() {
        assertThat(hinted.told(form("2017", "2007", "138", "-18", "8500", "655", "36"), before()))
                .containsExactly("grew-by-those-opened C5 可能：C6 应为 18（现为 -18，正负号相反）");
    }

    @Test
    void saysNothingWithoutAYearBefore() {
        assertThat(hinted.told(form("2017", "2007", "138", "18", "85", "655", "36")))
                .containsExactly("members-read C8 -");
    }

    @Test
    void saysNothingOfAFigureThatMayBeTrue() {
        assertThat(hinted.told(form("2017", "2007", "151", "18", "8500", "655", "36"), before()))
                .containsExactly("grew-by-those-opened C5 -");
    }

    @Test
    void goesOnWhereARuleCannotBeCalculated() {
        assertThat(hinted.told(form("2017", "2007", "183", "18", "8500", "655", "0"), before()))
                .containsExactlyInAnyOrder("grew-by-those-opened C5 可能：C5 应为 138（现为 183，数字颠倒）", "rule-failed - -");
    }
}
