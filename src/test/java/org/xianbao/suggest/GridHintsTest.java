package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids whose columns add up to a total row and whose rows relate one column to another. */
class GridHintsTest {
    private static final String JOBS = """
            return: jobs
            title: {zh: 就业服务表, en: Job services}
            every: quarter
            due: 15 days
            key: [item]
            form:
              kind: grid
              expect: {A1: "就业服务表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows:
                heading: 4
                stub: 领域
                items:
                  farm:  {zh: 农业, en: Farming}
                  women: {zh: "其中：妇女", en: of which women}
                  craft: {zh: 手工, en: Crafts}
                  trade: {zh: 商贸, en: Trade}
                  total: {zh: 合计, en: Total}
              columns:
                men:   {under: 男, en: men, type: integer, unit: 人}
                women: {under: 女, en: women, type: integer, unit: 人}
                all_people: {under: 小计, en: together, type: integer, unit: 人}
                pay:   {under: 工资, en: wages, type: amount, unit: 元, reported: 万元}
                share: {under: 女性占比, en: share of women, type: percent, unit: "%"}
            rules:
              reject:
                adds-across: men + women = all_people
                men-add-up:
                  over: submission
                  check: "sum(men) filter (where item in ('farm', 'craft', 'trade')) = max(men) filter (where item = 'total')"
                  at: men
                women-add-up:
                  over: submission
                  check: "coalesce(sum(women) filter (where item in ('farm', 'craft', 'trade')) = max(women) filter (where item = 'total'), true)"
                  at: women
                all-add-up:
                  over: submission
                  check: "sum(all_people) filter (where item in ('farm', 'craft', 'trade')) = max(all_people) filter (where item = 'total')"
                  at: all_people
                part-within:
                  over: submission
                  check: "max(all_people) filter (where item = 'women') <= max(all_people) filter (where item = 'farm')"
              query:
                share-agrees: {check: "abs(women * 100.0 / nullif(all_people, 0) - share) <= 0.1", at: share}
                pay-plausible: pay <= 3 * prev.pay
            """;

    private static Hinted hinted;

    @BeforeAll
    static void define(@TempDir Path directory) {
        hinted = new Hinted(directory, JOBS);
    }

    /** C8 and D8 are the men and women... of the rows 5 to 9: farm, women, craft, trade, total. */
    private static List<String> grid(String period) {
        return new ArrayList<>(List.of(
                "就业服务表",
                "填报单位|天镇县|报告期|" + period,
                "",
                "领域|男|女|小计|工资（万元）|女性占比",
                "农业|120|80|200|31.5|40%",
                "其中：妇女|0|80|80|12|100%",
                "手工|35|165|200|22.4|82.5%",
                "商贸|210|90|300|47|30%",
                "合计|365|335|700|100.9|47.86%"));
    }

    private static Path sent(String... changes) {
        return hinted.workbook(changed(grid("2018年第二季度"), changes).toArray(String[]::new));
    }

    /** Changes are {@code B5=120}. */
    private static List<String> changed(List<String> rows, String... changes) {
        for (String change : changes) {
            int row = change.charAt(1) - '1';
            String[] cells = rows.get(row).split("\\|", -1);
            cells[change.charAt(0) - 'A'] = change.substring(3);
            rows.set(row, String.join("|", cells));
        }
        return rows;
    }

    @Test
    void saysNothingOfAGridThatIsRight() {
        assertThat(hinted.told(sent())).isEmpty();
    }

    @Test
    void namesTheCellThatMendsItsRowAndItsColumn() {
        assertThat(hinted.told(sent("B8=120")))
                .containsExactlyInAnyOrder(
                        "adds-across B8 可能：B8 应为 210（现为 120，数字颠倒）", "men-add-up B8 可能：B8 应为 210（现为 120，数字颠倒）");
    }

    @Test
    void putsARuleOverTheWholeReturnAtItsLikelyCell() {
        assertThat(hinted.findings(sent("B8=120")))
                .filteredOn(f -> f.rule().equals("men-add-up"))
                .allSatisfy(f -> {
                    assertThat(f.cell()).isEqualTo("B8");
                    assertThat(f.reported()).isEqualTo("120");
                    assertThat(f.column()).isEqualTo("men");
                });
    }

    @Test
    void namesAMistypedTotal() {
        assertThat(hinted.told(sent("B9=356")))
                .containsExactlyInAnyOrder(
                        "adds-across B9 可能：B9 应为 365（现为 356，数字颠倒）", "men-add-up B9 可能：B9 应为 365（现为 356，数字颠倒）");
    }

    @Test
    void namesACellOfWhichNothingIsKnownButThatItMendsTwoRelations() {
        assertThat(hinted.told(sent("B8=188")))
                .containsExactlyInAnyOrder(
                        "adds-across B8 可能：B8 应为 210（现为 188，按审核关系推算）", "men-add-up B8 可能：B8 应为 210（现为 188，按审核关系推算）");
    }

    @Test
    void namesACellLeftBlank() {
        assertThat(hinted.told(sent("B8="))).containsExactly("men-add-up B8 可能：B8 应为 210（现为空白）");
    }

    @Test
    void leavesABlankAloneThatTheFormMarks() {
        assertThat(hinted.told(sent("B8=—"))).noneMatch(told -> told.contains("B8 应为"));
    }

    @Test
    void namesTwoCellsWhereOneDoesNotMend() {
        assertThat(hinted.told(sent("B5=160", "B8=258")))
                .hasSize(3)
                .allMatch(told -> told.endsWith("可能：B5 应为 120（现为 160，一位数字不同），且 B8 应为 210（现为 258，按审核关系推算）"));
    }

    @Test
    void namesTheDenominatorOfAShare() {
        assertThat(hinted.told(sent("D8=3000")))
                .hasSize(3)
                .allMatch(told -> told.endsWith("可能：D8 应为 300（现为 3000，为应填数的 10 倍）"));
    }

    @Test
    void namesAShareWhoseDigitsAreExchanged() {
        assertThat(hinted.told(sent("F7=85.2%"))).containsExactly("share-agrees F7 可能：F7 应为 82.5%（现为 85.2%，数字颠倒）");
    }

    @Test
    void namesFiguresOfARowThatStandInEachOthersPlace() {
        assertThat(hinted.told(sent("B7=165", "C7=35")))
                .hasSize(3)
                .allMatch(told -> told.endsWith("可能：B7 与 C7 填反（B7 应为 35，C7 应为 165）"));
    }

    @Test
    void saysNothingWhereEveryCellOfASumIsAsLikely() {
        String[] cells = {"B5=121", "D5=201", "F5=39.8%"};
        assertThat(hinted.told(sent(cells))).containsExactlyInAnyOrder("men-add-up B9 -", "all-add-up D9 -");
    }

    @Test
    void saysNothingOfAPartGreaterThanItsWholeWhenNothingExplainsIt() {
        assertThat(hinted.told(sent("C6=230", "D6=230"))).containsExactly("part-within - -");
    }

    @Test
    void seesAPartWrittenTenfoldAgainstThePeriodBefore() {
        Path before = hinted.workbook(grid("2018年第一季度").toArray(String[]::new));

        assertThat(hinted.told(sent("E7=224"), before))
                .containsExactly("pay-plausible E7 可能：E7 应为 22.4（现为 224，为应填数的 10 倍）");
        assertThat(hinted.told(sent("E7=224000"), before))
                .containsExactly("pay-plausible E7 可能：E7 应为 22.4（现为 224000，误以“元”填报，本栏单位为“万元”）");
    }

    @Test
    void saysNothingOfAJumpThatNoSlipExplains() {
        Path before = hinted.workbook(grid("2018年第一季度").toArray(String[]::new));

        assertThat(hinted.told(sent("E7=97"), before)).containsExactly("pay-plausible E7 -");
    }

    @Test
    void seesAColumnOneRowTooLow() {
        Path before = hinted.workbook(changed(grid("2018年第一季度"), "E5=30", "E6=11", "E7=2", "E8=45", "E9=100")
                .toArray(String[]::new));

        assertThat(hinted.told(sent("E5=", "E6=30", "E7=11", "E8=2", "E9=45"), before))
                .containsExactly("pay-plausible E7 可能：E 列整体下移一行");
    }

    @Test
    void speaksEnglishAsWell() {
        assertThat(hinted.findings(sent("B8=120")).get(0).hint())
                .extracting("en")
                .isEqualTo("Likely: B8 should be 210 (now 120, digits exchanged)");
    }
}
