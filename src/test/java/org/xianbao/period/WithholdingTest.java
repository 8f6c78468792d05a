package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.disclosure.Intruder;

/** Counts of a few persons in a township are published nowhere, and cannot be worked out. */
class WithholdingTest {
    private static final String RETURN = """
            return: lesson
            title: {zh: 培训学员花名册, en: Trainees}
            every: month
            due: 5 days
            key: [person]
            form:
              kind: roster
              expect: {A1: "培训学员花名册*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4}
              columns:
                person:   {under: 身份证号, en: citizen ID, type: citizen-id, required: true}
                township: {under: 所在乡镇, en: township, type: region}
                passed:   {under: 是否合格, en: passed, type: flag}
                remark:   {under: 备注, en: remark, type: text}
            """;
    private static final String INDICATORS = """
            theme: {zh: 培训, en: Training}
            indicators:
              trainees:
                title: {zh: 学员, en: Trainees}
                kind: flow
                unit: 人
                from: lesson
                value: count(*)
                region: township
              pass-share:
                title: {zh: 合格率, en: Share who passed}
                kind: ratio
                unit: "%"
                from: lesson
                value: count(*) filter (where passed)
                denominator: count(*)
                percent: true
                over-time: sum
                persons: true
                region: township
            """;
    private static final String PASSED = """
              passed:
                title: {zh: 合格学员, en: Trainees who passed}
                kind: flow
                unit: 人
                from: lesson
                where: passed
                value: count(*)
                region: township
            """;
    private static final List<String> TOWNSHIPS = List.of("玉泉镇", "谷前堡镇", "米薪关镇", "逯家湾镇", "新平堡镇");

    private final Pipeline pipeline;

    /** How many of each township's trainees failed. */
    private int[] failed = new int[TOWNSHIPS.size()];

    WithholdingTest(@TempDir Path directory) {
        pipeline = new Pipeline(directory);
        pipeline.define("indicators/lesson.yaml", INDICATORS).defineReturn(RETURN);
    }

    /** @param counts trainees of each township */
    private void send(String month, String day, int... counts) {
        List<String> lines =
                new ArrayList<>(List.of("培训学员花名册", "填报单位|天镇县||报告期|2018年" + month + "月", "", "身份证号|所在乡镇|是否合格|备注"));
        int person = 0;
        for (int t = 0; t < counts.length; t++) {
            for (int n = 0; n < counts[t]; n++) {
                lines.add(Sent.id(Workshop.TIANZHEN, person++) + "|" + TOWNSHIPS.get(t) + "|"
                        + (n < failed[t] ? "否" : "是") + "|住" + TOWNSHIPS.get(t));
            }
        }
        try (Sent sent = new Sent(pipeline.inbox().resolve(month + "-" + day + ".xlsx"))) {
            sent.sheet("学员", lines.toArray(String[]::new)).on(day);
        }
    }

    private List<String> townships(String period, int edition) {
        return pipeline.query(
                "select coalesce(value::text, status) from stats.figures_by_edition where indicator = 'trainees'"
                        + " and period = '" + period + "' and edition = " + edition
                        + " and level = 'township' order by region");
    }

    @Test
    void saysThatAFewAreNotPublishedAndProtectsThemByTheSmallestOther() {
        try (pipeline) {
            send("6", "2018-07-01", 9, 3, 6, 30);

            pipeline.on("2018-07-10").night();

            assertThat(townships("2018-06", 1)).containsExactly("9", "Q", "Q", "30");
            assertThat(pipeline.query(
                            "select value from stats.figures where indicator = 'trainees' and period = '2018-06'"
                                    + " and region = '140222'"))
                    .containsExactly("48");
            assertThat(pipeline.query("select x.region, x.value, x.secondary from xianbao.suppressed x"
                            + " join xianbao.edition e on e.id = x.edition where x.indicator = 'trainees'"
                            + " and e.period = '2018-06' order by x.region"))
                    .containsExactly("140222101|3|f", "140222102|6|t");
        }
    }

    /** A share of 100% of 3 is a few persons too. */
    @Test
    void withholdsASharesNumbersWithIt() {
        try (pipeline) {
            send("6", "2018-07-01", 9, 3, 6, 30);

            pipeline.on("2018-07-10").night();

            assertThat(
                            pipeline.query(
                                    "select region, value, numerator, denominator, status from stats.figures"
                                            + " where indicator = 'pass-share' and period = '2018-06' and level = 'township' order by region"))
                    .containsExactly(
                            "140222100|100|9|9|A", "140222101||||Q", "140222102||||Q", "140222103|100|30|30|A");
        }
    }

    @Test
    void aWholeBreakdownIsWithheldWhereNothingElseProtects() {
        try (pipeline) {
            send("6", "2018-07-01", 0, 3);

            pipeline.on("2018-07-10").night();

            assertThat(pipeline.query("select distinct status, count(*) from stats.figures where indicator = 'trainees'"
                            + " and period = '2018-06' and region like '140222___' group by 1"))
                    .containsExactly("Q|11");
        }
    }

    /** Months, the quarter, and a correction after all of them: what anybody can read gives none of it away. */
    @Test
    void nobodyWorksOutWhatIsWithheld() throws SQLException {
        try (pipeline) {
            send("4", "2018-05-01", 9, 12, 30, 40, 8);
            send("5", "2018-06-01", 20, 7, 3, 50, 9);
            send("6", "2018-07-01", 2, 11, 14, 6, 25);
            pipeline.on("2018-07-10").night();
            send("5", "2018-07-11", 20, 7, 8, 50, 9);
            pipeline.on("2018-07-20").night();

            Map<String, BigDecimal> published = new HashMap<>();
            Map<String, List<String>> within = new TreeMap<>();
            Map<String, List<String>> months = new TreeMap<>();
            int withheld = 0;
            try (Connection connection = pipeline.database().connect();
                    Statement reader = connection.createStatement()) {
                reader.execute("set role xianbao_reader");
                try (ResultSet row = reader.executeQuery("select period, edition, region, value, latest from"
                        + " stats.figures_by_edition join stats.edition using (period, edition) where indicator = 'trainees'"
                        + " and (level = 'township' or region = '140222')")) {
                    while (row.next()) {
                        String edition = row.getString(1) + "#" + row.getInt(2) + " ";
                        String name = edition + row.getString(3);
                        BigDecimal value = row.getBigDecimal(4);
                        if (value == null) {
                            withheld++;
                        } else {
                            published.put(name, value);
                        }
                        if (row.getString(3).length() == 9) {
                            within.computeIfAbsent(edition + "140222", e -> new ArrayList<>())
                                    .add(name);
                        }
                        String quarter =
                                (row.getInt(2) == 2 || !row.getString(1).equals("2018-05") ? "2018Q2#2 " : "2018Q2#1 ");
                        if (row.getString(1).length() == 7) {
                            months.computeIfAbsent(quarter + row.getString(3), q -> new ArrayList<>())
                                    .add(name);
                            if (!row.getString(1).equals("2018-05")) {
                                months.computeIfAbsent("2018Q2#1 " + row.getString(3), q -> new ArrayList<>())
                                        .add(name);
                            }
                        }
                    }
                }
            }
            Intruder intruder = new Intruder(published);
            within.forEach(intruder::knows);
            months.forEach(intruder::knows);

            assertThat(withheld).isGreaterThan(8);
            assertThat(published).containsKey("2018Q2#2 140222").containsKey("2018-05#2 140222");
            assertThat(intruder.workedOut()).isEmpty();
        }
    }

    /** 谷前堡镇 goes into 玉泉镇 in May: the quarter of the one less its own months would be what April withheld of the other. */
    @Test
    void whatAPlaceHidIsHiddenInThePlaceThatItBecame() {
        try (pipeline) {
            pipeline.define(
                    "lists/regions.csv",
                    pipeline.text("lists/regions.csv")
                            .replace(
                                    "140222101,谷前堡镇,township,140222,2001-01-01,,",
                                    "140222101,谷前堡镇,township,140222,2001-01-01,2018-04-30,"));
            pipeline.define(
                    "lists/concordance.csv",
                    pipeline.text("lists/concordance.csv")
                            + "140222101,140222100,2018-05-01,merge,,a test\n140222100,140222100,2018-05-01,merge,,a test\n");
            send("4", "2018-05-01", 9, 3, 6, 30);
            send("5", "2018-06-01", 60, 0, 25, 40);
            send("6", "2018-07-01", 60, 0, 25, 40);

            pipeline.on("2018-07-10").night();

            assertThat(townships("2018-04", 1)).containsExactly("9", "Q", "Q", "30");
            assertThat(townships("2018-05", 1)).containsExactly("60", "25", "40");
            assertThat(
                            pipeline.query(
                                    "select region, coalesce(value::text, status) from stats.figures"
                                            + " where indicator = 'trainees' and period = '2018Q2' and level in ('township', 'other') order by region"))
                    .containsExactly("140222100|Q", "140222102|Q", "140222103|110");
        }
    }

    /** Two of the second township failed: 30 less 28 is a few. */
    @Test
    void aTotalItsPartsAndItsSharesAreWithheldInTheSamePlaces() {
        try (pipeline) {
            pipeline.define(
                    "indicators/lesson.yaml",
                    INDICATORS.replace(
                                    "value: count(*)\n    region",
                                    "value: count(*)\n    parts: [[passed], [pass-share]]\n    region")
                            + PASSED);
            failed = new int[] {0, 2, 10, 0, 12};
            send("6", "2018-07-01", 9, 30, 40, 12, 20);

            pipeline.on("2018-07-10").night();

            assertThat(
                            pipeline.query(
                                    "select indicator, string_agg(coalesce(value::text, status), ' ' order by region)"
                                            + " from stats.figures where period = '2018-06' and level = 'township' group by 1 order by 1"))
                    .containsExactly("pass-share|Q Q Q 100 40", "passed|Q Q Q 12 8", "trainees|Q Q Q 12 20");
        }
    }

    @Test
    void noOtherWayLeadsToATownshipsPersons() throws SQLException {
        try (pipeline) {
            send("6", "2018-07-01", 9, 3, 6, 30);
            pipeline.on("2018-07-10").night();

            assertThat(pipeline.query("select distinct township from stats.return_lesson"))
                    .containsExactly("140222");
            assertThat(pipeline.query("select column_name from information_schema.columns where table_schema = 'stats'"
                            + " and table_name = 'return_lesson' and column_name in ('remark', 'person')"))
                    .isEmpty();
            assertThat(
                            pipeline.query(
                                    "select count(*), count(contribution), count(contribution_denominator) from"
                                            + " stats.lineage where indicator = 'pass-share' and region = '140222101' and period = '2018-06'"))
                    .containsExactly("1|0|0");
            try (Connection connection = pipeline.database().connect();
                    Statement reader = connection.createStatement()) {
                reader.execute("set role xianbao_reader");
                assertThatThrownBy(() -> reader.executeQuery("select * from xianbao.suppressed"))
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
