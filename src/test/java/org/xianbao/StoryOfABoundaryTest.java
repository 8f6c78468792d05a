package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wages paid in workshops before and after boundaries moved: 寿县 went from 六安市 to 淮南市 in December 2015, and the
 * districts of 大同市 were redrawn in February 2018.
 */
class StoryOfABoundaryTest {
    private static final String THEN = "2014-12-31";
    private static final String NOW = "2018-12-31";

    private final Pipeline pipeline;

    StoryOfABoundaryTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
        pipeline.define("lists/reporters.csv", """
                region,return,from,to,exempt
                341524,workshop,2014-06-01,,
                341521,workshop,2014-06-01,2015-11-30,
                340422,workshop,2015-12-01,,
                340421,workshop,2014-06-01,,
                """);
    }

    private void twoJunes() {
        pipeline.on("2014-07-06");
        sends(Workshop.JINZHAI, "2014", "0.1");
        sends(Workshop.FENGTAI, "2014", "0.4");
        pipeline.night();
        pipeline.on("2014-07-20");
        sends(Workshop.SHOU, "2014", "0.2");
        pipeline.night();
        pipeline.on("2018-07-20");
        sends(Workshop.JINZHAI, "2018", "0.11");
        sends(Workshop.FENGTAI, "2018", "0.44");
        sends(Workshop.SHOU_NOW, "2018", "0.22");
        pipeline.night();
    }

    /** Every figure of the samples, whatever its kind and however many sources it has. */
    @Test
    void onTheBoundariesOfItsTimeEveryFigureIsAsPublished() throws SQLException {
        assertThat(SampleNight.outcome().accepted()).isPositive();
        String figure =
                "f.period, f.indicator, f.region, f.region_name, f.level, f.source, f.value, f.unit, f.qualifier, f.kind, f.status,"
                        + " f.numerator, f.denominator, f.reported, f.expected, f.edition, f.published";
        String published = "select " + figure + " from stats.figures f where f.level <> 'township'";
        String drawn = "select " + figure + " from xianbao.newest e cross join lateral"
                + " stats.on_boundaries(e.period_end, of_period => e.period) f";
        try (Connection connection = SampleNight.database().connect();
                Statement statement = connection.createStatement();
                ResultSet differing = statement.executeQuery("select * from (((" + published + ") except (" + drawn
                        + ")) union all ((" + drawn + ") except (" + published + "))) d")) {
            List<String> rows = new ArrayList<>();
            while (differing.next()) {
                rows.add(differing.getString(1) + " " + differing.getString(2) + " " + differing.getString(3) + " "
                        + differing.getString(6) + " " + differing.getString(7) + " " + differing.getString(11) + " "
                        + differing.getString(14) + "/" + differing.getString(15));
            }
            assertThat(rows).isEmpty();
        }
    }

    @Test
    void publishedTotalsStayOnTheBoundariesOfTheirTime() {
        try (pipeline) {
            twoJunes();
            assertThat(published("2014-06"))
                    .containsExactly("全国 7000", "安徽省 7000", "淮南市 4000", "六安市 3000", "凤台县 4000", "寿县 2000", "金寨县 1000");
            assertThat(onBoundaries(THEN, "2014-06")).isEqualTo(published("2014-06"));
            assertThat(onBoundaries(NOW, "2018-06")).isEqualTo(published("2018-06"));
        }
    }

    @Test
    void totalsOfThenCanBeDrawnOnTheBoundariesOfNowAndBack() {
        try (pipeline) {
            twoJunes();
            assertThat(onBoundaries(NOW, "2014-06"))
                    .containsExactly("全国 7000", "安徽省 7000", "淮南市 6000", "六安市 1000", "凤台县 4000", "寿县 2000", "金寨县 1000");
            assertThat(onBoundaries(THEN, "2018-06"))
                    .containsExactly("全国 7700", "安徽省 7700", "淮南市 4400", "六安市 3300", "凤台县 4400", "寿县 2200", "金寨县 1100");
        }
    }

    @Test
    void aCountyIsOneUnderBothItsCodes() {
        try (pipeline) {
            twoJunes();
            assertThat(pipeline.query("select period, region, value from stats.on_boundaries('2018-12-31')"
                            + " where indicator = 'workshop-wages' and region in ('341521', '340422') and length(period) = 7"
                            + " order by period"))
                    .containsExactly("2014-06|340422|2000", "2018-06|340422|2200");
        }
    }

    @Test
    void ratiosAreDrawnFromTheirPartsAndCoverageMovesAlong() {
        try (pipeline) {
            twoJunes();
            assertThat(pipeline.query("select region, value, numerator, denominator, status, reported, expected"
                            + " from stats.on_boundaries('2018-12-31', of_indicator => 'workshop-pay', of_period => '2014-06')"
                            + " where level = 'prefecture' order by region"))
                    .containsExactly("340400|3000|6000|2|A|2|2", "341500|1000|1000|1|A|1|1");
        }
    }

    @Test
    void boundariesAndVintagesAreChosenApart() {
        try (pipeline) {
            twoJunes();
            assertThat(pipeline.query("select region, value, status, reported, expected"
                            + " from stats.on_boundaries('2018-12-31', '2014-07-06', 'workshop-wages', '2014-06')"
                            + " where level = 'prefecture' order by region"))
                    .as("寿县 had not reported, and is missing where it lies now")
                    .containsExactly("340400|4000|P|1|2", "341500|1000|A|1|1");
        }
    }

    /** One figure of the year under the code of its end: the flows under both codes, and the last of the stocks. */
    @Test
    void theYearInWhichACountyMovesHoldsAllItsMonths() {
        try (pipeline) {
            pipeline.define("indicators/books.yaml", """
                    theme: {zh: 扶贫车间, en: Workshops}
                    indicators:
                      on-the-books: {title: {zh: 在册, en: On the books}, kind: stock, unit: 元, from: workshop, value: sum(wages)}
                    """);
            pipeline.on("2016-01-20");
            sendsMonth(Workshop.SHOU, "2015年11月", "0.2");
            sendsMonth(Workshop.SHOU_NOW, "2015年12月", "0.3");
            pipeline.night();

            for (String from : List.of("stats.figures", "stats.on_boundaries('2015-12-31')")) {
                assertThat(
                                pipeline.query(
                                        "select indicator, region, value from " + from + " where period = '2015'"
                                                + " and level <> 'nation' and indicator in ('workshop-wages', 'on-the-books') order by 1, 2"))
                        .as(from)
                        .containsExactly(
                                "on-the-books|340000|3000",
                                "on-the-books|340400|3000",
                                "on-the-books|340422|3000",
                                "workshop-wages|340000|5000",
                                "workshop-wages|340400|5000",
                                "workshop-wages|340422|5000");
            }
        }
    }

    @Test
    void aDividedCountyCountsWhereAllItsPartsLieAndIsDrawnNoFurther() {
        try (pipeline) {
            twoJunes();
            chengquReports();

            assertThat(pipeline.query(divided()))
                    .containsExactly("100000|3000|A|=", "140000|3000|A|=", "140200|3000|A|=");
            assertThat(pipeline.query(divided().replace(NOW, "2017-12-31")))
                    .containsExactly("100000|3000|A|=", "140000|3000|A|=", "140200|3000|A|=", "140202|3000|A|=");
        }
    }

    @Test
    void knownSharesGiveEstimatesThatSayTheyAre() {
        try (pipeline) {
            twoJunes();
            String concordance = pipeline.text("lists/concordance.csv");
            pipeline.define(
                    "lists/concordance.csv",
                    concordance
                            .replace("140202,140213,2018-02-09,split,", "140202,140213,2018-02-09,split,0.75")
                            .replace("140202,140214,2018-02-09,split,", "140202,140214,2018-02-09,split,0.25"));
            chengquReports();

            assertThat(pipeline.query(divided()))
                    .containsExactly(
                            "100000|3000|A|=",
                            "140000|3000|A|=",
                            "140200|3000|A|=",
                            "140213|2250|E|≈",
                            "140214|750|E|≈");
        }
    }

    /** For June 2017, when 城区 was whole. */
    private void chengquReports() {
        pipeline.define(
                "lists/reporters.csv", "region,return,from,to,exempt\n140202,workshop,2017-06-01,2018-01-31,\n");
        sends(Workshop.CHENGQU, "2017", "0.3");
        pipeline.night();
    }

    private static String divided() {
        return "select region, value, status, qualifier from stats.on_boundaries('" + NOW
                + "', of_indicator => 'workshop-wages', of_period => '2017-06') order by region";
    }

    private void sendsMonth(String county, String period, String wages) {
        Workshop.send(pipeline.inbox().resolve(county + period + ".xlsx"), "2016-01-05", county, period, 1, wages);
    }

    private void sends(String county, String year, String wages) {
        Workshop.send(
                pipeline.inbox().resolve(county + year + ".xlsx"), year + "-07-03", county, year + "年6月", 1, wages);
    }

    private List<String> published(String period) {
        return wages("stats.figures", period);
    }

    private List<String> onBoundaries(String day, String period) {
        return wages("stats.on_boundaries('" + day + "')", period);
    }

    private List<String> wages(String from, String period) {
        return pipeline.query(
                "select case region when '100000' then '全国' else region_name end || ' ' || value from " + from
                        + " where indicator = 'workshop-wages' and period = '" + period + "' order by"
                        + " array_position(array['nation', 'province', 'prefecture', 'county'], level), left(region, 4), region_name");
    }
}
