package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.definition.Period;
import org.xianbao.job.NightOutcome;
import org.xianbao.period.CloseRefused.Why;

class ClosingTest {
    private static final Period MAY = Period.parse("2018-05").orElseThrow();
    private static final String EDITIONS =
            "select kind || coalesce(' ' || reason, '') from stats.edition where period = '2018-05' order by edition";

    private final Pipeline pipeline;

    ClosingTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN).on("2018-06-08");
    }

    private void send(String county, String day, String wages) {
        Workshop.send(pipeline.inbox().resolve(county + day + ".xlsx"), day, county, "2018年5月", 1, wages);
    }

    private Optional<Edition> close(Edition.Kind kind, @Nullable String reason) throws SQLException {
        return pipeline.get(Closing.class).close(new Close(MAY, kind, "a statistician", reason));
    }

    private void refuses(Edition.Kind kind, @Nullable String reason, Why why) {
        assertThatThrownBy(() -> close(kind, reason))
                .isInstanceOfSatisfying(
                        CloseRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void goesFromFlashToFinalToRevisions() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            refuses(Edition.Kind.REVISION, "why not", Why.REVISION_BEFORE_FINAL);

            assertThat(close(Edition.Kind.FLASH, null)).as("holds the same").isEmpty();
            assertThat(close(Edition.Kind.FINAL, null)).isPresent();
            refuses(Edition.Kind.FLASH, null, Why.FLASH_AFTER_FINAL);
            refuses(Edition.Kind.FINAL, "again", Why.FINAL_AFTER_FINAL);
            refuses(Edition.Kind.REVISION, null, Why.NO_REASON);
            refuses(Edition.Kind.REVISION, "  ", Why.NO_REASON);
            assertThat(close(Edition.Kind.REVISION, "nothing changed")).isEmpty();

            send(Workshop.TIANZHEN, "2018-06-09", "0.2");
            pipeline.night();
            assertThat(close(Edition.Kind.REVISION, "wages corrected")).isPresent();
            refuses(Edition.Kind.FINAL, null, Why.FINAL_AFTER_FINAL);
            refuses(Edition.Kind.FLASH, null, Why.FLASH_AFTER_FINAL);
            assertThat(pipeline.query(EDITIONS)).containsExactly("快报", "定案", "修订 wages corrected");
        }
    }

    @Test
    void closesNoPeriodBeforeItsEnd() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            pipeline.on("2018-05-31");

            refuses(Edition.Kind.FINAL, null, Why.NOT_OVER);

            pipeline.on("2018-06-01");
            assertThat(close(Edition.Kind.FINAL, null)).isPresent();
        }
    }

    @Test
    void closesNothingWhereNothingIsPublished() throws SQLException {
        try (pipeline) {
            assertThat(close(Edition.Kind.FINAL, null)).isEmpty();
            assertThat(pipeline.query(EDITIONS)).isEmpty();
        }
    }

    @Test
    void keepsWhoHadNotReported() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            send(Workshop.JINZHAI, "2018-06-07", "0.1");
            pipeline.night();

            assertThat(pipeline.query("select edition, return_zh, owed, reported, unasked from stats.coverage"
                            + " where period = '2018-05' order by 1"))
                    .containsExactly("1|扶贫车间用工花名册|2|1|0", "2|扶贫车间用工花名册|2|2|0");
            assertThat(pipeline.query("select edition, return_en, region_name, missing_period, deadline < '2018-06-07'"
                            + " from stats.missing where period = '2018-05'"))
                    .containsExactly("1|Workers of the workshops|金寨县|2018-05|t");
            assertThat(pipeline.query("select distinct edition, region, status, reported, expected"
                            + " from stats.figures_by_edition where period = '2018-05' and region in ('100000', '140222')"
                            + " order by 1, 2"))
                    .containsExactly("1|100000|P|1|2", "1|140222|A|1|1", "2|100000|A|2|2", "2|140222|A|1|1");
        }
    }

    @Test
    void marksAFinalFigureThatDoesNotCoverAll() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();

            close(Edition.Kind.FINAL, null);

            assertThat(pipeline.query("select distinct region, status from stats.figures where period = '2018-05'"
                            + " and region in ('100000', '140222') order by 1"))
                    .containsExactly("100000|D", "140222|A");
        }
    }

    @Test
    void leavesToAPersonWhatComesAfterTheFinalEdition() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            assertThat(pipeline.night().revisionsDue()).isEmpty();
            close(Edition.Kind.FINAL, null);

            send(Workshop.TIANZHEN, "2018-06-09", "0.2");
            send(Workshop.JINZHAI, "2018-06-09", "0.2");
            NightOutcome night = pipeline.night();

            assertThat(night.closedPeriods()).isEmpty();
            assertThat(night.revisionsDue()).containsExactly("2018-05");
            assertThat(RevisionDue.all(pipeline.database().dataSource()))
                    .containsExactly(new RevisionDue("2018-05", 2, 2));

            close(Edition.Kind.REVISION, "a correction and a late county");
            assertThat(pipeline.night().revisionsDue()).isEmpty();
        }
    }

    @Test
    void callsForNoRevisionWhenTheSameFiguresAreSentAgain() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            close(Edition.Kind.FINAL, null);

            String otherPhone = Workshop.row(Workshop.TIANZHEN, 0, "0.1").replace("|138", "|139");
            try (Sent again = new Sent(pipeline.inbox().resolve("again.xlsx"))) {
                again.sheet("车间", Workshop.form(Workshop.TIANZHEN, "2018年5月", otherPhone))
                        .on("2018-06-09");
            }
            NightOutcome night = pipeline.night();

            assertThat(night.accepted()).isEqualTo(1);
            assertThat(night.revisionsDue()).isEmpty();
            assertThat(close(Edition.Kind.REVISION, "sent again")).isEmpty();
        }
    }

    @Test
    void tellsWhichSubmissionChangedAFigureAndThoseAboveIt() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            send(Workshop.JINZHAI, "2018-06-01", "0.3");
            pipeline.night();
            send(Workshop.TIANZHEN, "2018-06-09", "0.2");
            pipeline.night();

            assertThat(
                            pipeline.query(
                                    "select region, value_before, value, difference, difference_percent, because"
                                            + " from stats.change where period = '2018-05' and indicator = 'workshop-wages' order by 1"))
                    .containsExactly(
                            "100000|4000|5000|1000|25.00|replaced workshop 140222 2018-05",
                            "140000|1000|2000|1000|100.00|replaced workshop 140222 2018-05",
                            "140200|1000|2000|1000|100.00|replaced workshop 140222 2018-05",
                            "140222|1000|2000|1000|100.00|replaced workshop 140222 2018-05");
            assertThat(pipeline.query(
                            "select distinct indicator from stats.change where period = '2018-05' order by 1"))
                    .as("what did not change is not told")
                    .containsExactly("workshop-pay", "workshop-wages");
            assertThat(pipeline.query("select effect, reporter_name, return_period, revision_before, revision, reason,"
                            + " workbook <> workbook_before from stats.change_cause where period = '2018-05'"
                            + " and indicator = 'workshop-wages' and region = '100000'"))
                    .containsExactly("replaced|天镇县|2018-05|1|2||t");
        }
    }

    @Test
    void tellsWhyAReturnWasReadAgain() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            pipeline.define(
                    "indicators/workshop.yaml",
                    Workshop.INDICATORS.replace("value: sum(wages)\n", "value: sum(wages) * 12\n"));

            pipeline.rerun(null, 1L);

            assertThat(pipeline.query("select value_before, value, because from stats.change where period = '2018-05'"
                            + " and indicator = 'workshop-wages' and region = '100000'"))
                    .containsExactly("1000|12000|replaced workshop 140222 2018-05");
            assertThat(pipeline.query("select distinct effect, revision, reason from stats.change_cause"
                            + " where period = '2018-05'"))
                    .containsExactly("replaced|2|a test");
        }
    }

    @Test
    void tellsWhenQueriesOfAReturnWereAnswered() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.on("2018-06-01").night();
            pipeline.execute("update xianbao.publication set provisional = true");
            close(Edition.Kind.FLASH, null);
            pipeline.execute("update xianbao.publication set provisional = false");

            close(Edition.Kind.FINAL, null);

            assertThat(pipeline.query("select edition, status_before, status, because from stats.change"
                            + " where period = '2018-05' and indicator = 'workshop-wages' and region = '140222'"))
                    .containsExactly("2|P|A|confirmed workshop 140222 2018-05");
        }
    }

    @Test
    void tellsWhenOnlyTheDefinitionsMadeAFigureDiffer() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            send(Workshop.JINZHAI, "2018-06-01", "0.1");
            pipeline.night();
            pipeline.define(
                    "indicators/workshop.yaml",
                    Workshop.INDICATORS
                            .replace("value: sum(wages)\n", "value: sum(wages)\n    combine: max\n")
                            .replace("    combine: max\n    denominator", "    denominator"));

            close(Edition.Kind.FINAL, null);

            assertThat(pipeline.query(
                            "select region, value_before, value, because from stats.change where period = '2018-05'"))
                    .containsExactly("100000|2000|1000|definitions");
        }
    }

    @Test
    void asksForPercentagePointsBetweenPercentages() throws SQLException {
        try (pipeline) {
            pipeline.define(
                    "indicators/workshop.yaml",
                    Workshop.INDICATORS.replace(
                            "denominator: count(wages)", "denominator: sum(days)\n    percent: true"));
            send(Workshop.TIANZHEN, "2018-06-01", "0.0001");
            pipeline.night();
            send(Workshop.TIANZHEN, "2018-06-09", "0.0003");
            pipeline.night();

            assertThat(pipeline.query("select value_before, value, difference, difference_unit, difference_percent"
                            + " from stats.change where period = '2018-05' and indicator = 'workshop-pay'"
                            + " and region = '140222'"))
                    .containsExactly("100|300|200|百分点|");
        }
    }

    @Test
    void measuresHowMuchFirstEstimatesAreRevised() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            send(Workshop.JINZHAI, "2018-06-01", "0.4");
            pipeline.night();
            send(Workshop.TIANZHEN, "2018-06-09", "0.2");
            send(Workshop.JINZHAI, "2018-06-09", "0.3");
            pipeline.night();
            assertThat(pipeline.query("select * from stats.revision_summary"))
                    .as("as long as nothing is final")
                    .isEmpty();

            close(Edition.Kind.FINAL, null);

            assertThat(pipeline.query("select level, every, figures, unit, mean_revision, mean_absolute_revision,"
                            + " relative_mean_absolute_revision from stats.revision_summary where indicator ="
                            + " 'workshop-wages' and level in ('nation', 'county') order by 1"))
                    .containsExactly("county|month|2|元|0|1000|40.00", "nation|month|1|元|0|0|0.00");
        }
    }

    @Test
    void answersAsOfAMomentToo() throws SQLException {
        try (pipeline) {
            send(Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();

            assertThat(List.of(figures("as_of('2018-06-07')"), figures("as_of('2018-06-08')")))
                    .isEqualTo(List.of("0", "4"));
            assertThat(List.of(
                            figures("as_of_moment('2018-06-08 11:59:59+08')"),
                            figures("as_of_moment('2018-06-08 12:00:00+08')")))
                    .isEqualTo(List.of("0", "4"));
        }
    }

    @Test
    void endsADayWhereTheCountiesAre() {
        try (pipeline) {
            pipeline.night();
            assertThat(
                            pipeline.query(
                                    "with elsewhere as materialized (select set_config('TimeZone', 'America/New_York',"
                                            + " false)) select stats.end_of('2018-06-08') = '2018-06-09 00:00+08' from elsewhere"))
                    .containsExactly("t");

            pipeline.define("nightly.yaml", "cron: \"0 30 1 * * ?\"\nzone: Asia/Tokyo\ninbox: inbox\n");
            pipeline.night();
            assertThat(pipeline.query("select stats.end_of('2018-06-08') = '2018-06-09 00:00+09'"))
                    .containsExactly("t");
        }
    }

    private String figures(String when) {
        return pipeline.query("select count(*) from stats." + when + " where period = '2018-05' and region = '140222'")
                .get(0);
    }
}
