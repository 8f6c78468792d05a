package org.xianbao.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Workshop;

/** Every figure of a year in which counties move, merge or are divided rests on what the closing added up. */
class BoundaryTraceTest {
    private static final String BOOKS = """
            theme: {zh: 扶贫车间, en: Workshops}
            indicators:
              on-the-books: {title: {zh: 在册, en: On the books}, kind: stock, unit: 元, from: workshop, value: sum(wages)}
              best-month: {title: {zh: 最高月, en: Best month}, kind: flow, combine: max, unit: 元, from: workshop, value: sum(wages)}
              lowest-stock: {title: {zh: 最低在册, en: Lowest stock}, kind: stock, combine: min, unit: 元, from: workshop, value: sum(wages)}
              named: {title: {zh: 人数, en: Persons}, kind: stock, unit: 人, from: workshop, distinct: person}
              of-the-county: {title: {zh: 本县, en: Of the county}, kind: flow, combine: never, unit: 元, from: workshop, value: sum(wages)}
              since-new-year: {title: {zh: 本年, en: Since New Year}, kind: year-to-date, unit: 元, from: workshop, value: sum(wages)}
            """;

    private final Pipeline pipeline;

    BoundaryTraceTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN).define("indicators/books.yaml", BOOKS);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    private void owe(String... lines) {
        pipeline.define("lists/reporters.csv", "region,return,from,to,exempt\n" + String.join("\n", lines) + "\n");
    }

    /** The line that begins so begins otherwise, and is the only one of its county. */
    private void concordance(String line, String otherwise) {
        String county = line.substring(0, 7);
        pipeline.define(
                "lists/concordance.csv",
                pipeline.text("lists/concordance.csv")
                        .lines()
                        .filter(l -> l.startsWith(line) || !l.startsWith(county))
                        .map(l -> l.replace(line, otherwise))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private void send(String county, String period, String wages, int rows) {
        Workshop.send(pipeline.inbox().resolve(county + period + ".xlsx"), "2016-01-05", county, period, rows, wages);
    }

    private void shouMoves() {
        owe("341521,workshop,2015-11-01,2015-11-30,", "340422,workshop,2015-12-01,,", "341524,workshop,2015-11-01,,");
        pipeline.on("2016-01-20");
        send(Workshop.JINZHAI, "2015年12月", "0.1", 3);
        send(Workshop.SHOU, "2015年11月", "0.2", 1);
        send(Workshop.SHOU_NOW, "2015年12月", "0.3", 2);
        pipeline.night();
    }

    /** Both go into 云冈区 in February, which reports for itself from then on. */
    private void districtsMerge() {
        concordance("140202,140213,2018-02-09,split", "140202,140214,2018-02-09,merge");
        owe(
                "140202,workshop,2018-01-01,2018-01-31,",
                "140203,workshop,2018-01-01,2018-01-31,",
                "140214,workshop,2018-03-01,,");
        pipeline.on("2019-01-20");
        send(Workshop.CHENGQU, "2018年1月", "0.2", 2);
        send(Workshop.KUANGQU, "2018年1月", "0.3", 1);
        send(Workshop.YUNGANG, "2018年3月", "0.4", 4);
        pipeline.night();
    }

    private Trace trace(String indicator, String region, String period) throws SQLException {
        List<Trace> traces = pipeline.get(Tracing.class).trace(new Asked(indicator, region, period, null, null, 2, 20));
        assertThat(traces).as("%s of %s in %s", indicator, region, period).hasSize(1);
        return traces.get(0);
    }

    private void everyFigureHolds(String period) throws SQLException {
        List<String> figures =
                pipeline.query("select indicator, region, value from stats.figures where period = '" + period + "'");
        assertThat(figures).hasSizeGreaterThan(30);
        for (String figure : figures) {
            String[] part = figure.split("\\|", -1);
            assertThat(trace(part[0], part[1], period))
                    .as(figure)
                    .matches(Trace::addsUp, "adds up")
                    .matches(Trace::holds, "holds");
        }
        assertThat(pipeline.query("select f.indicator, f.region, f.value, sum(l.contribution) from stats.figures f"
                        + " left join stats.lineage l using (period, edition, indicator, region, source)"
                        + " join xianbao.indicator i on i.name = f.indicator and i.combine in ('sum', 'never')"
                        + " group by f.period, f.indicator, f.region, f.value, f.kind, f.numerator"
                        + " having coalesce(f.numerator, f.value) is distinct from sum(l.contribution)"))
                .as("the view tells the same contributions")
                .isEmpty();
    }

    private List<String> lineage(String indicator, String region, String period) {
        return pipeline.query("select reporter, submission_period, contribution from stats.lineage where indicator = '"
                + indicator + "' and region = '" + region + "' and period = '" + period + "' order by 2, 1");
    }

    @Test
    void theYearInWhichACountyMovesRestsOnItsReturnsUnderBothCodes() throws SQLException {
        shouMoves();

        everyFigureHolds("2015");
        assertThat(trace("workshop-wages", Workshop.SHOU_NOW, "2015").contributions())
                .extracting(Contribution::region)
                .containsExactly(Workshop.SHOU, Workshop.SHOU_NOW);
        assertThat(lineage("workshop-wages", "340400", "2015"))
                .containsExactly("341521|2015-11|2000", "340422|2015-12|6000");
        assertThat(lineage("on-the-books", "340400", "2015"))
                .as("the stock is what the county last said, under whatever code")
                .containsExactly("340422|2015-12|6000");
        assertThat(lineage("workshop-wages", "341500", "2015"))
                .as("寿县 is not in 六安 any more")
                .containsExactly("341524|2015-12|3000");
    }

    @Test
    void aComparisonSaysThatACountyCameSinceThePeriodBefore() {
        shouMoves();

        assertThat(pipeline.query("select region, boundary_moved from stats.comparison where period = '2015-12'"
                        + " and indicator = 'workshop-wages' and region in ('340400', '341524') order by 1"))
                .containsExactly("340400|t", "341524|f");
    }

    @Test
    void theYearInWhichCountiesMergeRestsOnAllThree() throws SQLException {
        districtsMerge();

        everyFigureHolds("2018");
        assertThat(lineage("workshop-wages", Workshop.YUNGANG, "2018"))
                .containsExactly("140202|2018-01|4000", "140203|2018-01|3000", "140214|2018-03|16000");
        assertThat(lineage("on-the-books", "140200", "2018")).containsExactly("140214|2018-03|16000");
    }

    @Test
    void aYearToDateGoesOnFromWhatTheMergedCountiesHad() throws SQLException {
        districtsMerge();

        assertThat(
                        pipeline.query(
                                "select period, region, value from stats.flow where indicator = 'since-new-year' order by 1, 2"))
                .containsExactly("2018-01|140202|4000", "2018-01|140203|3000", "2018-03|140214|9000");
    }

    @Test
    void aDividedDistrictCountsTowardsWhatHoldsAllItsParts() throws SQLException {
        owe("140202,workshop,2018-01-01,2018-01-31,", "140214,workshop,2018-03-01,,");
        pipeline.on("2019-01-20");
        send(Workshop.CHENGQU, "2018年1月", "0.2", 2);
        send(Workshop.YUNGANG, "2018年3月", "0.4", 4);
        pipeline.night();

        everyFigureHolds("2018");
        assertThat(lineage("workshop-wages", "140200", "2018"))
                .containsExactly("140202|2018-01|4000", "140214|2018-03|16000");
        assertThat(lineage("workshop-wages", Workshop.YUNGANG, "2018")).containsExactly("140214|2018-03|16000");
    }

    /** What is later said of the regions does not move a figure that stands. */
    @Test
    void anEditionKeepsTheBoundariesThatItWasClosedOn() throws SQLException {
        shouMoves();
        concordance(
                "341521,340422,2015-12-01,move",
                "341524,341524,2015-12-01,merge,,a test\n341521,341524,2015-12-01,merge");
        pipeline.define(
                "lists/regions.csv",
                pipeline.text("lists/regions.csv").replace("340422,寿县,county,340400", "340422,寿县,county,341500"));
        pipeline.get(Tracing.class);

        everyFigureHolds("2015");
        assertThat(lineage("workshop-wages", "340400", "2015")).hasSize(2);
    }

    /** Editions that were closed before their boundaries were kept get those that closing keeps. */
    @Test
    void theMigrationDrawsTheBoundariesThatClosingDraws() throws IOException {
        shouMoves();
        owe("140202,workshop,2018-01-01,2018-01-31,");
        pipeline.on("2019-01-20");
        send(Workshop.CHENGQU, "2018年1月", "0.2", 2);
        pipeline.night();
        String drawn = Files.readString(Path.of("src/main/resources/db/migration/V20__lineage_of_then.sql"));
        drawn = drawn.substring(drawn.indexOf("with day as"), drawn.indexOf("create trigger"))
                .replaceFirst("insert into xianbao.edition_place \\(.*\\)\n", "")
                .replace(";", "");
        String kept = "select edition, code, place, within from xianbao.edition_place";

        assertThat(pipeline.query("select count(*) from (" + kept + ") k").get(0))
                .isNotEqualTo("0");
        assertThat(pipeline.query("(" + drawn + ") except (" + kept + ")")).isEmpty();
        assertThat(pipeline.query("(" + kept + ") except (" + drawn + ")")).isEmpty();
    }

    @Test
    void tellsWhichReturnUnderAnOldCodeChangedAFigure() {
        shouMoves();
        pipeline.on("2016-01-21");
        Workshop.send(pipeline.inbox().resolve("corrected.xlsx"), "2016-01-20", Workshop.SHOU, "2015年11月", 1, "0.25");
        pipeline.night();

        assertThat(pipeline.query("select region, reporter, effect from stats.change_cause where period = '2015'"
                        + " and indicator = 'workshop-wages' order by region"))
                .containsExactly(
                        "100000|341521|replaced",
                        "340000|341521|replaced",
                        "340400|341521|replaced",
                        "340422|341521|replaced");
    }
}
