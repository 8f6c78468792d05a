package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.finding.Messages;

class RecognitionTest {
    private static final String OTHER = Returned.ROSTER
            .replace("return: placement", "return: leaving")
            .replace("就业", "返乡")
            .replace("年收入", "返乡日期")
            .replace("type: amount, unit: 元", "type: date");

    private final Path directory;

    RecognitionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Returned read(String sheet, String... rows) {
        return Returned.of(directory, List.of(Returned.ROSTER), w -> Returned.write(w.createSheet(sheet), rows));
    }

    private static String[] form(String title, String county, String period) {
        return new String[] {title, county, period, "姓名|培训||年收入", "|课程|天数|", "张三|月嫂|7|3"};
    }

    @Test
    void takesASheetByItsTitleWhateverItsName() {
        Returned returned = read("Sheet1", form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));

        assertThat(returned.findings).isEmpty();
        assertThat(returned.sheets.get(0).county().code()).isEqualTo("341524");
    }

    @Test
    void takesASheetByItsNameAndHeadingsWithANote() {
        Returned returned = read("就业", form("花名册", "填报单位：金寨县", "报告期：2018年6月"));

        assertThat(returned.rules()).containsExactly("NOTE title-differs");
        assertThat(returned.sheets).hasSize(1);
    }

    @Test
    void refusesASheetThatOnlyLooksLikeAReturn() {
        Returned returned = read("Sheet1", form("名册", "填报单位：金寨县", "报告期：2018年6月"));

        assertThat(returned.rules()).containsExactly("REJECT title-unknown");
        assertThat(returned.sheets).isEmpty();
    }

    @Test
    void refusesAWorkbookWithoutAnyReturn() {
        Returned returned = read("联系人", "电话|姓名", "1|张三");

        assertThat(returned.rules()).containsExactly("REJECT no-known-return");
        assertThat(returned.sheets).isEmpty();
    }

    @Test
    void notesASheetThatIsNoReturnBesideOneThatIs() {
        Returned returned = Returned.of(directory, List.of(Returned.ROSTER, OTHER), w -> {
            Returned.write(w.createSheet("就业"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));
            Returned.write(w.createSheet("说明"), "填表说明");
            w.createSheet("Sheet3");
            Returned.write(w.createSheet("返乡"), "返乡花名册", "填报单位|金寨县", "报告期|2018.6", "姓名|培训||返乡日期", "|课程|天数|");
        });

        assertThat(returned.rules()).containsExactly("NOTE sheet-ignored");
        assertThat(returned.sheets).extracting(s -> s.definition().name()).containsExactly("placement", "leaving");
    }

    @Test
    void theBestHeadingsWinWhenSeveralReturnsClaimASheet() {
        Returned returned = Returned.of(
                directory,
                List.of(Returned.ROSTER, OTHER),
                w -> Returned.write(w.createSheet("返乡就业"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月")));

        assertThat(returned.sheets).extracting(s -> s.definition().name()).containsExactly("placement");
    }

    @Test
    void readsLabelsHoweverTheyArePrinted() {
        List<List<String>> printed = List.of(
                List.of("填 报 单 位（盖章）：金寨县　　报 告 期：2018年6月", ""),
                List.of("填报单位|金寨县|报告期|2018年6月", ""),
                List.of("填报单位：||金寨县||报告期：|2018年6月", ""),
                List.of("填报单位|报告期：|", "金寨县|2018年6月"),
                List.of("填报单位 金寨县人社局", "报告期  2018-06"));
        int i = 0;
        for (List<String> each : printed) {
            Path own = directory.resolve("case" + i++);
            assertThat(own.toFile().mkdir()).isTrue();
            Returned returned = Returned.of(
                    own,
                    List.of(Returned.ROSTER),
                    w -> Returned.write(w.createSheet("就业"), form("就业花名册", each.get(0), each.get(1))));

            assertThat(returned.rules()).as(each.toString()).isEmpty();
            assertThat(returned.sheets.get(0).county().code())
                    .as(each.toString())
                    .isEqualTo("341524");
            assertThat(returned.sheets.get(0).period().label())
                    .as(each.toString())
                    .isEqualTo("2018-06");
        }
    }

    @Test
    void refusesACountyThatIsUnknownAtItsCell() {
        Returned returned = read("就业", form("就业花名册", "填报单位|火星县", "报告期：2018年6月"));

        assertThat(returned.rules()).containsExactly("REJECT county-unknown");
        assertThat(returned.finding("county-unknown").cell()).hasToString("B2");
        assertThat(returned.finding("county-unknown").reported()).isEqualTo("火星县");
        assertThat(returned.sheets).isEmpty();
    }

    @Test
    void refusesAPeriodThatIsUnreadableOrMissing() {
        Returned returned = read("就业", form("就业花名册", "填报单位|金寨县", "报告期：上个月"));
        assertThat(returned.rules()).containsExactly("REJECT period-unknown");
        assertThat(returned.finding("period-unknown").expected()).isEqualTo("2018年6月");

        Path own = directory.resolve("missing");
        assertThat(own.toFile().mkdir()).isTrue();
        Returned blank = Returned.of(
                own,
                List.of(Returned.ROSTER),
                w -> Returned.write(w.createSheet("就业"), form("就业花名册", "填报单位|金寨县", "报告期：")));
        assertThat(Messages.of(blank.finding("period-unknown"), Locale.CHINESE)).isEqualTo("未填写“报告期”");
    }

    @Test
    void refusesLastYearsForm() {
        String later = Returned.ROSTER.replace("年收入", "月工资");
        Returned returned = Returned.of(
                directory,
                List.of(Returned.ROSTER, later),
                w -> Returned.write(w.createSheet("就业"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月")));

        assertThat(returned.rules()).containsExactly("REJECT old-form");
        assertThat(returned.finding("old-form").message()).containsEntry("printed", "2010-01-01");
        assertThat(returned.finding("old-form").expected()).startsWith("2011");
        assertThat(returned.sheets.get(0).definition().since().getYear()).isEqualTo(2011);
        assertThat(returned.rows()).isEmpty();
    }

    @Test
    void refusesAFormThatLacksTheColumnsAddedSince() {
        String later = Returned.ROSTER.stripTrailing()
                + "\n    left_on: {under: 离岗日期, en: left, type: date}\n    why: {under: 原因, en: why, type: text}\n";
        Returned returned = Returned.of(
                directory,
                List.of(Returned.ROSTER, later),
                w -> Returned.write(w.createSheet("就业"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月")));

        assertThat(returned.rules()).containsExactly("REJECT old-form");
    }

    @Test
    void takesTheValidFormWithAColumnLeftOutForWhatItIs() {
        String later = Returned.ROSTER.stripTrailing() + "\n    left_on: {under: 离岗日期, en: left, type: date}\n"
                + "    why: {under: 原因, en: why, type: text}\n";
        Returned returned = Returned.of(
                directory,
                List.of(Returned.ROSTER, later),
                w -> Returned.write(
                        w.createSheet("就业"),
                        "就业花名册",
                        "填报单位：金寨县",
                        "报告期：2018年6月",
                        "姓名|培训||年收入|离岗日期",
                        "|课程|天数||",
                        "张三|月嫂|7|3|"));

        assertThat(returned.rules()).containsExactly("REJECT column-missing");
    }

    @Test
    void tellsHiddenSheetsAndColumnsByPolicy() {
        for (String policy : List.of("note", "skip", "reject")) {
            Path own = directory.resolve(policy);
            assertThat(own.toFile().mkdir()).isTrue();
            Returned returned =
                    Returned.of(own, List.of(Returned.ROSTER.replace("hidden: note", "hidden: " + policy)), w -> {
                        Returned.write(w.createSheet("封面"), "封面");
                        var sheet = w.createSheet("就业");
                        Returned.write(sheet, form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));
                        sheet.setColumnHidden(3, true);
                        w.setSheetHidden(1, true);
                    });
            switch (policy) {
                case "note" ->
                    assertThat(returned.rules())
                            .containsExactly("NOTE hidden-sheet", "NOTE hidden-columns", "NOTE sheet-ignored");
                case "skip" ->
                    assertThat(returned.rules()).containsExactly("NOTE hidden-sheet-skipped", "NOTE sheet-ignored");
                default ->
                    assertThat(returned.rules())
                            .containsExactly(
                                    "REJECT hidden-sheet-refused",
                                    "REJECT hidden-columns-refused",
                                    "NOTE sheet-ignored");
            }
        }
    }

    @Test
    void saysNothingOfHiddenNotesOnTheForm() {
        Returned returned = Returned.of(directory, List.of(Returned.ROSTER), w -> {
            Returned.write(w.createSheet("就业"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));
            Returned.write(w.createSheet("就业说明"), "就业花名册填报说明", "姓名：按身份证填写", "年收入：按元填写", "姓名|课程", "张三|月嫂");
            w.setSheetHidden(1, true);
        });

        assertThat(returned.rules()).isEmpty();
        assertThat(returned.sheets).hasSize(1);
    }

    @Test
    void ignoresNotesThatOnlyCarryTheTitle() {
        Returned returned = Returned.of(directory, List.of(Returned.ROSTER), w -> {
            Returned.write(w.createSheet("就业"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));
            Returned.write(w.createSheet("说明"), "就业花名册填报说明", "请按月填写");
        });

        assertThat(returned.rules()).containsExactly("NOTE sheet-ignored");
    }

    @Test
    void refusesTheSameReturnTwice() {
        Returned returned = Returned.of(directory, List.of(Returned.ROSTER), w -> {
            Returned.write(w.createSheet("就业1"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));
            Returned.write(w.createSheet("就业2"), form("就业花名册", "填报单位：金寨县", "报告期：2018年6月"));
            Returned.write(w.createSheet("就业3"), form("就业花名册", "填报单位：金寨县", "报告期：2018年7月"));
        });

        assertThat(returned.rules()).containsExactly("REJECT return-twice", "REJECT return-twice");
        assertThat(returned.sheets).extracting(s -> s.sheet().name()).containsExactly("就业1", "就业3");
    }

    @Test
    void everyRuleIsToldInBothLanguages() {
        var english = ResourceBundle.getBundle("messages/form", Locale.ROOT);
        assertThat(english.keySet()).hasSizeGreaterThan(25);
        for (String key : english.keySet()) {
            assertThat(Messages.text(key, Locale.CHINESE).orElse(key)).as(key).matches("(?s).*[\\u4e00-\\u9fff].*");
        }
    }
}
