package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.explanation.Answer;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;
import org.xianbao.judge.Query;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;

class PagesTest {
    private static final Names NAMES = new Names(DefinitionsLoader.load(Path.of("jobs")));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant RECEIVED = Instant.parse("2018-07-05T15:59:00Z");

    @Test
    void groupsFindingsByCauseWorstAndLargestFirst() {
        List<Judged.Found> findings = new ArrayList<>();
        findings.add(found(Severity.NOTE, "number-issued-elsewhere", "C9", "person", "a", 9));
        findings.add(found(Severity.REJECT, "required", "B9", "name", null, 1));
        findings.add(found(Severity.QUERY, "ended-in-the-period", "I9", "ended", "b", 50));
        findings.add(found(Severity.REJECT, "not-a-number", "J9", "days", "七天", 41_203));
        findings.add(found(Severity.REJECT, "not-a-number", "J10", "days", "八天", 41_203));

        assertThat(headings(page(findings)))
                .containsExactly(
                        "■ 强制性　J 列“天数”：41,203 个单元格　不是数字",
                        "■ 强制性　B9“姓名”：1 个单元格　必填项未填",
                        "▲ 核实性　I 列“结束日期”：50 个单元格　ended-in-the-period b",
                        "● 提示　C 列“身份证号”：9 个单元格　number-issued-elsewhere a");
    }

    @Test
    void saysHowManyAreNotTold() {
        Page page = page(List.of(found(Severity.REJECT, "not-a-number", "J9", "days", "七天", 41_203)));

        assertThat(texts(page)).contains("……另有 41,202 处同类问题未逐一列出", "■ 强制性 41,203 处（必须改正）");
    }

    @Test
    void linksEveryCell() {
        Page page = page(List.of(found(Severity.REJECT, "not-a-number", "J9", "days", "七天", 1)));

        assertThat(page.lines().stream().flatMap(l -> l.fields().stream()).map(Field::link))
                .filteredOn(link -> link != null)
                .extracting(String::valueOf)
                .containsExactly("'学员''名册'!J9");
    }

    @Test
    void tellsADeadlineAsTheDayBeforeMidnightAndWhetherItWasMet() {
        assertThat(texts(page(List.of()))).anyMatch(t -> t.endsWith("期限 2018年7月5日 24:00，按时"));
        assertThat(texts(ResultPage.of(judged(RECEIVED.plusSeconds(120), List.of()), NAMES, ZONE, "")))
                .anyMatch(t -> t.endsWith("期限 2018年7月5日 24:00，逾期"));
    }

    @Test
    void asksForOneExplanationOfWhatIsNotToldInDetail() {
        Judged.Found query = found(Severity.QUERY, "ended-in-the-period", "I9", "ended", "2018-07-02", 50);
        Page page = ExplanationPage.of(judged(RECEIVED, List.of(query)), NAMES, Map.of())
                .orElseThrow();

        List<Line> rows = page.lines()
                .subList(ExplanationPage.HEADING_ROW + 1, page.lines().size());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).fields().get(0).text()).isEqualTo("Q0000000001");
        assertThat(rows.get(1).fields())
                .extracting(Field::text)
                .contains(Query.number("training", "ended-in-the-period", "ended", ""))
                .anyMatch(t -> t.startsWith("同类问题共 50 处，可在此一并说明"));
    }

    @Test
    void keepsWhatTheSenderHasTypedForAQueryThatStands() {
        Judged.Found query = found(Severity.QUERY, "ended-in-the-period", "I9", "ended", "2018-07-02", 1);
        Map<String, Answer> typed = Map.of(
                "Q0000000001", answer("Q0000000001", "期末补课", "何甲申"),
                "Q9999999999", answer("Q9999999999", "别的", "别人"));

        assertThat(texts(ExplanationPage.of(judged(RECEIVED, List.of(query)), NAMES, typed)
                        .orElseThrow()))
                .contains("期末补课", "何甲申")
                .doesNotContain("别的");
    }

    private static Answer answer(String query, String said, String author) {
        return new Answer("审核说明", new CellAddress(5, 8), query, said, author);
    }

    @Test
    void tellsWhatWasExplainedBefore() {
        Judged.Found asked = found(Severity.QUERY, "ended-in-the-period", "I9", "ended", "2018-07-02", 1);
        Judged.Found answered = new Judged.Found(
                1,
                Severity.QUERY,
                asked.rule(),
                asked.sheet(),
                asked.cell(),
                asked.column(),
                asked.reported(),
                null,
                asked.text(),
                asked.query(),
                true,
                null,
                new Judged.Explanation("期末补课", "何甲申", LocalDate.of(2018, 12, 31)),
                1);

        assertThat(texts(ExplanationPage.of(judged(RECEIVED, List.of(answered)), NAMES, Map.of())
                        .orElseThrow()))
                .contains("期末补课（何甲申）", "2018-12-31");
        assertThat(texts(page(List.of(answered)))).contains("○ 已有说明 1 处");
    }

    @Test
    void nothingIsAskedWhereNoQueryStands() {
        assertThat(ExplanationPage.of(
                        judged(RECEIVED, List.of(found(Severity.REJECT, "required", "B9", "name", null, 1))),
                        NAMES,
                        Map.of()))
                .isEmpty();
    }

    @Test
    void everyLineIsAsHighAsItsTextNeeds() {
        Page page = new Page("a", List.of(10, 20), List.of(), 0, 0, "000000");

        assertThat(page.height(Line.of(Field.of(0, Style.TEXT, "一行")))).isEqualTo(23);
        assertThat(page.height(Line.of(Field.of(0, Style.TEXT, "三行：一二三四五六七八九"))))
                .isEqualTo(53);
        assertThat(page.height(Line.of(Field.wide(0, 2, Style.TEXT, "三行：一二三四五六七八九"))))
                .isEqualTo(23);
    }

    private static Page page(List<Judged.Found> findings) {
        return ResultPage.of(judged(RECEIVED, findings), NAMES, ZONE, "");
    }

    private static List<String> headings(Page page) {
        return texts(page).stream().filter(t -> t.matches("[■▲●○] \\S+　.*：.*")).toList();
    }

    private static List<String> texts(Page page) {
        return page.lines().stream()
                .flatMap(l -> l.fields().stream())
                .flatMap(f -> List.of(f.text().split("　　", -1)).stream())
                .toList();
    }

    private static Judged judged(Instant received, List<Judged.Found> findings) {
        Judged.Return training = new Judged.Return(
                1,
                "training",
                new Bilingual("技能培训花名册", "Skills training"),
                "学员'名册",
                "140222",
                "天镇县",
                "2018-06",
                NAMES.definitions().layouts("training").get(0).since(),
                "",
                10,
                "returned",
                1,
                false,
                false,
                LocalDate.of(2018, 7, 6).atStartOfDay(ZONE).toInstant());
        return new Judged("a.xlsx", "", received, "read", List.of(training), findings);
    }

    private static Judged.Found found(
            Severity severity, String rule, String cell, String column, @Nullable String reported, long total) {
        return new Judged.Found(
                1,
                severity,
                rule,
                "学员'名册",
                cell,
                column,
                reported,
                null,
                new Bilingual(rule + " " + reported, rule),
                severity == Severity.QUERY ? "Q0000000001" : null,
                false,
                null,
                null,
                total);
    }
}
