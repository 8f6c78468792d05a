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
}
