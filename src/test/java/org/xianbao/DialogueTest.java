package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query is explained once, and not asked again until the explanation expires. */
class DialogueTest {
    private static final String REASON = "本县新建扶贫车间五月投产，实行计件工资，旺季收入较高";
    private static final String HIGH_WAGES = Workshop.row(Workshop.TIANZHEN, 1, "3");

    private final Pipeline pipeline;

    DialogueTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private Path send(String name, String day, String period, String... rows) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name + ".xlsx"))) {
            return sent.sheet("车间用工", Workshop.form(Workshop.TIANZHEN, period, rows))
                    .on(day);
        }
    }

    /** What the night made of the newest submission of a period: its verdict, and what is open. */
    private List<String> night(String period) {
        pipeline.night();
        return pipeline.query(
                "select v.verdict || coalesce(' ' || (select string_agg(q.rule || ' ' || q.cell, ' ' order by"
                        + " q.cell) from stats.open_query q where q.submission = v.submission), '') from xianbao.on_hand h"
                        + " join xianbao.verdict v on v.submission = h.id where h.period = '" + period + "'");
    }

    private String number(String period) {
        return pipeline.query("select query from stats.open_query where period = '" + period + "'")
                .get(0);
    }

    @Test
    void isAskedExplainedAcceptedNotAskedAgainExpiresAndIsAskedAgain() {
        try (pipeline) {
            Path may = send("may", "2018-06-01", "2018年5月", HIGH_WAGES);
            assertThat(night("2018-05")).containsExactly("queried wages-plausible G6");
            String query = number("2018-05");

            new ExplainedReply(may)
                    .says(query, REASON, "张统计")
                    .to(pipeline.inbox().resolve("may-explained.xlsx"), "2018-06-03");
            assertThat(night("2018-05")).containsExactly("accepted");
            assertThat(pipeline.query("select wages from stats.return_workshop"))
                    .containsExactly("30000");

            send("june", "2018-07-01", "2018年6月", HIGH_WAGES);
            assertThat(night("2018-06")).as("the next period").containsExactly("accepted");

            send("last", "2019-06-01", "2019年5月", HIGH_WAGES);
            assertThat(night("2019-05")).as("the last period of twelve months").containsExactly("accepted");

            send("expired", "2019-07-01", "2019年6月", HIGH_WAGES);
            assertThat(night("2019-06")).as("when it has expired").containsExactly("queried wages-plausible G6");
            assertThat(number("2019-06")).as("the same question").isEqualTo(query);
        }
    }
}
