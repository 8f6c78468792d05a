package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.definition.Period;
import org.xianbao.lineage.Asked;
import org.xianbao.lineage.Trace;
import org.xianbao.lineage.Tracing;

/** Several sources state one figure: all are kept, and one is published. */
class SourcesTest {
    private static final Period YEAR = Period.parse("2018").orElseThrow();
    private static final String RETURN = """
            return: statement
            title: {zh: 就业人数来源表, en: Statements}
            every: year
            due: 31 days
            key: []
            form:
              kind: roster
              expect: {A1: "就业人数来源表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4}
              columns:
                said_by: {under: 来源, en: source, type: code, list: speaker, required: true}
                people:  {under: 人数, en: people, type: quantity, unit: 人, qualified: true}
            """;
    private static final String SPEAKERS = """
            code,zh,en,aliases
            ministry,人社部,ministry,
            bureau,县人社局,bureau,
            press,新闻,press,
            """;
    private static final String INDICATORS = """
            theme: {zh: 就业, en: Jobs}
            indicators:
              employed:
                title: {zh: 就业人数, en: Employed}
                kind: cumulative
                unit: 人
                from: statement
                value: max(people)
                source: said_by
                publish: [ministry, bureau]
            """;

    private final Pipeline pipeline;
    private String heading = "来源|人数";

    SourcesTest(@TempDir Path directory) {
        pipeline = new Pipeline(directory);
        pipeline.define("lists/speaker.csv", SPEAKERS)
                .define("indicators/jobs.yaml", INDICATORS)
                .defineReturn(RETURN)
                .on("2019-02-01");
    }

    private void send(String county, String... rows) {
        String[] form = {"就业人数来源表", "填报单位|" + county + "||报告期|2018年", "", heading};
        try (Sent sent = new Sent(pipeline.inbox().resolve(county + ".xlsx"))) {
            sent.sheet("来源", Stream.concat(Arrays.stream(form), Arrays.stream(rows)))
                    .on("2019-01-20");
        }
    }

    private Optional<Edition> close(Edition.Kind kind, Map<String, String> sources) throws SQLException {
        return pipeline.get(Closing.class).close(new Close(YEAR, kind, "a statistician", "as agreed", sources));
    }

    private List<String> figures(String region) {
        return pipeline.query(
                "select source, value, qualifier, published from stats.figures where indicator = 'employed'"
                        + " and region = '" + region + "' order by source collate \"C\"");
    }

    @Test
    void publishesTheFirstOfThoseThatTheDefinitionNames() {
        try (pipeline) {
            send("天镇县", "县人社局|6610", "人社部|6300余", "新闻|7000余");

            pipeline.night();

            assertThat(figures("140222")).containsExactly("bureau|6610|=|f", "ministry|6300|>|t", "press|7000|>|f");
            assertThat(figures("100000")).isEqualTo(figures("140222"));
        }
    }

    @Test
    void publishesTheOnlyOneThatThereIs() {
        try (pipeline) {
            send("天镇县", "新闻|7000余");

            pipeline.night();

            assertThat(figures("140222")).containsExactly("press|7000|>|t");
        }
    }

    @Test
    void publishesNoneWhereNoneIsNamedAndSaysSo() throws SQLException {
        try (pipeline) {
            pipeline.define(
                    "indicators/jobs.yaml", INDICATORS.replace("publish: [ministry, bureau]", "publish: ministry"));
            send("天镇县", "县人社局|6610", "新闻|7000余");
            send("金寨县", "人社部|200");

            pipeline.night();

            assertThat(figures("140222")).containsExactly("bureau|6610|=|f", "press|7000|>|f");
            assertThat(figures("341524")).containsExactly("ministry|200|=|t");
            assertThat(figures("100000"))
                    .as("a total that leaves a county out is not published")
                    .containsExactly("bureau|6610|=|f", "ministry|200|=|f", "press|7000|>|f");
            Edition edition = close(Edition.Kind.FINAL, Map.of()).orElseThrow();
            assertThat(new EditionReports(pipeline.database().dataSource())
                            .of(edition)
                            .undecided())
                    .extracting(EditionReport.Undecided::region)
                    .containsExactly("中华人民共和国", "山西省", "大同市", "天镇县");
        }
    }

    @Test
    void addsUpAboveTheCountiesWhatEachOfThemPublishes() throws SQLException {
        try (pipeline) {
            send("天镇县", "县人社局|6610", "人社部|6300余");
            send("金寨县", "县人社局|200");

            pipeline.night();

            assertThat(figures("100000")).containsExactly("*|6500|>|t", "bureau|6810|=|f", "ministry|6300|>|f");
            assertThat(figures("140000")).containsExactly("bureau|6610|=|f", "ministry|6300|>|t");
            assertThat(figures("340000")).containsExactly("bureau|200|=|t");
            assertThat(pipeline.query("select reporter, contribution, contribution_qualifier from stats.lineage"
                            + " where region = '100000' and source = '*' order by 1"))
                    .containsExactly("140222|6300|>", "341524|200|=");
            assertThat(pipeline.get(Tracing.class).trace(new Asked("employed", "100000", "2018", null, "*", 2, 20)))
                    .singleElement()
                    .satisfies(trace -> assertThat(trace.holds()).isTrue());
        }
    }

    @Test
    void publishesTheSourceThatAnEditionIsToldToUntilItIsToldOtherwise() throws SQLException {
        try (pipeline) {
            send("天镇县", "县人社局|6610", "人社部|6300余", "新闻|7000余");
            pipeline.night();

            close(Edition.Kind.FINAL, Map.of("employed", "press"));
            assertThat(figures("140222")).containsExactly("bureau|6610|=|f", "ministry|6300|>|f", "press|7000|>|t");
            assertThat(pipeline.query("select region, source, published_before, published, because from stats.change"
                            + " where period = '2018' and region = '140222' order by source"))
                    .containsExactly("140222|ministry|t|f|source", "140222|press|f|t|source");

            assertThat(close(Edition.Kind.REVISION, Map.of()))
                    .as("it stays chosen")
                    .isEmpty();
            close(Edition.Kind.REVISION, Map.of("employed", ""));
            assertThat(figures("140222")).containsExactly("bureau|6610|=|f", "ministry|6300|>|t", "press|7000|>|f");
        }
    }

    /** Of a region that two report of, what each of them publishes; and what an edition chooses, as long as it stands. */
    @Test
    void restsOnTheStatementsThatWereChosenByRegionAndByReporter() throws SQLException {
        try (pipeline) {
            pipeline.define("indicators/jobs.yaml", INDICATORS + "    region: coalesce(place, region)\n")
                    .define(
                            "returns/statement/2010.yaml",
                            RETURN + "    place:   {under: 地区, en: place, type: region}\n");
            heading = "来源|人数|地区";
            send("天镇县", "县人社局|6610|", "人社部|6300余|", "新闻|7000余|");
            send("金寨县", "县人社局|200|", "县人社局|15|天镇县", "新闻|20|天镇县");
            pipeline.night();
            close(Edition.Kind.FINAL, Map.of("employed", "press"));

            everyFigureHolds();
            assertThat(lineage(1, "140222")).containsExactly("140222|6300", "341524|15");
            assertThat(lineage(2, "140222")).containsExactly("140222|7000", "341524|20");
            assertThat(lineage(2, "100000")).containsExactly("140222|7000", "341524|220");
        }
    }

    private List<String> lineage(int edition, String region) {
        return pipeline.query("select l.reporter, sum(l.contribution) from stats.lineage l"
                + " join stats.figures_by_edition f using (period, edition, indicator, region, source)"
                + " where f.published and edition = " + edition + " and region = '" + region
                + "' group by 1 order by 1");
    }

    private void everyFigureHolds() throws SQLException {
        for (String figure : pipeline.query("select edition, region, source from stats.figures_by_edition")) {
            String[] part = figure.split("\\|", -1);
            assertThat(pipeline.get(Tracing.class)
                            .trace(new Asked("employed", part[1], "2018", Integer.valueOf(part[0]), part[2], 2, 20)))
                    .as(figure)
                    .singleElement()
                    .matches(Trace::holds);
        }
    }

    @Test
    void refusesASourceThatNobodyNames() {
        try (pipeline) {
            send("天镇县", "县人社局|6610");
            pipeline.night();

            assertThatThrownBy(() -> close(Edition.Kind.FINAL, Map.of("employed", "press")))
                    .hasMessageContaining("UNKNOWN_SOURCE");
            assertThatThrownBy(() -> close(Edition.Kind.FINAL, Map.of("employees", "bureau")))
                    .hasMessageContaining("UNKNOWN_INDICATOR");
        }
    }
}
