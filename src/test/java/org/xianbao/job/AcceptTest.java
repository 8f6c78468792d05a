package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.ExplainedReply;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** An administrator explains queries, and what waited for that is published. */
class AcceptTest {
    private static final String REVISIONS = "select s.region, s.period, v.revision, v.verdict, v.queries, v.answered,"
            + " p.submission is not null from xianbao.verdict v join xianbao.submission s on s.id = v.submission"
            + " left join xianbao.publication p on p.submission = s.id order by 1, 2, 3";
    private static final String OPEN = "select region, period, cell, open from stats.open_query order by 1, 2, 3";

    private final Pipeline pipeline;

    AcceptTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private Path send(String county, String month, String... wages) {
        String[] rows = new String[wages.length];
        for (int i = 0; i < wages.length; i++) {
            rows[i] = Workshop.row(county, i, wages[i]);
        }
        try (Sent sent = new Sent(pipeline.inbox().resolve(county + month + ".xlsx"))) {
            return sent.sheet("车间", Workshop.form(county, "2018年" + month + "月", rows))
                    .on("2018-0" + month + "-28");
        }
    }

    private NightOutcome accept(@Nullable String query, @Nullable Long submission, @Nullable String until) {
        return pipeline.get(Nights.class)
                .accept(
                        new Acceptance(
                                query,
                                query == null ? null : Workshop.TIANZHEN,
                                null,
                                submission,
                                "王处长",
                                "电话核实：旺季计件工资",
                                until == null ? null : LocalDate.parse(until)),
                        Progress.NONE);
    }

    private String hash(Path file) {
        return pipeline.query("select hash from xianbao.workbook where name = '" + file.getFileName() + "'")
                .get(0);
    }

    private String number(String county) {
        return pipeline.query(
                        "select query from stats.open_query where region = '" + county + "' order by period, cell")
                .get(0);
    }

    @Test
    void publishesWhatWasHeldAsANewRevision() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "5", "3");
            pipeline.night();
            assertThat(pipeline.query("select wages from stats.return_workshop"))
                    .isEmpty();

            NightOutcome accepted = accept(number(Workshop.TIANZHEN), null, null);

            assertThat(accepted.accepted()).isEqualTo(1);
            assertThat(accepted.lines()).contains("explained: workshop 140222 2018-05 wages-plausible");
            assertThat(accepted.closedPeriods()).contains("2018-05");
            assertThat(pipeline.query(REVISIONS))
                    .as("the first verdict stays as it was given")
                    .containsExactly("140222|2018-05|1|queried|1|0|f", "140222|2018-05|2|accepted|1|1|t");
            assertThat(pipeline.query("select wages from stats.return_workshop"))
                    .containsExactly("30000");
            assertThat(pipeline.query("select author, source, said, valid_until, reading from xianbao.explanation"))
                    .containsExactly("王处长|administrator|电话核实：旺季计件工资|2019-05-31|");
        }
    }

    @Test
    void theSameAgainIsDoneOnce() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "5", "3");
            pipeline.night();
            String query = number(Workshop.TIANZHEN);
            accept(query, null, null);

            NightOutcome again = accept(query, null, null);

            assertThat(again.lines()).containsExactly("no query is open under " + query + " of 140222");
            assertThat(pipeline.query("select count(*) from xianbao.verdict")).containsExactly("2");
            assertThat(pipeline.query("select count(*) from xianbao.explanation"))
                    .containsExactly("1");
        }
    }

    @Test
    void concernsThatCountyAndThatRowOnly() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "5", "3", "4");
            send(Workshop.JINZHAI, "5", "3");
            pipeline.night();

            NightOutcome accepted = accept(number(Workshop.TIANZHEN), null, null);

            assertThat(accepted.queried()).isEqualTo(1);
            assertThat(pipeline.query(OPEN)).containsExactly("140222|2018-05|G7|1", "341524|2018-05|G6|1");
        }
    }

    @Test
    void ofTheWholeRuleAnswersEveryRow() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "5", "3", "4");
            pipeline.night();
            String all = pipeline.query("select distinct query_of_all from stats.open_query")
                    .get(0);

            assertThat(accept(all, null, null).accepted()).isEqualTo(1);

            send(Workshop.TIANZHEN, "6", "3", "4", "5");
            assertThat(pipeline.night().accepted()).as("rows that are new, too").isEqualTo(1);
        }
    }

    @Test
    void reachesEveryPeriodInWhichItIsOpenUpToTheDayGiven() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "5", "3");
            send(Workshop.TIANZHEN, "6", "3");
            pipeline.night();
            String query = number(Workshop.TIANZHEN);

            assertThat(accept(query, null, "2018-05-31").accepted()).isEqualTo(1);
            assertThat(pipeline.query(OPEN)).containsExactly("140222|2018-06|G6|1");

            assertThat(accept(query, null, null).accepted()).isEqualTo(1);
            assertThat(pipeline.query(OPEN)).isEmpty();
        }
    }

    @Test
    void ofASubmissionAnswersItsRowsAndNoOthers() {
        try (pipeline) {
            send(Workshop.TIANZHEN, "5", "3", "4");
            pipeline.night();
            long submission = Long.parseLong(
                    pipeline.query("select id from xianbao.submission").get(0));

            assertThat(accept(null, submission, null).accepted()).isEqualTo(1);

            send(Workshop.TIANZHEN, "6", "3", "4", "5");
            assertThat(pipeline.night().queried()).isEqualTo(1);
            assertThat(pipeline.query(OPEN)).containsExactly("140222|2018-06|G8|1");
            assertThat(accept(null, submission, null).lines())
                    .as("a submission that a newer one has replaced")
                    .containsExactly("no query is open under submission=" + submission);
        }
    }

    @Test
    void ofAReturnThatIsSentBackWaitsForItsCorrection() {
        try (pipeline) {
            Path may = send(Workshop.TIANZHEN, "5", "3", "a lot");
            pipeline.night();

            NightOutcome accepted = accept(number(Workshop.TIANZHEN), null, null);

            assertThat(accepted.accepted() + accepted.returned()).isZero();
            assertThat(accepted.lines()).contains("sent back for other reasons too: it waits for a correction");
            assertThat(may.toFile().delete()).isTrue();
            send(Workshop.TIANZHEN, "5", "3", "0.1");
            assertThat(pipeline.night().accepted()).isEqualTo(1);
        }
    }

    @Test
    void aThousandRowsAndMoreAreCountedExactly() {
        try (pipeline) {
            pipeline.define("returns/workshop/2010.yaml", Workshop.RETURN.replace("wages <= 20000", "wages <= 100"));
            String[] wages = new String[1500];
            Arrays.fill(wages, "0.1");
            Path may = send(Workshop.TIANZHEN, "5", wages);
            pipeline.night();
            assertThat(pipeline.query("select count(*), min(open) from stats.open_query"))
                    .containsExactly("1000|1500");

            ExplainedReply reply = new ExplainedReply(may);
            pipeline.query("select query from stats.open_query").forEach(q -> reply.says(q, "新厂投产试用期补贴工资", ""));
            Path once = reply.to(pipeline.inbox().resolve("once.xlsx"), "2018-06-01");
            pipeline.night();
            assertThat(pipeline.query("select open, query = query_of_all from stats.open_query"))
                    .as("all that were told are answered; the others have no details yet")
                    .containsExactly("500|t");
            assertThat(pipeline.query(REVISIONS)).contains("140222|2018-05|2|queried|1500|1000|f");

            pipeline.rerun(hash(once), null);
            assertThat(pipeline.query("select count(*), min(open) from stats.open_query"))
                    .as("now it is they who are told")
                    .containsExactly("500|500");
            assertThat(pipeline.query(REVISIONS)).contains("140222|2018-05|3|queried|1500|1000|f");

            long submission = Long.parseLong(
                    pipeline.query("select max(id) from xianbao.submission").get(0));
            assertThat(accept(null, submission, null).accepted()).isEqualTo(1);
            assertThat(pipeline.query(REVISIONS)).contains("140222|2018-05|4|accepted|1500|1500|t");
        }
    }
}
