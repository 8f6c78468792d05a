package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.finding.Messages;

class RosterTest {
    private static final String[] HEAD = {
        "就业花名册（月报）", "填 报 单 位：天镇县人力资源和社会保障局|||报告期|2018年6月", "", "序号|姓　名|培训||年收入（元）", "||课程|天数|"
    };

    private final Path directory;

    RosterTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Path own() {
        try {
            return Files.createTempDirectory(directory, "returned");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Returned read(String... body) {
        return readAs(Returned.ROSTER, body);
    }

    private Returned readAs(String yaml, String... body) {
        List<String> all = new ArrayList<>(Arrays.asList(HEAD));
        all.addAll(Arrays.asList(body));
        return Returned.of(
                own(), List.of(yaml), w -> Returned.write(w.createSheet("就业6月"), all.toArray(String[]::new)));
    }

    private Returned readSheet(String... rows) {
        return Returned.of(directory, List.of(Returned.ROSTER), w -> Returned.write(w.createSheet("就业"), rows));
    }

    @Test
    void tellsCountyAndPeriodAndPlaces() {
        Returned returned = read("1|张三|月嫂|7|30000");

        assertThat(returned.findings).isEmpty();
        FormSheet form = returned.sheets.get(0);
        assertThat(form.county().code()).isEqualTo("140222");
        assertThat(form.period().label()).isEqualTo("2018-06");
        assertThat(form.layout().places())
                .containsEntry("person", "B")
                .containsEntry("course", "C")
                .containsEntry("days", "D")
                .containsEntry("income", "E");
        assertThat(form.layout().complete()).isTrue();
        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,30000");
    }

    @Test
    void endsAtTheTotalWhereverItStands() {
        Returned returned = read("1|张三|月嫂|7|3", "|小　计||7|3", "2|李四|月嫂|8|4", "|合　计||15|7", "单位负责人：王五||填表人：赵六");

        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3", "#8 李四,月嫂,8,4", "#9 total 合　计,,15,7");
        assertThat(returned.findings).isEmpty();
    }

    @Test
    void passesOverBlankAndNumberedRows() {
        Returned returned = read("1|张三|月嫂|7|3", "2", "", "3|　|", "4|李四|月嫂|8|4", "5", "注：以上为实际培训天数");

        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3", "#10 李四,月嫂,8,4");
    }

    @Test
    void readsOnBelowHeadingsThatComeAgain() {
        Returned returned = read(
                "1|张三|月嫂|7|3",
                "合计||||3",
                "就业花名册（续表）",
                "填报单位：天镇县",
                "序号|姓名|培训||年收入（元）",
                "||课程|天数|",
                "2|李四|月嫂|8|4",
                "填表人：赵六");

        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3", "#7 total ,,,3", "#12 李四,月嫂,8,4");
        assertThat(returned.findings).isEmpty();
    }

    @Test
    void refusesRowsBelowTheTotalThatItDidNotRead() {
        Returned returned = read("1|张三|月嫂|7|3", "合计||||3", "2|李四|月嫂|8|4", "3|王五|月嫂||");

        assertThat(returned.rows()).hasSize(2);
        assertThat(returned.rules()).containsExactly("REJECT rows-after-end");
        assertThat(returned.finding("rows-after-end").cell()).hasToString("A8");
        assertThat(Messages.of(returned.finding("rows-after-end"), java.util.Locale.CHINESE))
                .contains("2 行数据（自第 8 行起）");
    }

    @Test
    void refusesRowsBelowTheSignatures() {
        Returned returned = read("1|张三|月嫂|7|3", "单位负责人：王五||填表人：赵六", "", "2|李四|月嫂|8|4");

        assertThat(returned.rows()).hasSize(1);
        assertThat(returned.rules()).containsExactly("REJECT rows-after-end");
        assertThat(returned.finding("rows-after-end").cell()).hasToString("A9");
    }

    @Test
    void takesWhatStandsBelowAFormForWhatItIs() {
        Returned returned = read(
                "1|张三|月嫂|7|3",
                "合计||||3",
                "",
                "单位负责人：王五|填表人：赵六|联系电话：1234567||报出日期：2018年7月5日",
                "单位负责人|王五|填表人|赵六|2018年7月5日",
                "填表人|赵六|联系电话|1234567|",
                "注：1. 年收入按实发数填写。",
                "2. 天数不含周末。",
                "说明：本表由县人社局填报。",
                "以下空白");

        assertThat(returned.rows()).hasSize(2);
        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void notesLinesBelowTheTotalThatAreNeitherRowsNorWords() {
        Returned returned = read("1|张三|月嫂|7|3", "合计||||3", "天镇县人社局（盖章）||||2018年7月5日", "||||99");

        assertThat(returned.rules()).isEmpty();
        assertThat(returned.rows()).hasSize(2);
        assertThat(returned.rules()).containsExactly("NOTE lines-after-end");
        assertThat(returned.finding("lines-after-end").cell()).hasToString("A8");
        assertThat(returned.finding("lines-after-end").message()).containsEntry("count", "2");
    }

    @Test
    void readsOnBelowAGap() {
        Returned returned = read("1|张三|月嫂|7|3", "", "", "", "2|李四|月嫂|8|4");

        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3", "#10 李四,月嫂,8,4");
        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void readsToTheEndWithoutATotal() {
        for (String yaml : List.of(Returned.ROSTER, Returned.ROSTER.replace(", until: \"合计*\"", ""))) {
            Returned returned = readAs(yaml, "1|张三|月嫂|7|3", "", "2|李四|月嫂|8|4");

            assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3", "#8 李四,月嫂,8,4");
            assertThat(returned.rules()).isEmpty();
        }
    }

    @Test
    void readsRowsThatAreCalledLikeATotalOrAFooter() {
        Returned returned =
                read("1|王小计|月嫂|7|3", "2|合计|月嫂|7|3", "3|合计村|月嫂|8|4", "4|张三|续表|7|3", "|说明|月嫂|7|3", "|道路(续建)|月嫂||");

        assertThat(returned.rows())
                .containsExactly(
                        "#6 王小计,月嫂,7,3",
                        "#7 合计,月嫂,7,3",
                        "#8 合计村,月嫂,8,4",
                        "#9 张三,续表,7,3",
                        "#10 说明,月嫂,7,3",
                        "#11 道路(续建),月嫂,,");
        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void passesOverTotalsHoweverTheyAreFilled() {
        Returned returned =
                read("1|张三|月嫂|7|3", "玉泉镇小计|1人||7|3", "|本页合计||7|3", "2|李四|月嫂|8|4", "合计|2人|…|15|7", "合计2人||||");

        assertThat(returned.rows())
                .containsExactly("#6 张三,月嫂,7,3", "#9 李四,月嫂,8,4", "#10 total 2人,…,15,7", "#11 total ,,,");
        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void tellsASecondTableBelow() {
        Returned returned = read(
                "1|张三|月嫂|7|3", "合计||||3", "", "返乡人员", "姓名|原因|日期|备注|", "赵六|生病|2018年6月1日|—|", "钱七|照顾老人|2018年6月9日|—|");

        assertThat(returned.rows()).hasSize(2);
        assertThat(returned.rules()).containsExactly("REJECT rows-after-end");
        assertThat(returned.finding("rows-after-end").cell()).hasToString("A10");
    }

    @Test
    void takesAReturnWithoutRowsForANilReturn() {
        for (String says : List.of("本期无", "无", "|无|无|无|无", "1|本月无发生", "合计||||0", "|本季度无此项数据。")) {
            Returned returned = readAs(Returned.ROSTER, says, "填表人：赵六");

            assertThat(returned.rows().stream().filter(r -> !r.contains("total")))
                    .as(says)
                    .isEmpty();
            assertThat(returned.rules()).as(says).containsExactly("NOTE nil-return");
        }
        Returned returned = read("|本期无|");
        assertThat(returned.rows()).isEmpty();
        assertThat(returned.finding("nil-return").cell()).hasToString("B6");
    }

    @Test
    void refusesRowsBesideANilReturn() {
        Returned returned = read("本期无", "1|张三|月嫂|7|3");

        assertThat(returned.rows()).hasSize(1);
        assertThat(returned.rules()).containsExactly("REJECT rows-beside-nil");
        assertThat(returned.finding("rows-beside-nil").cell()).hasToString("A6");
    }

    @Test
    void doesNotTakeAPersonCalledNothingForANilReturn() {
        assertThat(read("1|无|月嫂|7|3").rows()).containsExactly("#6 无,月嫂,7,3");
    }

    @Test
    void refusesRepeatedHeadingsInAnotherOrder() {
        Returned returned = read("1|张三|月嫂|7|3", "序号|天数|课程|姓名|年收入（元）", "2|8|月嫂|李四|4");

        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3");
        assertThat(returned.rules()).contains("REJECT heading-changed");
    }

    @Test
    void goesOnAtTheRowAfterARestart() {
        Returned returned = read("1|张三|月嫂|7|3", "2|李四|月嫂|8|4", "3|王五|月嫂|8|4", "合计||||11");

        assertThat(returned.rows(returned.sheets.get(0), 7)).containsExactly("#8 王五,月嫂,8,4", "#9 total ,,,11");
    }

    @Test
    void refusesHeadingsThatComeAgainToTheRight() {
        Returned returned = readSheet(
                "就业花名册",
                "填报单位：天镇县  报告期：2018年6月",
                "",
                "姓名|培训||年收入|姓名|培训||年收入",
                "|课程|天数|||课程|天数|",
                "张三|月嫂|7|3|李四|厨师|8|4",
                "王五|月嫂|7|3");

        assertThat(returned.rules()).containsExactly("REJECT heading-repeated-sideways");
        assertThat(returned.finding("heading-repeated-sideways").cell()).hasToString("E4");
        assertThat(returned.rows()).isEmpty();
    }

    @Test
    void findsHeadingsThatMoved() {
        List<String> rows = new ArrayList<>(Arrays.asList(HEAD));
        rows.add(2, "附注");
        rows.add("1|张三|月嫂|7|3");
        Returned returned = readSheet(rows.toArray(String[]::new));

        assertThat(returned.rules()).containsExactly("NOTE heading-moved");
        assertThat(returned.rows()).containsExactly("#7 张三,月嫂,7,3");
    }

    @Test
    void tellsARenamedHeadingOnceWithBothTexts() {
        Returned returned = readSheet(
                "就业花名册", "填报单位：天镇县|报告期：2018年6月", "", "姓名|培训||收入|备注", "|课程|天数||", "张三|月嫂|7|3|好", "李四|月嫂|7|3|好");

        assertThat(returned.rules()).containsExactly("REJECT column-missing", "NOTE column-unknown");
        assertThat(returned.finding("column-missing").cell()).hasToString("D4");
        assertThat(returned.finding("column-missing").reported()).isEqualTo("收入");
        assertThat(returned.finding("column-missing").expected()).isEqualTo("年收入");
        assertThat(Messages.of(returned.finding("column-missing"), java.util.Locale.CHINESE))
                .isEqualTo("D4“收入”，应为“年收入”");
        assertThat(returned.finding("column-unknown").reported()).isEqualTo("备注");
        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,", "#7 李四,月嫂,7,");
        assertThat(returned.sheets.get(0).layout().complete()).isFalse();
    }

    @Test
    void findsARenamedHeadingByItsPlaceWhenNoTextIsAlike() {
        Returned returned = readSheet("就业花名册", "填报单位：天镇县|报告期：2018年6月", "", "姓名|培训||年收入", "|科目|天数|", "张三|月嫂|7|3");

        assertThat(returned.rules()).containsExactly("REJECT column-missing");
        assertThat(returned.finding("column-missing").cell()).hasToString("B5");
        assertThat(returned.finding("column-missing").expected()).isEqualTo("培训/课程");
    }

    @Test
    void tellsAColumnThatIsNowhereWithoutACell() {
        Returned returned = readSheet("就业花名册", "填报单位：天镇县|报告期：2018年6月", "", "姓名|培训|年收入|备注", "|课程||", "张三|月嫂|3|好");

        assertThat(returned.rules()).containsExactly("REJECT column-missing", "NOTE column-unknown");
        assertThat(returned.finding("column-missing").cell()).isNull();
    }

    @Test
    void refusesAUnitThatDiffersAndNeverConverts() {
        Returned returned = readSheet("就业花名册", "填报单位：天镇县|报告期：2018年6月", "", "姓名|培训||年收入/万元", "|课程|天数|", "张三|月嫂|7|3");

        assertThat(returned.rules()).containsExactly("REJECT unit-differs");
        assertThat(returned.finding("unit-differs").cell()).hasToString("D4");
        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,7,3");
    }

    @Test
    void refusesAGeneralUnitThatDiffers() {
        Returned returned =
                readSheet("就业花名册", "填报单位：天镇县|报告期：2018年6月||计量单位：人、万元", "", "姓名|培训||年收入", "|课程|天数|", "张三|月嫂|7|3");

        assertThat(returned.rules()).containsExactly("REJECT unit-differs");
        assertThat(returned.finding("unit-differs").cell()).hasToString("D2");
    }

    @Test
    void tellsAmbiguousHeadings() {
        Returned returned = readSheet("就业花名册", "填报单位：天镇县|报告期：2018年6月", "", "姓名|培训|||年收入", "|课程|天数|天数|", "张三|月嫂|7|8|3");

        assertThat(returned.rules()).containsExactly("REJECT heading-ambiguous");
        assertThat(returned.rows()).containsExactly("#6 张三,月嫂,,3");
    }

    @Test
    void tellsHiddenRowsAndColumnsByPolicy() {
        for (String policy : List.of("note", "read", "skip", "reject")) {
            Path own = directory.resolve(policy);
            assertThat(own.toFile().mkdir()).isTrue();
            List<String> rows = new ArrayList<>(Arrays.asList(HEAD));
            rows.addAll(List.of("1|张三|月嫂|7|3", "2|李四|月嫂|8|4"));
            Returned returned =
                    Returned.of(own, List.of(Returned.ROSTER.replace("hidden: note", "hidden: " + policy)), w -> {
                        var sheet = w.createSheet("就业");
                        Returned.write(sheet, rows.toArray(String[]::new));
                        sheet.getRow(5).setZeroHeight(true);
                    });
            List<String> read = returned.rows();
            switch (policy) {
                case "note" -> assertThat(returned.rules()).containsExactly("NOTE hidden-rows");
                case "read" -> assertThat(returned.rules()).isEmpty();
                case "skip" -> assertThat(returned.rules()).containsExactly("NOTE hidden-rows-skipped");
                default -> assertThat(returned.rules()).containsExactly("REJECT hidden-rows-refused");
            }
            assertThat(read).hasSize(policy.equals("skip") ? 1 : 2);
        }
    }
}
