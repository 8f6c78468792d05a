package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Messages;

/** Headings that moved, were renamed or swapped, or come from another edition of the form. */
class DriftTest {
    private static final String ROSTER = """
            return: leave
            title: {zh: 返岗花名册, en: Leave}
            every: month
            due: 5 days
            key: []
            form:
              kind: roster
              sheet: "*返岗*"
              expect: {A1: "返岗花名册*"}
              header:
                county: {at: B2, type: region}
                period: {at: D2, type: period}
              rows: {heading: 4-5}
              columns:
                name:    {under: 姓名, en: name, type: text}
                started: {under: 就业/上岗日期, en: started, type: date}
                still:   {under: 就业/在岗, en: still, type: flag}
                left_on: {under: 就业/离岗日期, en: left, type: date}
                days:    {under: 补贴/天数, en: days, type: integer, unit: 天}
                amount:  {under: 补贴/金额, en: amount, type: amount, unit: 元}
            """;
    private static final String[] HEAD = {"返岗花名册", "填报单位|天镇县|报告期|2018年6月", "", "姓名|就业|||补贴|", "|上岗日期|在岗|离岗日期|天数|金额"};
    private static final String[] BODY = {
        "张三|2018年3月1日|是||7|300", "李四|2018年3月2日|是||8|320.5", "王五|2018年3月3日|否|2018年6月3日|9|310"
    };

    private final Path directory;

    DriftTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Returned read(List<String> editions, String... rows) {
        return Returned.of(own(), editions, w -> Returned.write(w.createSheet("返岗"), rows));
    }

    /** The form with its two heading rows replaced. */
    private Returned headed(String outer, String inner, String... rows) {
        List<String> sheet = new ArrayList<>(Arrays.asList(HEAD).subList(0, 3));
        sheet.add(outer);
        sheet.add(inner);
        sheet.addAll(Arrays.asList(rows.length == 0 ? BODY : rows));
        return read(List.of(ROSTER), sheet.toArray(String[]::new));
    }

    private Path own() {
        try {
            return Files.createTempDirectory(directory, "returned");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] form(String... head) {
        List<String> rows = new ArrayList<>(Arrays.asList(head));
        rows.addAll(Arrays.asList(BODY));
        return rows.toArray(String[]::new);
    }

    private static List<String> told(Returned returned) {
        return returned.findings.stream().map(DriftTest::chinese).toList();
    }

    private static String chinese(Finding finding) {
        return Messages.of(finding, Locale.CHINESE);
    }

    @Test
    void tellsARenamedGroupOnceAtItsCell() {
        Returned returned = headed("姓名|务工|||补贴|", "|上岗日期|在岗|离岗日期|天数|金额");

        assertThat(told(returned)).containsExactly("B4“务工”，应为“就业”；其下栏目未读取：就业/上岗日期、就业/在岗、就业/离岗日期");
        assertThat(returned.rules()).containsExactly("REJECT column-missing");
        assertThat(returned.findings.get(0).cell()).hasToString("B4");
        assertThat(returned.sheets.get(0).layout().places()).containsOnlyKeys("name", "days", "amount");
    }

    @Test
    void tellsSeveralRenamedHeadingsEachWithItsOwn() {
        Returned returned = headed("姓名|就业|||补贴|", "|到岗时间|是否在岗|离岗时间|天数|金额");

        assertThat(told(returned))
                .containsExactly("B5“就业/到岗时间”，应为“就业/上岗日期”", "C5“就业/是否在岗”，应为“就业/在岗”", "D5“就业/离岗时间”，应为“就业/离岗日期”");
    }

    @Test
    void whatStandsBelowDecidesWhichHeadingWasMeant() {
        Returned returned = headed("姓名|就业|||补贴|", "|在岗情况|上岗|离岗日期|天数|金额");

        assertThat(told(returned)).containsExactly("B5“就业/在岗情况”，应为“就业/上岗日期”", "C5“就业/上岗”，应为“就业/在岗”");
    }

    @Test
    void aHeadingOverDatesIsTheDateColumnWhereverItStands() {
        Returned returned = headed(
                "姓名|就业||补贴||备注|时间",
                "|上岗日期|在岗|天数|金额||",
                "张三|2018年3月1日|否|7|300|好|2018年6月1日",
                "李四|2018年3月2日|否|8|300||2018年6月2日");

        assertThat(told(returned)).containsExactly("G4“时间”，应为“就业/离岗日期”", "栏目“备注”不是规定的栏目，未读取");
    }

    @Test
    void saysBehindWhatAMissingHeadingShouldStand() {
        Returned returned = headed("姓名|就业||补贴|", "|上岗日期|在岗|天数|金额", "张三|2018年3月1日|是|7|300");

        assertThat(told(returned)).containsExactly("第 4-5 行表头中缺少栏目“就业/离岗日期”，应在“就业/在岗”（C5）之后");
    }

    @Test
    void tellsSwappedHeadingsByWhatStandsBelow() {
        Returned returned = headed("姓名|就业|||补贴|", "|在岗|上岗日期|离岗日期|天数|金额");

        assertThat(returned.rules()).containsExactly("REJECT heading-swapped", "REJECT heading-swapped");
        assertThat(returned.findings).extracting(f -> String.valueOf(f.cell())).containsExactlyInAnyOrder("B5", "C5");
        assertThat(told(returned)).contains("B5“就业/在岗”之下填的是“就业/上岗日期”，B5 与 C5 的标题似已互换，两栏均未读取");
        assertThat(returned.sheets.get(0).layout().places()).containsOnlyKeys("name", "left_on", "days", "amount");
    }

    @Test
    void columnsThatMovedWithTheirHeadingsAreNotSwapped() {
        Returned returned = headed(
                "姓名|就业|||补贴|",
                "|在岗|上岗日期|离岗日期|天数|金额",
                "张三|是|2018年3月1日||7|300",
                "李四|是|2018年3月2日||8|320",
                "王五|否|2018年3月3日|2018年6月3日|9|310");

        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void wrongValuesAreNoReasonToDoubtAHeading() {
        Returned returned = headed(
                "姓名|就业|||补贴|", "|上岗日期|在岗|离岗日期|天数|金额", "张三|3月|是||7|300", "李四|待定|是||8|320", "王五|不详|否|2018年6月3日|9|310");

        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void readsAFormThatMovedToTheRight() {
        String[] moved = Arrays.stream(form(HEAD)).map(row -> "|" + row).toArray(String[]::new);
        Returned returned = read(List.of(ROSTER), moved);

        assertThat(told(returned)).containsExactly("表格右移了 1 列，已按实际位置读取");
        assertThat(returned.sheets.get(0).county().code()).isEqualTo("140222");
        assertThat(returned.rows()).hasSize(3);
    }

    @Test
    void aTitleInTheMiddleMovesNoForm() {
        String[] centred = form(HEAD);
        centred[0] = "||返岗花名册";
        Returned returned = read(List.of(ROSTER), centred);

        assertThat(returned.rules()).isEmpty();
        assertThat(returned.sheets.get(0).period().label()).isEqualTo("2018-06");
    }

    @Test
    void tellsThatTheFormMovedDownBesideARenamedHeading() {
        List<String> rows = new ArrayList<>(List.of(form(HEAD)));
        rows.add(0, "");
        rows.set(5, "|上岗日期|在岗|离岗日期|日数|金额");
        Returned returned = read(List.of(ROSTER), rows.toArray(String[]::new));

        assertThat(returned.rules()).containsExactly("NOTE heading-moved", "REJECT column-missing");
        assertThat(returned.rows()).hasSize(3);
    }

    @Test
    void anOlderFormIsToldOnceWithWhatChanged() {
        String later = ROSTER.replace("就业/", "务工/").replace("姓名", "人员姓名").replace("补贴/金额", "补贴/金额（万元）")
                + "    why: {under: 务工/离岗原因, en: why, type: text}\n";
        Returned returned = read(List.of(ROSTER, later), form(HEAD));

        assertThat(returned.rules()).containsExactly("REJECT old-form");
        assertThat(told(returned))
                .containsExactly(
                        "《返岗花名册》用的是 2010-01-01 起的表式，2018-06 应使用 2011-01-01 起的表式，未读取，请按应使用的表式重报。后一表式的变化（共 4"
                                + " 处）：“姓名”改为“人员姓名”（本表 A4）；“就业”改为“务工”（本表 B4）；“补贴/金额”改为“补贴/金额（万元）”（本表 F5）；“补贴/金额（万元）”之后新增“务工/离岗原因”");
        assertThat(Messages.of(returned.findings.get(0), Locale.ENGLISH))
                .contains("“姓名” is called “人员姓名” (A4 here); “就业” is called “务工” (B4 here)");
        assertThat(returned.rows()).isEmpty();
    }

    @Test
    void aNewerFormForAnEarlierPeriodIsToldOnceToo() {
        String later = ROSTER.replace("在岗,", "是否在岗,") + "    why: {under: 离岗原因, en: why, type: text}\n";
        String[] rows = form(HEAD);
        rows[1] = "填报单位|天镇县|报告期|2010年6月";
        rows[3] = "姓名|就业|||补贴||离岗原因";
        rows[4] = "|上岗日期|是否在岗|离岗日期|天数|金额|";
        Returned returned = read(List.of(ROSTER, later), rows);

        assertThat(returned.rules()).containsExactly("REJECT old-form");
        assertThat(chinese(returned.findings.get(0)))
                .contains("用的是 2011-01-01 起的表式，2010-06 仍应使用 2010-01-01 起的表式")
                .endsWith("“就业/在岗”改为“就业/是否在岗”（本表 C5）；新增“离岗原因”（本表 G4）");
    }

    @Test
    void aFormThatIsLikeNoneSaysWhichItIsLikest() {
        Returned returned = headed("姓名|工作|||补助||备注|其他", "|甲|乙|丙|丁|金额||");

        assertThat(returned.finding("form-unknown").message())
                .containsEntry("like", "2010-01-01")
                .containsEntry("both", "1");
        assertThat(returned.rules().get(0)).isEqualTo("NOTE form-unknown");
        assertThat(returned.rules()).contains("REJECT column-missing");
    }

    @Test
    void theVersionLineNamesTheEditionOfAFormThatFitsTwo() {
        String later = ROSTER.replace("在岗,", "在岗情况,").replace("天数,", "日数,");
        String[] between = form(HEAD);
        between[4] = "|上岗日期|在岗情况|离岗日期|天数|金额";
        assertThat(read(List.of(ROSTER, later), between).rules()).containsExactly("REJECT column-missing");

        between[2] = "表式版本 leave/2010-01-01/ab12cd34ef56";
        assertThat(read(List.of(ROSTER, later), between).rules()).containsExactly("REJECT old-form");
        between[2] = "表式版本：leave/2011-01-01/ab12cd34ef56";
        assertThat(read(List.of(ROSTER, later), between).rules()).containsExactly("REJECT column-missing");
    }

    @Test
    void anEditionThatPrintsTheSameFormIsTheSameForm() {
        String[] rows = form(HEAD);
        rows[2] = "表式版本 leave/2010-01-01/ab12cd34ef56";

        assertThat(read(List.of(ROSTER, ROSTER.replace("5 days", "6 days")), rows)
                        .rules())
                .isEmpty();
    }

    @Test
    void theVersionLineAloneTellsTheReturn() {
        String[] rows = form(HEAD);
        rows[0] = "花名册";
        rows[2] = "表式版本 leave/2010-01-01/ab12cd34ef56";
        Returned returned = Returned.of(own(), List.of(ROSTER), w -> Returned.write(w.createSheet("Sheet1"), rows));

        assertThat(returned.rules()).containsExactly("NOTE title-differs");
        assertThat(returned.rows()).hasSize(3);
    }

    @Test
    void aVersionLineBelowTheRowsIsNoRow() {
        List<String> rows = new ArrayList<>(List.of(form(HEAD)));
        rows.add("表式版本 leave/2010-01-01/ab12cd34ef56");
        Returned returned = read(List.of(ROSTER), rows.toArray(String[]::new));

        assertThat(returned.rows()).hasSize(3);
        assertThat(returned.rules()).isEmpty();
    }

    @Test
    void hundredsOfUnknownHeadingsAreToldWithoutDelay() {
        String inner =
                String.join("|", IntStream.range(0, 400).mapToObj(i -> "栏" + i).toList());
        long start = System.nanoTime();
        Returned returned = headed("姓名|就业|||补贴|", inner);

        assertThat(returned.rules()).contains("REJECT column-missing");
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
