package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsTest {
    private static final String GRID = """
            return: insurance
            title: {zh: 保险表, en: Insurance}
            every: quarter
            due: 5 days
            key: [item]
            form:
              kind: grid
              sheet: "*保险*"
              expect: {A1: "保险表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows:
                heading: 4-5
                stub: 险种
                items:
                  pension: {zh: 养老保险, en: Pension}
                  disabled: {zh: "其中：重度残疾人", en: of which disabled}
                  total: {zh: 合计, en: Total}
              columns:
                insured: {under: 人数/参保, en: insured, type: integer, unit: 人}
                amount:  {under: 金额, en: amount, type: amount, unit: 万元}
            """;
    private static final String UNIT = """
            return: county
            title: {zh: 县情表, en: County}
            every: year
            due: 31 days
            key: []
            form:
              kind: unit
              sheet: "*县情*"
              expect: {A1: "县情表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
                source: {after: 来源, type: text, zh: 来源, en: source}
              rows: {heading: 3, stub: 项目, value: 数量}
              columns:
                towns:  {item: 乡镇数, en: towns, type: integer, unit: 个}
                of:     {item: "其中：镇", en: of which towns, type: integer, unit: 个}
                people: {item: 人口, en: people, type: quantity, unit: 人, reported: 万人}
            """;

    private final Path directory;

    ItemsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Returned grid(String... body) {
        return Returned.of(directory, List.of(GRID), w -> {
            var sheet = w.createSheet("保险");
            Returned.write(sheet, "保险表", "填报单位：天镇县", "报告期：2018年第2季度", "险　种|人数||金额（万元）", "|应保|参保|");
            for (int i = 0; i < body.length; i++) {
                String[] cells = body[i].split("\\|", -1);
                for (int c = 0; c < cells.length; c++) {
                    Returned.put(sheet, "ABCDE".charAt(c) + "" + (6 + i), cells[c]);
                }
            }
        });
    }

    private Returned unit(String... body) {
        return Returned.of(directory, List.of(UNIT), w -> {
            var sheet = w.createSheet("县情");
            Returned.write(sheet, "县情表", "填报单位：天镇县||报告期：2018年|来源：统计局", "编号|项目|单位|数量");
            for (int i = 0; i < body.length; i++) {
                String[] cells = body[i].split("\\|", -1);
                for (int c = 0; c < cells.length; c++) {
                    Returned.put(sheet, "ABCDE".charAt(c) + "" + (4 + i), cells[c]);
                }
            }
        });
    }

    @Test
    void readsAGridByItsLabels() {
        Returned returned = grid("甲|1|2|3", "一、养老保险|9|8|7", "　　其中: 重度残疾人|3|2|1", "合　计|9|8|7", "填表人：张三");

        assertThat(returned.rows()).containsExactly("#7pension 8,7", "#8disabled 2,1", "#9total 8,7");
        assertThat(returned.rules()).containsExactly("NOTE column-unknown");
    }

    @Test
    void tellsItemsThatAreMissingDoubledOrUnknown() {
        Returned returned = grid("养老保险|9|8|7", "养老保险|9|8|7", "失业保险|1|1|1", "合计|||");

        assertThat(returned.rows()).containsExactly("#6pension 8,7", "#9total ,");
        assertThat(returned.rules())
                .contains("REJECT item-twice", "REJECT item-unknown", "REJECT item-missing")
                .hasSize(4);
        assertThat(returned.finding("item-missing").expected()).isEqualTo("其中：重度残疾人");
    }

    @Test
    void readsAUnitFormAsOneRow() {
        Returned returned = unit("1|乡镇数|个|11", "2|　其中：镇|个|5", "3|人口|万人|20.5", "单位负责人：张三");

        assertThat(returned.findings).isEmpty();
        assertThat(returned.sheets.get(0).layout().places())
                .containsEntry("towns", "D4")
                .containsEntry("people", "D6")
                .containsEntry("source", "D2");
        assertThat(returned.rows()).containsExactly("#4 统计局,11,5,20.5");
    }

    @Test
    void refusesAnotherUnitInAUnitForm() {
        Returned returned = unit("1|乡镇数|个|11", "2|其中：镇|个|5", "3|人口|人|205000");

        assertThat(returned.rules()).containsExactly("REJECT unit-differs");
        assertThat(returned.finding("unit-differs").cell()).hasToString("C6");
    }

    @Test
    void tellsMissingAndUnknownItemsOfAUnitForm() {
        Returned returned = unit("1|乡镇数|个|11", "2|村数|个|5", "3|人口|万人|20.5");

        assertThat(returned.rules()).containsExactly("REJECT item-unknown", "REJECT item-missing");
        assertThat(returned.finding("item-unknown").cell()).hasToString("B5");
    }
}
