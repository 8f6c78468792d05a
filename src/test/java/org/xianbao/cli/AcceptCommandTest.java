package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

class AcceptCommandTest {
    private final Pipeline pipeline;

    AcceptCommandTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private Spoken run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--jobs=" + pipeline.jobs());
        all.add("--inbox=" + pipeline.inbox());
        return Spoken.by(pipeline.database(), pipeline.home(), all.toArray(new String[0]));
    }

    @Test
    void statusShowsTheNumberAndAcceptTakesIt() {
        try (pipeline) {
            try (Sent sent = new Sent(pipeline.inbox().resolve("may.xlsx"))) {
                sent.sheet("车间", Workshop.form(Workshop.TIANZHEN, "2018年5月", Workshop.row(Workshop.TIANZHEN, 1, "3")))
                        .on("2018-06-01");
            }
            assertThat(run("nightly", "--night=2018-06-02").code()).isEqualTo(1);
            String query = pipeline.query("select query from stats.open_query").get(0);
            assertThat(run("status").out()).contains(query).contains("车间!G6");

            Spoken accepted = run(
                    "accept",
                    query.toLowerCase(java.util.Locale.ROOT),
                    "--county",
                    "天镇县",
                    "--as=王处长",
                    "--reason=旺季计件工资");

            assertThat(accepted.code()).isZero();
            assertThat(accepted.out()).contains("1 returns accepted").contains("explained: workshop 140222 2018-05");
            assertThat(run("status").out()).doesNotContain(query);
            assertThat(run("accept", query, "--county", "天镇县", "--as=王处长", "--reason=旺季计件工资")
                            .out())
                    .contains("no query is open under " + query);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accept Q12 --county 140222 --as me --reason why|Q12 is no number of a query",
                "accept Q12AB34CD56 --county nowhere --as me --reason why|there is no county nowhere",
                "accept Q12AB34CD56 --county 140222 --return none --as me --reason why|there is no return none",
                "accept Q12AB34CD56 --as me --reason why|missing: QUERY, --county",
                "accept --submission 1 --reason why|missing: '--as=NAME'",
                "accept --as me --reason why|missing:",
                "accept Q12AB34CD56 --county 140222 --submission 1 --as me --reason why|--submission stands alone",
                "accept --submission 1 --as me --reason ……|says nothing"
            })
    void tellsWhatIsWrongWithTheCommandLine(String line, String told) {
        try (pipeline) {
            Spoken spoken = run(line.split(" "));

            assertThat(spoken.err()).hasLineCount(1).contains(told);
            assertThat(spoken.code()).isEqualTo(ExitCode.USAGE.code());
        }
    }
}
