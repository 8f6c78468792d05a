package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Sent;

/** Rosters: a line a person, a printed total below, people told by their numbers. */
class RosterHintsTest {
    private static final String CRAFT = """
            return: crafting
            title: {zh: 手工业用工花名册, en: Workers}
            every: month
            due: 5 days
            key: [person]
            form:
              kind: roster
              expect: {A1: "手工业用工花名册*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4, until: "合计*"}
              columns:
                name:   {under: 姓名, en: name, type: name, required: true}
                person: {under: 身份证号, en: citizen ID, type: citizen-id, required: true}
                craft:  {under: 工种, en: craft, type: code, list: craft}
                began:  {under: 上岗日期, en: began, type: date}
                days:   {under: 天数, en: days, type: integer, unit: 天}
                daily:  {under: 日工资, en: daily wage, type: amount, unit: 元}
                wages:  {under: 工资, en: wages, type: amount, unit: 元}
            rules:
              reject:
                person-once: {unique: [person]}
                total-agrees: {total: [days, wages], tolerance: 0}
                days-of-a-month: days <= 31
              query:
                wages-multiply: days * daily = wages
                wages-plausible: wages between 500 and 20000
            """;

    private static Hinted hinted;

    @BeforeAll
    static void define(@TempDir Path directory) {
        hinted = new Hinted(directory, CRAFT);
    }

    private static List<String> roster(int people, String period) {
        List<String> rows =
                new ArrayList<>(List.of("手工业用工花名册", "填报单位|天镇县|||报告期|" + period, "", "姓名|身份证号|工种|上岗日期|天数|日工资|工资"));
        int days = 0;
        int wages = 0;
        for (int n = 0; n < people; n++) {
            int own = 12 + n * 7 % 17;
            int daily = 80 + n * 13 % 60;
            rows.add(row(n, own, daily, own * daily));
            days += own;
            wages += own * daily;
        }
        rows.add("合计||||" + days + "||" + wages);
        return rows;
    }

    private static String row(int n, int days, int daily, int wages) {
        return "王" + "甲乙丙丁戊己庚辛壬癸".charAt(n % 10) + "|" + Sent.id("140222", n) + "|缝纫|2018-03-0" + (1 + n % 9) + "|"
                + days + "|" + daily + "|" + wages;
    }

    private static Path sent(List<String> rows) {
        return hinted.workbook(rows.toArray(String[]::new));
    }

    private static void set(List<String> rows, int row, int column, String text) {
        String[] cells = rows.get(row - 1).split("\\|", -1);
        cells[column] = text;
        rows.set(row - 1, String.join("|", cells));
    }

    @Test
    void saysNothingOfARosterThatIsRight() {
        assertThat(hinted.told(sent(roster(20, "2018年5月")))).isEmpty();
    }

    @Test
    void namesTheCellThatMendsItsRowAndTheTotal() {
        List<String> rows = roster(20, "2018年5月");
        set(rows, 6, 6, "7167");

        assertThat(hinted.told(sent(rows)))
                .containsExactlyInAnyOrder(
                        "wages-multiply E6 可能：G6 应为 1767（现为 7167，数字颠倒）",
                        "total-agrees G25 可能：G6 应为 1767（现为 7167，数字颠倒）");
    }

    @Test
    void namesATotalWhoseDigitsAreExchanged() {
        List<String> rows = roster(190, "2018年5月");
        String total = rows.get(194).split("\\|", -1)[4];
        set(rows, 195, 4, "" + total.charAt(0) + total.charAt(2) + total.charAt(1) + total.substring(3));

        assertThat(hinted.told(sent(rows)))
                .singleElement()
                .asString()
                .contains("total-agrees E195 可能：E195 应为 " + total);
    }

    @Test
    void findsTheCellAmongThousandsOfRows() {
        List<String> rows = roster(3000, "2018年5月");
        set(rows, 1006, 4, "180");
        String wages = rows.get(1005).split("\\|", -1)[6];
        set(rows, 1006, 6, wages);

        assertThat(hinted.told(sent(rows)))
                .filteredOn(told -> told.startsWith("days-of-a-month"))
                .singleElement()
                .asString()
                .contains("可能：E1006 应为");
    }

    @Test
    void tellsAUnitMistakenInAWholeColumnOnce() {
        List<String> rows = roster(20, "2018年5月");
        IntStream.rangeClosed(5, 25).forEach(row -> {
            String[] cells = rows.get(row - 1).split("\\|", -1);
            set(rows, row, 6, Double.toString(Integer.parseInt(cells[6]) / 10000.0));
        });

        List<String> told = hinted.told(sent(rows));

        assertThat(told).hasSizeGreaterThanOrEqualTo(40).allMatch(t -> t.endsWith("可能：G 列整列误以“万元”填报，本栏单位为“元”"));
    }

    @Test
    void tellsColumnsOnePlaceTooFarOnce() {
        List<String> rows = roster(20, "2018年5月");
        for (int row = 5; row < 25; row++) {
            String[] cells = rows.get(row - 1).split("\\|", -1);
            rows.set(
                    row - 1,
                    cells[0] + "|" + cells[1] + "||"
                            + String.join("|", List.of(cells).subList(2, 7)));
        }

        List<String> told = hinted.told(sent(rows));

        assertThat(told)
                .filteredOn(t -> t.matches("not-.* .*"))
                .hasSizeGreaterThanOrEqualTo(40)
                .allMatch(t -> t.endsWith("可能：C 列起整体右移一列"));
    }

    @Test
    void tellsARowThatMovedToTheLeft() {
        List<String> rows = roster(20, "2018年5月");
        String[] cells = rows.get(9).split("\\|", -1);
        rows.set(9, cells[0] + "|" + String.join("|", List.of(cells).subList(2, 7)) + "|");

        assertThat(hinted.told(sent(rows)))
                .filteredOn(told -> told.contains(" B10 ") || told.contains(" C10 ") || told.contains(" D10 "))
                .hasSize(3)
                .allMatch(told -> told.endsWith("可能：第 10 行自 B 列起左移一列"));
    }

    @Test
    void saysNothingOfCellsThatAreSimplyUnreadable() {
        List<String> rows = roster(20, "2018年5月");
        set(rows, 6, 4, "很多");
        set(rows, 8, 3, "春天");
        set(rows, 11, 5, "不详");

        assertThat(hinted.told(sent(rows))).hasSize(3).allMatch(told -> told.endsWith(" -"));
    }

    @Test
    void neverQuotesAPerson() {
        List<String> rows = roster(20, "2018年5月");
        String[] cells = rows.get(9).split("\\|", -1);
        rows.set(9, cells[0] + "|" + String.join("|", List.of(cells).subList(2, 7)) + "|");
        set(rows, 12, 6, "7");

        assertThat(hinted.findings(sent(rows)))
                .filteredOn(f -> f.hint() != null)
                .isNotEmpty()
                .noneMatch(f -> String.valueOf(f.hint()).contains("140222"));
    }

    @Test
    void namesACellOfEachRowWhateverTheTotalSays() {
        List<String> rows = roster(40, "2018年5月");
        for (int row = 5; row < 25; row++) {
            String[] cells = rows.get(row - 1).split("\\|", -1);
            set(rows, row, 6, cells[6] + (row % 2 == 0 ? "0" : "00"));
        }

        assertThat(hinted.told(sent(rows)))
                .filteredOn(told -> told.startsWith("wages-multiply"))
                .hasSize(20)
                .allMatch(told -> told.contains("可能："));
    }

    @Test
    void lengthensNoMonthAndMovesATotalThatWasAddedUpFromTheRows() {
        List<String> rows = roster(20, "2018年5月");
        set(rows, 6, 6, "17670");
        set(rows, 25, 6, Integer.toString(Integer.parseInt(rows.get(24).split("\\|", -1)[6]) + 17670 - 1767));

        assertThat(hinted.told(sent(rows)))
                .containsExactly("wages-multiply E6 可能：F6 应为 930（现为 93，仅为应填数的 1/10）；或 G6 应为 1767（现为 17670，为应填数的 10 倍）");
    }
}
