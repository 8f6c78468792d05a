package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

class RerunTest {
    private static final String REVISIONS = "select s.return_name, s.period, v.revision, v.verdict,"
            + " p.submission is not null and p.superseded_at is null from xianbao.verdict v"
            + " join xianbao.submission s on s.id = v.submission"
            + " left join xianbao.publication p on p.submission = s.id order by 1, 2, 3";

    private final Pipeline pipeline;

    RerunTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
        try (Sent sent = new Sent(pipeline.inbox().resolve("may.xlsx"))) {
            String[] form = Workshop.form(
                    Workshop.TIANZHEN,
                    "2018年5月",
                    Workshop.row(Workshop.TIANZHEN, 0, "0.2") + "|new",
                    Workshop.row(Workshop.TIANZHEN, 1, "0.2"),
                    Workshop.row(Workshop.TIANZHEN, 2, "0.2"));
            form[3] += "|备注";
            sent.sheet("车间", form).on("2018-06-01");
        }
    }

    private String hash(String name) {
        return pipeline.query("select hash from xianbao.workbook where name = '" + name + "'")
                .get(0);
    }

    @Test
    void aStricterRuleReturnsWhatWasAcceptedAndLeavesItPublished() {
        try (pipeline) {
            pipeline.night();
            pipeline.define(
                    "returns/workshop/2010.yaml",
                    Workshop.RETURN.replace("days between 0 and 31", "days between 0 and 2"));

            NightOutcome rerun = pipeline.rerun(hash("may.xlsx"), null);

            assertThat(rerun.returned()).isEqualTo(1);
            assertThat(pipeline.query(REVISIONS))
                    .containsExactly("workshop|2018-05|1|accepted|t", "workshop|2018-05|2|returned|f");
        }
    }

    @Test
    void aNewColumnIsReadIntoANewRevisionAndTheOldRowsStay() {
        try (pipeline) {
            pipeline.night();
            String wider = Workshop.RETURN.replace("  phone:", "  note: {under: 备注, en: note, type: text}\n    phone:");
            pipeline.define("returns/workshop/2010.yaml", wider);

            NightOutcome rerun = pipeline.rerun(hash("may.xlsx"), null);

            assertThat(rerun.accepted()).isEqualTo(1);
            assertThat(pipeline.query("select days, note from published.workshop order by _row"))
                    .containsExactly("1|new", "2|", "3|");
            assertThat(pipeline.query("select s.version <> lag(s.version) over (order by s.id), count(*), count(f.note)"
                            + " from facts.workshop f join xianbao.submission s on s.id = f._submission"
                            + " group by s.id order by s.id"))
                    .containsExactly("|3|0", "t|3|1");
            assertThat(pipeline.query("select count(*), max(n) from xianbao.edition where period = '2018-05'"))
                    .as("the figures are the same, so there is nothing new to close")
                    .containsExactly("1|1");
        }
    }

    @Test
    void theSameRerunIsDoneOnce() {
        try (pipeline) {
            pipeline.night();
            NightOutcome first = pipeline.rerun(hash("may.xlsx"), null);
            List<String> revisions = pipeline.query(REVISIONS);

            NightOutcome again = pipeline.rerun(hash("may.xlsx"), null);

            assertThat(first.accepted()).isEqualTo(1);
            assertThat(again.accepted()).isZero();
            assertThat(again.lines()).singleElement().asString().contains("has been done");
            assertThat(pipeline.query(REVISIONS))
                    .isEqualTo(revisions)
                    .containsExactly("workshop|2018-05|1|accepted|f", "workshop|2018-05|2|accepted|t");
        }
    }

    @Test
    void ofOneSubmissionConcernsNoOtherReturnOfItsWorkbook() {
        try (pipeline) {
            try (Sent sent = new Sent(pipeline.inbox().resolve("two.xlsx"))) {
                sent.sheet(
                                "车间一",
                                Workshop.form(Workshop.TIANZHEN, "2018年6月", Workshop.row(Workshop.TIANZHEN, 1, "0.2")))
                        .sheet(
                                "车间二",
                                Workshop.form(Workshop.TIANZHEN, "2018年7月", Workshop.row(Workshop.TIANZHEN, 1, "0.2")))
                        .on("2018-08-01");
            }
            pipeline.night();
            long july = Long.parseLong(pipeline.query("select id from xianbao.submission where period = '2018-07'")
                    .get(0));

            NightOutcome rerun = pipeline.rerun(null, july);

            assertThat(rerun.accepted()).isEqualTo(1);
            assertThat(pipeline.query(REVISIONS))
                    .containsExactly(
                            "workshop|2018-05|1|accepted|t",
                            "workshop|2018-06|1|accepted|t",
                            "workshop|2018-07|1|accepted|f",
                            "workshop|2018-07|2|accepted|t");
            assertThat(pipeline.query(
                            "select count(*), min(region) from stats.return_workshop where period = '2018-07'"))
                    .containsExactly("1|140222");
        }
    }

    @Test
    void ofAnUnknownWorkbookSaysSo() {
        try (pipeline) {
            pipeline.night();

            assertThat(pipeline.rerun("0".repeat(64), null).lines())
                    .singleElement()
                    .asString()
                    .startsWith("nothing in the store matches workbook=000");
            assertThat(pipeline.rerun(null, 4711L).lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("nothing in the store matches submission=4711");
            assertThat(pipeline.query(REVISIONS)).hasSize(1);
        }
    }
}
