package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** What comes in for a return, county and period that has been reported before. */
class RevisionsTest {
    private static final String REVISIONS = "select w.name, v.revision, v.verdict, p.submission is not null,"
            + " p.superseded_at is not null from xianbao.verdict v join xianbao.submission s on s.id = v.submission"
            + " join xianbao.workbook w on w.hash = s.workbook left join xianbao.publication p on p.submission = s.id"
            + " order by v.revision";
    private static final String WAGES = "select wages from stats.return_workshop";

    private final Pipeline pipeline;

    RevisionsTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private void send(String name, String day, String wages) {
        Workshop.send(pipeline.inbox().resolve(name), day, Workshop.TIANZHEN, "2018年5月", 1, wages);
    }

    @Test
    void theLastThatCameInCounts() {
        try (pipeline) {
            send("first.xlsx", "2018-06-01", "0.1");
            pipeline.night();
            send("second.xlsx", "2018-06-02", "0.2");

            NightOutcome night = pipeline.night();

            assertThat(night.accepted()).isEqualTo(1);
            assertThat(pipeline.query(REVISIONS))
                    .containsExactly("first.xlsx|1|accepted|t|t", "second.xlsx|2|accepted|t|f");
            assertThat(pipeline.query(WAGES)).containsExactly("2000");
            assertThat(pipeline.query("select edition, value from stats.figures_by_edition where period = '2018-05'"
                            + " and indicator = 'workshop-wages' and region = '140222' order by 1"))
                    .containsExactly("1|1000", "2|2000");
        }
    }

    @Test
    void ofSeveralInOneNightTheNewestCounts() {
        try (pipeline) {
            send("a-newest.xlsx", "2018-06-03", "0.3");
            send("b-oldest.xlsx", "2018-06-01", "0.1");
            send("c-middle.xlsx", "2018-06-02", "0.2");

            pipeline.night();

            assertThat(pipeline.query(WAGES)).containsExactly("3000");
            assertThat(pipeline.query("select count(*) from xianbao.verdict")).containsExactly("3");
        }
    }

    @Test
    void anOldWorkbookReadAgainDoesNotReplaceANewerOne() {
        try (pipeline) {
            send("first.xlsx", "2018-06-01", "0.1");
            pipeline.night();
            send("second.xlsx", "2018-06-02", "0.2");
            pipeline.night();
            String first = pipeline.query("select hash from xianbao.workbook where name = 'first.xlsx'")
                    .get(0);

            pipeline.rerun(first, null);

            assertThat(pipeline.query(WAGES)).containsExactly("2000");
            assertThat(pipeline.query("select severity, rule from xianbao.finding where rule <> 'column-unknown'"))
                    .containsExactly("note|older-than-published");
        }
    }

    @Test
    void anOlderFileThatArrivesLateDoesNotReplaceANewerOne() {
        try (pipeline) {
            send("second.xlsx", "2018-06-02", "0.2");
            pipeline.night();
            send("first.xlsx", "2018-06-01", "0.1");

            pipeline.night();

            assertThat(pipeline.query(WAGES)).containsExactly("2000");
            assertThat(pipeline.query("select severity, rule from xianbao.finding where rule <> 'column-unknown'"))
                    .containsExactly("note|older-than-published");
        }
    }

    @Test
    void theSameBytesUnderAnotherNameAreNoNews() throws Exception {
        try (pipeline) {
            send("first.xlsx", "2018-06-01", "0.1");
            pipeline.night();
            Files.copy(pipeline.inbox().resolve("first.xlsx"), pipeline.inbox().resolve("again.xlsx"));

            NightOutcome night = pipeline.night();

            assertThat(night.received()).isZero();
            assertThat(night.unchanged()).isEqualTo(2);
            assertThat(pipeline.query("select name from xianbao.workbook")).containsExactly("first.xlsx");
            assertThat(pipeline.query("select count(*) from xianbao.submission"))
                    .containsExactly("1");
        }
    }

    @Test
    void aReturnThatStandsTwiceInAWorkbookIsSentBack() {
        try (pipeline) {
            String[] form = Workshop.form(Workshop.TIANZHEN, "2018年5月", Workshop.row(Workshop.TIANZHEN, 1, "0.1"));
            try (Sent sent = new Sent(pipeline.inbox().resolve("twice.xlsx"))) {
                sent.sheet("车间", form).sheet("车间 (2)", form).on("2018-06-01");
            }

            NightOutcome night = pipeline.night();

            assertThat(night.accepted()).isZero();
            assertThat(pipeline.query(WAGES)).isEmpty();
            assertThat(pipeline.query("select count(*) > 0 from xianbao.finding where rule = 'return-twice'"))
                    .containsExactly("t");
        }
    }

    @Test
    void whatIsSentBackLeavesTheAcceptedOnePublished() {
        try (pipeline) {
            send("first.xlsx", "2018-06-01", "0.1");
            pipeline.night();
            send("second.xlsx", "2018-06-02", "a lot");

            NightOutcome night = pipeline.night();

            assertThat(night.returned()).isEqualTo(1);
            assertThat(pipeline.query(REVISIONS))
                    .containsExactly("first.xlsx|1|accepted|t|f", "second.xlsx|2|returned|f|f");
            assertThat(pipeline.query(WAGES)).containsExactly("1000");
            assertThat(pipeline.query("select max(edition) from stats.figures_by_edition"))
                    .containsExactly("1");
        }
    }
}
