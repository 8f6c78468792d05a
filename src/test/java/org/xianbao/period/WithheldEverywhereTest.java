package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;

/** What is withheld in one figure is in no other that people can read, nor the difference of two of them. */
class WithheldEverywhereTest {
    private static final String RETURN = """
            return: class
            title: {zh: 培训班情况表, en: Classes}
            every: month
            due: 5 days
            key: [township]
            form:
              kind: roster
              expect: {A1: "培训班情况表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4}
              columns:
                township: {under: 乡镇, en: township, type: region, required: true}
                people:   {under: 本月人数, en: trainees, type: quantity, unit: 人}
                last:     {under: 去年同月, en: a year ago, type: quantity, unit: 人}
                so_far:   {under: 本年累计, en: this year, type: quantity, unit: 人}
            """;
    private static final String INDICATORS = """
            theme: {zh: 培训, en: Training}
            indicators:
              people:
                title: {zh: 培训人数, en: Trainees}
                kind: flow
                unit: 人
                from: class
                value: sum(people)
                region: township
                year-ago: last
              last:
                title: {zh: 去年同月培训人数, en: Trainees a year ago}
                kind: flow
                unit: 人
                from: class
                value: sum(last)
                region: township
              so-far:
                title: {zh: 本年累计培训人数, en: Trainees this year}
                kind: year-to-date
                unit: 人
                from: class
                value: sum(so_far)
                region: township
            """;
    private static final List<String> TOWNSHIPS = List.of("玉泉镇", "谷前堡镇", "米薪关镇", "逯家湾镇");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"-])-?\\d+(\\.\\d+)?(?![\\w.\"-])");

    private final Pipeline pipeline;

    WithheldEverywhereTest(@TempDir Path directory) {
        pipeline = new Pipeline(directory)
                .define("indicators/class.yaml", INDICATORS)
                .defineReturn(RETURN);
    }

    private void send(String period, String day, String... townships) {
        List<String> lines = new ArrayList<>(List.of("培训班情况表", "填报单位|天镇县||报告期|" + period, "", "乡镇|本月人数|去年同月|本年累计"));
        for (int t = 0; t < townships.length; t++) {
            lines.add(TOWNSHIPS.get(t) + "|" + townships[t]);
        }
        try (Sent sent = new Sent(pipeline.inbox().resolve(day + ".xlsx"))) {
            sent.sheet("培训班", lines.toArray(String[]::new)).on(day);
        }
        pipeline.on(day.replace("-02", "-10")).night();
    }

    private List<String> townships(String indicator, String period) {
        return pipeline.query("select coalesce(value::text, status) from stats.figures where indicator = '" + indicator
                + "' and period = '" + period + "' and level = 'township' order by region");
    }

    /** 3 and, to protect it, 7919 in June; May had 100 and 7000. */
    @Test
    void noViewAndNoFunctionShowsItOrWhatItDiffersBy() throws SQLException {
        try (pipeline) {
            send("2018年5月", "2018-06-02", "100||", "7000||", "8000||", "9000||");
            send("2018年6月", "2018-07-02", "3||", "7919||", "8123||", "9001||");
            assertThat(townships("people", "2018-06")).containsExactly("Q", "Q", "8123", "9001");

            TreeMap<String, List<String>> shown = new TreeMap<>();
            List<BigDecimal> anywhere =
                    List.of(new BigDecimal("7919"), new BigDecimal("7922"), new BigDecimal("14919"));
            List<BigDecimal> there = List.of(
                    new BigDecimal("3"),
                    new BigDecimal("-97"),
                    new BigDecimal("103"),
                    new BigDecimal("919"),
                    new BigDecimal("13.13"));
            int read = 0;
            try (Connection connection = pipeline.database().connect();
                    Statement reader = connection.createStatement()) {
                reader.execute("set role xianbao_reader");
                for (String relation : relations()) {
                    try (ResultSet row =
                            reader.executeQuery("select (to_jsonb(t) - 'edition')::text from " + relation + " t")) {
                        while (row.next()) {
                            read++;
                            String text = row.getString(1);
                            boolean here = text.contains("140222100") || text.contains("140222101");
                            List<BigDecimal> numbers = NUMBER.matcher(text)
                                    .results()
                                    .map(MatchResult::group)
                                    .map(BigDecimal::new)
                                    .toList();
                            if (numbers.stream().anyMatch(n -> has(anywhere, n) || (here && has(there, n)))) {
                                shown.computeIfAbsent(relation, r -> new ArrayList<>())
                                        .add(text);
                            }
                        }
                    }
                }
            }
            assertThat(read).isGreaterThan(100);
            assertThat(shown).isEmpty();
        }
    }

    private static boolean has(List<BigDecimal> list, BigDecimal number) {
        return list.stream().anyMatch(n -> n.compareTo(number) == 0);
    }

    /** All that people can read: tables and views, and the functions that give rows. The number of an edition is no figure. */
    private List<String> relations() {
        List<String> relations = new ArrayList<>(pipeline.query(
                "select c.oid::regclass::text from pg_class c where c.relnamespace = 'stats'::regnamespace"
                        + " and c.relkind in ('r', 'p', 'v', 'm') order by 1"));
        relations.addAll(List.of(
                "stats.as_of('2018-12-31')",
                "stats.on_boundaries('2018-12-31')",
                "stats.on_boundaries('1992-12-31')",
                "stats.parts('2018-06')",
                "stats.parts('2018Q2')"));
        assertThat(relations).hasSizeGreaterThan(20).contains("stats.return_class", "stats.comparison");
        return relations;
    }

    /** A running total is a figure, and so is what it grew by. */
    @Test
    void aRunningTotalThatGrewByAFewIsWithheld() {
        try (pipeline) {
            send("2018年5月", "2018-06-02", "||100", "||200", "||300", "||400");
            send("2018年6月", "2018-07-02", "||103", "||240", "||350", "||470");
            assertThat(townships("so-far", "2018-06")).as("3 and 40 in June").containsExactly("Q", "Q", "350", "470");
        }
    }

    /** What was withheld last year must not stand in this year's column of last year. */
    @Test
    void whatAReturnStatesOfAYearAgoIsWithheldWhereItWasThen() {
        try (pipeline) {
            send("2017年6月", "2017-07-02", "3||", "40||", "50||", "60||");
            assertThat(townships("people", "2017-06")).containsExactly("Q", "Q", "50", "60");

            send("2018年6月", "2018-07-02", "30|8|", "41|40|", "51|50|", "61|60|");

            assertThat(townships("last", "2018-06")).containsExactly("Q", "Q", "50", "60");
        }
    }

    @Test
    void whatEachSubmissionContributesToATownshipIsNotTold() {
        try (pipeline) {
            send("2018年6月", "2018-07-02", "30||", "40||", "50||", "60||");

            assertThat(
                            pipeline.query(
                                    "select length(region), count(*), count(contribution) from stats.lineage"
                                            + " where indicator = 'people' and period = '2018-06' and region like '140222%' group by 1 order by 1"))
                    .containsExactly("6|1|1", "9|4|0");
        }
    }
}
