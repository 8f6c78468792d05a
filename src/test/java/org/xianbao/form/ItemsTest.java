package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Messages;

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
        return grid(List.of(GRID), body);
    }

    private Returned grid(List<String> editions, String... body) {
        return Returned.of(own(), editions, w -> {
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
        return unit(List.of(UNIT), body);
    }

    private Path own() {
        try {
            return Files.createTempDirectory(directory, "returned");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Returned unit(List<String> editions, String... body) {
        return Returned.of(own(), editions, w -> {
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
    void tellsARenamedItemOnceAtItsLabel() {
        Returned returned = grid("养老保险|9|8|7", "其中：残疾人|3|2|1", "合计|9|8|7");

        assertThat(returned.rows()).containsExactly("#6pension 8,7", "#8total 8,7");
        assertThat(returned.rules()).containsExactly("NOTE column-unknown", "REJECT item-missing");
        assertThat(returned.finding("item-missing").cell()).hasToString("A7");
        assertThat(returned.finding("item-missing").reported()).isEqualTo("其中：残疾人");
        assertThat(returned.finding("item-missing").expected()).isEqualTo("其中：重度残疾人");
    }

    @Test
    void tellsADoubledItemOnceWhereAnotherShouldStand() {
        Returned returned = grid("养老保险|9|8|7", "养老保险|3|2|1", "合计|9|8|7", "失业保险|1|1|1");

        assertThat(returned.rows()).containsExactly("#6pension 8,7", "#8total 8,7");
        assertThat(returned.rules()).containsExactly("NOTE column-unknown", "REJECT item-twice", "REJECT item-unknown");
        assertThat(returned.finding("item-twice").cell()).hasToString("A7");
        assertThat(returned.finding("item-twice").message()).containsEntry("other", "A6");
        assertThat(returned.finding("item-twice").expected()).isEqualTo("其中：重度残疾人");
        assertThat(returned.finding("item-unknown").cell()).hasToString("A9");
    }

    @Test
    void tellsAnItemThatIsNowhereWithoutACell() {
        Returned returned = grid("养老保险|9|8|7", "其中：重度残疾人|3|2|1");

        assertThat(returned.rows()).hasSize(2);
        assertThat(returned.rules()).containsExactly("NOTE column-unknown", "REJECT item-missing");
        assertThat(returned.finding("item-missing").cell()).isNull();
        assertThat(returned.finding("item-missing").expected()).isEqualTo("合计");
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
    void tellsARenamedOrDoubledItemOfAUnitFormOnce() {
        Returned renamed = unit("1|乡镇数|个|11", "2|村数|个|5", "3|人口|万人|20.5");

        assertThat(renamed.rules()).containsExactly("REJECT item-missing");
        assertThat(renamed.finding("item-missing").cell()).hasToString("B5");
        assertThat(renamed.finding("item-missing").column()).isEqualTo("of");

        Returned doubled = unit("1|乡镇数|个|11", "2|乡镇数|个|5", "3|人口|万人|20.5");

        assertThat(doubled.rules()).containsExactly("REJECT item-twice");
        assertThat(doubled.finding("item-twice").cell()).hasToString("B5");
        assertThat(doubled.rows()).containsExactly("#4 统计局,11,,20.5");
    }

    @Test
    void theUnitBesideARenamedItemTellsWhichItWas() {
        Returned returned = unit("1|常住数|万人|20.5", "2|建制数|个|11", "3|其中：镇|个|5");

        assertThat(returned.findings)
                .extracting(f -> f.cell() + " " + f.expected())
                .containsExactly("B5 乡镇数", "B4 人口");
    }

    @Test
    void countsUnknownRowsBeyondAThousand() {
        String[] body = new String[1_502];
        Arrays.fill(body, "别的|1|2|3");
        body[0] = "养老保险|9|8|7";
        body[1_501] = "合计|9|8|7";
        Returned returned = grid(body);

        assertThat(returned.rows()).hasSize(2);
        List<Finding> unknown = returned.findings.stream()
                .filter(f -> f.rule().equals("item-unknown"))
                .toList();
        assertThat(unknown).hasSize(1_000);
        assertThat(Messages.of(unknown.get(999), Locale.CHINESE)).isEqualTo("另有 500 行项目不是规定的项目或重复");
    }

    @Test
    void refusesAnOlderEditionOfAUnitFormOnce() {
        String later = UNIT.replace("乡镇数", "乡镇个数").replace("人口", "户籍人口").replace("heading: 3", "heading: 4");
        Returned returned = unit(List.of(UNIT, later), "1|乡镇数|个|11", "2|　其中：镇|个|5", "3|人口|万人|20.5");

        assertThat(returned.rules()).containsExactly("REJECT old-form");
        assertThat(returned.finding("old-form").message()).containsEntry("printed", "2010-01-01");
        assertThat(returned.finding("old-form").expected()).isEqualTo("2011-01-01");
        assertThat(returned.rows()).isEmpty();
    }

    @Test
    void refusesAnEditionThatLacksTheItemsAddedSince() {
        String later = UNIT.stripTrailing() + "\n    villages: {item: 村数, en: villages, type: integer, unit: 个}\n";

        assertThat(unit(List.of(UNIT, later), "1|乡镇数|个|11", "2|　其中：镇|个|5", "3|人口|万人|20.5")
                        .rules())
                .containsExactly("REJECT old-form");
        assertThat(unit(List.of(UNIT, later), "1|乡镇数|个|11", "2|人口|万人|20.5", "3|村数|个|90")
                        .rules())
                .as("the right edition with an item left out")
                .containsExactly("REJECT item-missing");
    }

    @Test
    void refusesAnOlderEditionOfAGridOnce() {
        String later = GRID.replace("养老保险", "基本养老保险").replace("重度残疾人", "残疾人");
        Returned returned = grid(List.of(GRID, later), "养老保险|9|8|7", "其中：重度残疾人|3|2|1", "合计|9|8|7");

        assertThat(returned.rules()).containsExactly("REJECT old-form");
        assertThat(returned.rows()).isEmpty();
    }
}
