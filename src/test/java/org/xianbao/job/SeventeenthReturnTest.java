package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** A return that nobody here has heard of is declared, sent, and becomes figures. */
class SeventeenthReturnTest {
    private static final String GRID = """
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
              rows:
                heading: 4
                stub: 服务
                items: {visit: {zh: 巡诊, en: Rounds}, check: {zh: 体检, en: Check-ups}, total: {zh: 合计, en: Total}}
              columns:
                people: {under: 人次, en: people, type: quantity, unit: 人次, required: true}
                cost:   {under: 费用, en: cost, type: amount, unit: 元, reported: 万元}
            rules:
              reject:
                adds-up:
                  over: submission
                  check: "sum(people) filter (where item <> 'total') = max(people) filter (where item = 'total')"
              query:
                no-fall: people >= prev.people
            """;
    private static final String UNIT = """
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
                rooms: {item: 书屋数, en: libraries, type: quantity, unit: 个, required: true}
                books: {item: 藏书, en: books, type: quantity, unit: 册, reported: 万册, qualified: true}
            """;
    private static final String INDICATORS = """
            theme: {zh: 公共服务, en: Services}
            indicators:
              clinic-people:
                title: {zh: 服务人次, en: People served}
                kind: flow
                unit: 人次
                from: clinic
                where: item = 'total'
                value: max(people)
              clinic-cost:
                title: {zh: 服务费用, en: Cost}
                kind: flow
                unit: 元
                from: clinic
                where: item <> 'total'
                value: sum(cost)
              library-books:
                title: {zh: 藏书, en: Books}
                kind: stock
                unit: 册
                from: library
                value: max(books)
            """;
    private static final String FIGURES =
            "select period, indicator, value, unit, qualifier, reported, expected from stats.figures where region = ";

    private final Pipeline pipeline;

    SeventeenthReturnTest(@TempDir Path directory) {
        pipeline = new Pipeline(directory);
    }

    private void send(String name, String county, String period, String... rows) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name + ".xlsx"))) {
            sent.sheet("车间用工", Workshop.form(county, period, rows)).on("2018-07-01");
        }
    }

    @Test
    void aRosterOfAMonthBecomesFigures() {
        try (pipeline) {
            Workshop.define(pipeline, Workshop.RETURN);
            String wang = "王甲|" + Sent.id("140222", 1) + "|13800000001|服装缝纫|20|1200余|0.25";
            String li = "李乙|" + Sent.id("140222", 2) + "||制茶|11||0.3";
            send("june", Workshop.TIANZHEN, "2018年6月", wang, li, "合计||||31||0.55");
            send("jinzhai", Workshop.JINZHAI, "2018年6月", "赵丙|" + Sent.id("341524", 3) + "||缝纫|5|300|0.1");

            NightOutcome night = pipeline.night();

            assertThat(night.accepted()).isEqualTo(2);
            assertThat(pipeline.query("select region, craft, days, pieces, pieces_q, wages from stats.return_workshop"
                            + " order by region, sheet_row"))
                    .containsExactly(
                            "140222|sewing|20|1200|>|2500", "140222|tea|11|||3000", "341524|sewing|5|300|=|1000");
            assertThat(pipeline.query(FIGURES + "'140222' and period in ('2018-06', '2018Q2') order by 1, 2"))
                    .containsExactly(
                            "2018-06|workshop-pay|2750|元|=|1|1",
                            "2018-06|workshop-pieces|1200|件|>|1|1",
                            "2018-06|workshop-places|2|人次|=|1|1",
                            "2018-06|workshop-wages|5500|元|=|1|1",
                            "2018Q2|workshop-pay|2750|元|=|1|3",
                            "2018Q2|workshop-pieces|1200|件|>|1|3",
                            "2018Q2|workshop-places|2|人次|=|1|3",
                            "2018Q2|workshop-wages|5500|元|=|1|3");
            assertThat(pipeline.query(FIGURES + "'100000' and period = '2018-06' and indicator <> 'workshop-pay'"
                            + " order by 1, 2"))
                    .containsExactly(
                            "2018-06|workshop-pieces|1500|件|>|2|2",
                            "2018-06|workshop-places|3|人次|=|2|2",
                            "2018-06|workshop-wages|6500|元|=|2|2");
        }
    }

    @Test
    void itsRulesFindWhatIsWrong() {
        try (pipeline) {
            Workshop.define(pipeline, Workshop.RETURN);
            String id = Sent.id("140222", 1);
            send("may", Workshop.TIANZHEN, "2018年5月", "王甲|" + id + "||缝纫|20|30|0.1");
            send("june", Workshop.TIANZHEN, "2018年6月", "王甲|" + id + "||缝纫|20|30|0.5", "合计||||20||0.5");
            send(
                    "jinzhai",
                    Workshop.JINZHAI,
                    "2018年6月",
                    "赵丙|" + id + "||缝纫|32|30|0.1",
                    "赵丁|" + id + "||砌墙|2|30|0.1",
                    "合计||||33||0.2");

            NightOutcome night = pipeline.night();

            assertThat(night.accepted() + " " + night.queried() + " " + night.returned())
                    .isEqualTo("1 1 1");
            assertThat(pipeline.query("select s.region, f.severity, f.rule, f.cell from xianbao.finding f"
                            + " join xianbao.submission s on s.id = f.submission order by 1, 3, 4"))
                    .containsExactly(
                            "140222|query|wages-jump|G6",
                            "341524|reject|days-of-a-month|E6",
                            "341524|reject|not-in-list|D7",
                            "341524|reject|person-once|B7",
                            "341524|reject|total-agrees|E8");
            assertThat(pipeline.query("select zh from xianbao.finding where rule = 'wages-jump'"))
                    .containsExactly("工资 5000 元，上期 1000 元");
        }
    }

    @Test
    void aMonthMayBeginOnThe21st() {
        try (pipeline) {
            Workshop.define(pipeline, Workshop.RETURN.replace("every: month", "every: month-21st"));
            send("may", Workshop.TIANZHEN, "2018年5月", Workshop.row(Workshop.TIANZHEN, 1, "0.1"));
            send("june", Workshop.TIANZHEN, "2018年6月", Workshop.row(Workshop.TIANZHEN, 1, "0.1"));

            pipeline.night();

            assertThat(pipeline.query("select period, period_start, period_end from stats.return_workshop order by 1"))
                    .containsExactly("2018-05|2018-04-21|2018-05-20", "2018-06|2018-05-21|2018-06-20");
            assertThat(
                            pipeline.query(
                                    "select period, value, reported, expected from stats.figures"
                                            + " where indicator = 'workshop-places' and region = '140222' and period like '2018-%' order by 1"))
                    .containsExactly("2018-05|1|1|1", "2018-06|1|1|1");
            assertThat(pipeline.query("select value, reported, expected from stats.figures"
                            + " where indicator = 'workshop-places' and region = '140222' and period = '2018Q2'"))
                    .containsExactly("2|2|3");
        }
    }

    @Test
    void aGridAndAUnitFormBecomeFiguresToo() {
        try (pipeline) {
            pipeline.define("indicators/services.yaml", INDICATORS)
                    .defineReturn(GRID)
                    .defineReturn(UNIT);
            try (Sent sent = new Sent(pipeline.inbox().resolve("services.xlsx"))) {
                sent.sheet(
                                "服务",
                                "健康扶贫服务表",
                                "填报单位：天镇县|报告期：2018年第2季度",
                                "",
                                "服务|人次|费用（万元）",
                                "巡诊|30|1.2",
                                "体检|12|0.3",
                                "合计|42|1.5")
                        .sheet("书屋", "农家书屋情况表", "填报单位：天镇县||报告期：2018年", "", "编号|项目|单位|数量", "1|书屋数|个|226", "2|藏书|万册|近40")
                        .on("2018-07-01");
            }

            NightOutcome night = pipeline.night();

            assertThat(night.accepted()).isEqualTo(2);
            assertThat(pipeline.query("select item, people, cost from stats.return_clinic order by sheet_row"))
                    .containsExactly("visit|30|12000", "check|12|3000", "total|42|15000");
            assertThat(pipeline.query("select rooms, books, books_q from stats.return_library"))
                    .containsExactly("226|400000|≈<");
            assertThat(pipeline.query(FIGURES + "'140222' and period in ('2018Q2', '2018') order by 1, 2"))
                    .containsExactly(
                            "2018|clinic-cost|15000|元|=|1|4",
                            "2018|clinic-people|42|人次|=|1|4",
                            "2018|library-books|400000|册|≈<|1|1",
                            "2018Q2|clinic-cost|15000|元|=|1|1",
                            "2018Q2|clinic-people|42|人次|=|1|1");
        }
    }
}
