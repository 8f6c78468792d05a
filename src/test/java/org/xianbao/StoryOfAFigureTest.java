package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.definition.Period;
import org.xianbao.period.Close;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;

/**
 * One figure from its first estimate on: the wages paid in June 2015 in the workshops of 六安市, to which 金寨县 and, until
 * that November, 寿县 belonged. Whoever asks for it as of a day gets what had been published by then.
 */
class StoryOfAFigureTest {
    private static final String LIUAN = "341500";
    private static final String JUNE = "2015年6月";

    private final Pipeline pipeline;

    StoryOfAFigureTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
        pipeline.define("lists/reporters.csv", """
                region,return,from,to,exempt
                341524,workshop,2015-06-01,,
                341521,workshop,2015-06-01,2015-11-30,
                """);
    }

    @Test
    void isToldAsItWasKnownOnEachDay() throws SQLException {
        try (pipeline) {
            firstEstimate();
            lateCounty();
            correction();
            finalFigure();

            assertThat(asOf("2015-07-05")).isEmpty();
            assertThat(asOf("2015-07-06")).containsExactly("1000|元|P|快报|1|2");
            assertThat(asOf("2015-07-08")).isEqualTo(asOf("2015-07-06"));
            assertThat(asOf("2015-07-09")).containsExactly("3000|元|A|快报|2|2");
            assertThat(asOf("2015-07-20")).containsExactly("3500|元|A|快报|2|2");
            assertThat(asOf("2015-08-31")).containsExactly("3500|元|A|定案|2|2");
            assertThat(asOf("2018-12-31")).isEqualTo(asOf("2015-08-31"));

            revisedBoundary();
            assertThat(asOf("2015-12-31")).as("what was published stays").isEqualTo(asOf("2015-08-31"));
            assertThat(onBoundaries("2015-12-31", "2015-12-31")).containsExactly("1500|元|A|定案|1|1");
            assertThat(onBoundaries("2015-12-31", "2015-07-09")).containsExactly("1000|元|A|快报|1|1");
            assertThat(onBoundaries("2015-11-30", "2015-12-31")).isEqualTo(asOf("2015-12-31"));

            assertThat(changes())
                    .containsExactly(
                            "2|1000|3000|2000|元|200.00|entered workshop 341521 2015-06",
                            "3|3000|3500|500|元|16.67|replaced workshop 341524 2015-06");
            assertThat(vintages()).containsExactly("1000|3000|3500|3500|2500|250.00");
        }
    }

    /** The deadline has passed; 寿县 has not reported. */
    private void firstEstimate() {
        pipeline.on("2015-07-06");
        sends(Workshop.JINZHAI, "jinzhai.xlsx", "2015-07-03", "0.1");
        pipeline.night();
    }

    private void lateCounty() {
        pipeline.on("2015-07-09");
        sends(Workshop.SHOU, "shou.xlsx", "2015-07-08", "0.2");
        pipeline.night();
    }

    private void correction() {
        pipeline.on("2015-07-20");
        sends(Workshop.JINZHAI, "jinzhai-corrected.xlsx", "2015-07-19", "0.15");
        pipeline.night();
    }

    private void finalFigure() throws SQLException {
        pipeline.on("2015-08-31");
        Period june = Period.parse("2015-06").orElseThrow();
        assertThat(pipeline.get(Closing.class).close(new Close(june, Edition.Kind.FINAL, "a statistician", null)))
                .isPresent();
    }

    /** In December 寿县 goes from 六安 to 淮南. */
    private void revisedBoundary() {
        pipeline.on("2015-12-31");
    }

    private void sends(String county, String file, String day, String wages) {
        Workshop.send(pipeline.inbox().resolve(file), day, county, JUNE, 1, wages);
    }

    private List<String> asOf(String day) {
        return pipeline.query("select value, unit, status, edition_kind, reported, expected from stats.as_of('" + day
                + "') where " + figure());
    }

    private List<String> onBoundaries(String day, String asKnownOn) {
        return pipeline.query("select value, unit, status, edition_kind, reported, expected from stats.on_boundaries('"
                + day + "', '" + asKnownOn + "') where " + figure());
    }

    private List<String> changes() {
        return pipeline.query("select edition, value_before, value, difference, difference_unit, difference_percent,"
                + " because from stats.change where " + figure() + " order by edition");
    }

    private List<String> vintages() {
        return pipeline.query("select first, second, third, final, revision, revision_percent from stats.revision"
                + " where " + figure());
    }

    private static String figure() {
        return "indicator = 'workshop-wages' and region = '" + LIUAN + "' and period = '2015-06'";
    }
}
