package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;

/** A query is explained once, and not asked again until the explanation expires. */
class DialogueTest {
    private static final String REASON = "本县新建扶贫车间五月投产，实行计件工资，旺季收入较高";
    private static final String HIGH_WAGES = Workshop.row(Workshop.TIANZHEN, 1, "3");

    private final Pipeline pipeline;

    DialogueTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private Path send(String name, String day, String period, String... rows) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name + ".xlsx"))) {
            return sent.sheet("车间用工", Workshop.form(Workshop.TIANZHEN, period, rows))
                    .on(day);
        }
    }

    /** What the night made of the newest submission of a period: its verdict, and what is open. */
    private List<String> night(String period) {
        pipeline.night();
        return pipeline.query(
                "select v.verdict || coalesce(' ' || (select string_agg(q.rule || ' ' || q.cell, ' ' order by"
                        + " q.cell) from stats.open_query q where q.submission = v.submission), '') from xianbao.on_hand h"
                        + " join xianbao.verdict v on v.submission = h.id where h.period = '" + period + "'");
    }

    private String number(String period) {
        return pipeline.query("select query from stats.open_query where period = '" + period + "'")
                .get(0);
    }

    @Test
    void isAskedExplainedAcceptedNotAskedAgainExpiresAndIsAskedAgain() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            assertThat(night("2018-05")).containsExactly("queried wages-plausible G6");
            String query = number("2018-05");

            new ExplainedReply(may)
                    .says(query, REASON, "张统计")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");
            assertThat(night("2018-05")).containsExactly("accepted");
            assertThat(pipeline.query("select wages from stats.return_workshop"))
                    .containsExactly("30000");

            send("june", "2018-07-01", "2018年6月", HIGH_WAGES);
            assertThat(night("2018-06")).as("the next period").containsExactly("accepted");

            send("last", "2019-06-01", "2019年5月", HIGH_WAGES);
            assertThat(night("2019-05")).as("the last period of twelve months").containsExactly("accepted");

            send("expired", "2019-07-01", "2019年6月", HIGH_WAGES);
            assertThat(night("2019-06")).as("when it has expired").containsExactly("queried wages-plausible G6");
            assertThat(number("2019-06")).as("the same question").isEqualTo(query);
        }
    }

    @Test
    void anEmptyPhraseDoesNotCountAndTheCountyIsToldWhy() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            String query = number("2018-05");

            new ExplainedReply(may)
                    .says(query, "经核实，情况属实，核实无误！", "")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");

            assertThat(night("2018-05")).containsExactly("queried wages-plausible G6");
            assertThat(pipeline.query("select severity, rule, sheet, cell, zh from xianbao.finding where rule like"
                            + " 'explanation%'"))
                    .containsExactly("note|explanation-says-nothing|审核说明|I6|对 " + query
                            + " 的说明未采用：仅为“核实无误”一类套话，未说明原因。请写明数据如此的具体原因。");
            assertThat(pipeline.query("select query = '" + query + "', said, author, source, refused from"
                            + " xianbao.explanation"))
                    .containsExactly("t|经核实，情况属实，核实无误！|天镇县|county|explanation-says-nothing");
        }
    }

    @Test
    void remembersARowOfARosterByItsPersonWhereverTheRowStands() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES, Workshop.row(Workshop.TIANZHEN, 2, "2.5"));
            assertThat(night("2018-05")).containsExactly("queried wages-plausible G6 wages-plausible G7");
            String first = pipeline.query("select query from stats.open_query where cell = 'G6'")
                    .get(0);
            new ExplainedReply(may)
                    .says(first, REASON, "")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");
            assertThat(night("2018-05")).as("one of two").containsExactly("queried wages-plausible G7");

            send("june", "2018-07-01", "2018年6月", Workshop.row(Workshop.TIANZHEN, 3, "0.1"), HIGH_WAGES);

            assertThat(night("2018-06")).containsExactly("accepted");
            assertThat(pipeline.query(
                            "select count(*) from xianbao.finding where subject like '%" + Sent.id("140222", 1) + "%'"))
                    .as("the person's number is in no subject")
                    .containsExactly("0");
        }
    }

    @Test
    void remembersAnItemOfAGridAndTheOneRowOfAUnitForm() {
        try (pipeline) {
            pipeline.defineReturn(CLINIC).defineReturn(LIBRARY);
            Path first = services("first", "2018-07-02", "2018年第1季度", "2017年");
            pipeline.night();
            assertThat(pipeline.query("select rule, cell from stats.open_query order by 1, 2"))
                    .containsExactly("books-plausible|D6", "people-plausible|B5", "people-plausible|B6");
            ExplainedReply reply = new ExplainedReply(first);
            pipeline.query("select query from stats.open_query").forEach(q -> reply.says(q, REASON, "李统计"));
            reply.to(pipeline.inbox().resolve("explained.xlsx"), "2018-07-03");
            pipeline.night();
            assertThat(pipeline.query("select rule from stats.open_query")).isEmpty();

            services("second", "2018-07-04", "2018年第2季度", "2018年");

            assertThat(pipeline.night().accepted()).isEqualTo(2);
            assertThat(pipeline.query(
                            "select distinct subject from xianbao.finding where severity = 'query' order by 1"))
                    .containsExactly("", "check", "visit");
        }
    }

    private Path services(String name, String day, String quarter, String year) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name + ".xlsx"))) {
            return sent.sheet("服务", "健康扶贫服务表", "填报单位：天镇县|报告期：" + quarter, "", "服务|人次", "巡诊|3000", "体检|2000")
                    .sheet("书屋", "农家书屋情况表", "填报单位：天镇县||报告期：" + year, "", "编号|项目|单位|数量", "1|书屋数|个|226", "2|藏书|册|9")
                    .on(day);
        }
    }

    @Test
    void anotherCountysExplanationAnswersNothing() {
        try (pipeline) {
            pipeline.defineReturn(LIBRARY);
            library("ours", "天镇县", "2017年");
            Path theirs = library("theirs", "金寨县", "2017年");
            pipeline.night();
            List<String> numbers = pipeline.query("select query from stats.open_query order by region");
            assertThat(numbers).as("the same question has the same number").hasSize(2);
            assertThat(numbers.get(0)).isEqualTo(numbers.get(1));

            new ExplainedReply(theirs)
                    .says(numbers.get(0), REASON, "")
                    .to(pipeline.inbox().resolve("theirs-explained.xlsx"), "2019-01-03");
            library("ours-next", "天镇县", "2018年");
            library("theirs-next", "金寨县", "2018年");
            pipeline.night();

            assertThat(pipeline.query("select region, period from stats.open_query order by 2"))
                    .containsExactly("140222|2017", "140222|2018");
        }
    }

    private Path library(String name, String county, String year) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name + ".xlsx"))) {
            return sent.sheet(
                            "书屋",
                            "农家书屋情况表",
                            "填报单位：" + county + "||报告期：" + year,
                            "",
                            "编号|项目|单位|数量",
                            "1|书屋数|个|226",
                            "2|藏书|册|9")
                    .on("2019-01-02");
        }
    }

    @Test
    void whatIsExplainedForJuneSaysNothingOfMay() {
        try (pipeline) {
            Path june = send("june", "2018-07-01", "2018年6月", HIGH_WAGES);
            night("2018-06");
            new ExplainedReply(june)
                    .says(number("2018-06"), REASON, "")
                    .to(pipeline.inbox().resolve("june-explained.xlsx"), "2018-07-03");
            assertThat(night("2018-06")).containsExactly("accepted");

            send("may", "2018-07-04", "2018年5月", HIGH_WAGES);

            assertThat(night("2018-05")).containsExactly("queried wages-plausible G6");
        }
    }

    @Test
    void aReplySentBackUnansweredIsAskedTheSame() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            new ExplainedReply(may)
                    .says(number("2018-05"), "", "")
                    .to(pipeline.inbox().resolve("again.xlsx"), "2018-06-03");

            assertThat(night("2018-05")).containsExactly("queried wages-plausible G6");
            assertThat(
                            pipeline.query(
                                    "select w.name, count(*), min(f.rule) from xianbao.finding f join xianbao.reading r"
                                            + " on r.id = f.reading join xianbao.workbook w on w.hash = r.workbook group by 1 order by 1"))
                    .as("the sheet of explanations is no news")
                    .containsExactly("again.xlsx|1|wages-plausible", "may.xlsx|1|wages-plausible");
        }
    }

    @Test
    void aRuleMayBeRememberedForLonger() {
        try (pipeline) {
            pipeline.define(
                    "returns/workshop/2010.yaml",
                    Workshop.RETURN.replace("{check: wages <= 20000}", "{check: wages <= 20000, remember: 2 years}"));
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            new ExplainedReply(may)
                    .says(number("2018-05"), REASON, "")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");

            night("2018-05");

            assertThat(pipeline.query("select valid_until from xianbao.explanation"))
                    .containsExactly("2020-05-31");
        }
    }

    @Test
    void provisionalFiguresLoseTheirFlagWhenTheQueryIsAnswered() throws Exception {
        try (pipeline) {
            pipeline.define(
                    "nightly.yaml",
                    Files.readString(Path.of("jobs/nightly.yaml")).replace(": held", ": provisional"));
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            assertThat(pipeline.query(MAY_WAGES)).containsExactly("1|30000|P");
            assertThat(pipeline.query(MAY_STATE)).containsExactly("provisional");

            new ExplainedReply(may)
                    .says(number("2018-05"), REASON, "")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");
            night("2018-05");

            assertThat(pipeline.query(MAY_WAGES)).containsExactly("1|30000|P", "2|30000|A");
            assertThat(pipeline.query(MAY_STATE)).containsExactly("accepted");
            assertThat(pipeline.query(
                            "select provisional, superseded_at is null from xianbao.publication order by 1 desc"))
                    .containsExactly("t|f", "f|t");
        }
    }

    @Test
    void aCheckTellsWhatIsRememberedAndKeepsNothing() throws Exception {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            Path explained = new ExplainedReply(may)
                    .says(number("2018-05"), REASON, "张统计")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");
            Map<String, String> before = pipeline.tables("xianbao", "facts");
            Check check = pipeline.get(Check.class);

            assertThat(check.check(explained, List.of()).returns())
                    .extracting(Judged.Return::verdict)
                    .containsExactly("accepted");
            assertThat(pipeline.tables("xianbao", "facts")).isEqualTo(before);

            night("2018-05");
            Judged.Explanation remembered = new Judged.Explanation(REASON, "张统计", LocalDate.of(2019, 5, 31));
            Path june = send("june", "2018-07-01", "2018年6月", HIGH_WAGES);
            Path expired = send("expired", "2019-07-01", "2019年6月", HIGH_WAGES);
            assertThat(check.check(june, List.of()).findings())
                    .extracting(Judged.Found::answered, Judged.Found::explanation)
                    .containsExactly(tuple(true, remembered));
            assertThat(check.check(expired, List.of()).findings())
                    .extracting(Judged.Found::answered, Judged.Found::explanation)
                    .containsExactly(tuple(false, remembered));
        }
    }

    @Test
    void aPersonsNumberInAnExplanationIsMasked() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            String id = Sent.id("140222", 7);
            new ExplainedReply(may)
                    .says(number("2018-05"), "此人与 " + id + " 合伙承包大棚", "张统计 13812345678")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");

            assertThat(night("2018-05")).containsExactly("accepted");
            assertThat(pipeline.query("select said, author from xianbao.explanation"))
                    .containsExactly("此人与 140222*********** 合伙承包大棚|张统计 138***********");
            assertThat(pipeline.query("select count(*) from xianbao.answer a where a::text like '%" + id + "%'"))
                    .containsExactly("0");
        }
    }

    @Test
    void readingAWorkbookAgainKeepsWhatItSaidOnce() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            night("2018-05");
            new ExplainedReply(may)
                    .says(number("2018-05"), REASON, "")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");
            night("2018-05");
            String hash = pipeline.query("select hash from xianbao.workbook where name = 'may-explained.xlsx'")
                    .get(0);

            assertThat(pipeline.rerun(hash, null).accepted()).isEqualTo(1);

            assertThat(pipeline.query("select count(*) from xianbao.answer")).containsExactly("2");
            assertThat(pipeline.query("select count(*) from xianbao.explanation"))
                    .containsExactly("1");
        }
    }

    private static final String MAY_WAGES = "select edition, value, status from stats.figures_by_edition where period ="
            + " '2018-05' and indicator = 'workshop-wages' and region = '140222' order by edition";
    private static final String MAY_STATE =
            "select state from stats.reporting where region = '140222' and period = '2018-05'";

    private static final String CLINIC = """
            return: clinic
            title: {zh: 健康扶贫服务表, en: Clinics}
            every: quarter
            due: 15 days
            key: [item]
            form:
              kind: grid
              expect: {A1: "健康扶贫服务表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4, stub: 服务, items: {visit: {zh: 巡诊, en: Rounds}, check: {zh: 体检, en: Check-ups}}}
              columns:
                people: {under: 人次, en: people, type: quantity, unit: 人次}
            rules:
              query:
                people-plausible: people < 1000
            """;
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
              rows: {heading: 4, stub: 项目, value: 数量}
              columns:
                rooms: {item: 书屋数, en: libraries, type: quantity, unit: 个}
                books: {item: 藏书, en: books, type: quantity, unit: 册}
            rules:
              query:
                books-plausible: books > rooms
            """;
}
