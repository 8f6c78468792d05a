package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Workshop;

/** What a person reads who closes a period. */
class CloseTest {
    private final Pipeline pipeline;

    CloseTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private void send(String file, String county, String day, String wages) {
        Workshop.send(pipeline.inbox().resolve(file), day, county, "2018年5月", 1, wages);
    }

    private Spoken say(Locale language, String... command) {
        pipeline.stop();
        List<String> all = new ArrayList<>(List.of(command));
        all.add("--home=" + pipeline.home());
        all.add("--jobs=" + pipeline.jobs());
        all.add("--spring.datasource.url=" + pipeline.database().url());
        return Spoken.in(language, all.toArray(new String[0]));
    }

    @Test
    void readsWhatTheEditionHoldsWhoIsMissingAndWhatItChanges() {
        try (pipeline) {
            send("may.xlsx", Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            send("may-corrected.xlsx", Workshop.TIANZHEN, "2018-06-09", "0.15");
            pipeline.on("2018-06-01").night();

            Spoken closed = say(Locale.CHINESE, "close", "2018-05", "--kind", "定案", "--as", "王处长");

            assertThat(closed.err()).isEmpty();
            assertThat(closed.code()).isZero();
            assertThat(closed.out())
                    .containsPattern("2018-05 定案（第 2 版）；截止 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d；责任人 王处长")
                    .containsPattern("依据报送 1 份，数字 16 个；校验和 [0-9a-f]{64}")
                    .containsPattern("扶贫车间用工花名册 +1/2  未报：金寨县\n")
                    .contains("与第 1 版相比，变动数字 10 个：")
                    .contains("""
                              工资总额  天镇县  1000 元 → 1500 元  +500 元 (+50.00%)
                                  更正：扶贫车间用工花名册 天镇县 2018-05，第 2 次报送，may-corrected.xlsx
                            """)
                    .contains("车间用工人次  中华人民共和国  1 人次  [P] → [D]");
        }
    }

    @Test
    void isToldInALineWhyAPeriodIsNotClosed() {
        try (pipeline) {
            send("may.xlsx", Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            assertThat(say(Locale.ENGLISH, "close", "2018-05", "--kind", "final")
                            .code())
                    .isZero();

            Spoken again = say(Locale.ENGLISH, "close", "2018-05", "--kind", "final");
            Spoken unexplained = say(Locale.CHINESE, "close", "2018-05", "--kind", "修订");
            Spoken future = say(Locale.CHINESE, "close", "2999", "--kind", "快报");
            Spoken unknown = say(
                    Locale.ENGLISH, "close", "2018Q2", "--kind", "final", "--reason", "x", "--source", "wages=press");

            assertThat(List.of(again, unexplained, future, unknown))
                    .allSatisfy(said -> assertThat(said.err()).hasLineCount(1))
                    .extracting(Spoken::code)
                    .containsOnly(ExitCode.USAGE.code());
            assertThat(again.err()).contains("2018-05 is final (定案) already", "--kind 修订 --reason");
            assertThat(unexplained.err()).contains("修订和指定来源须说明原因");
            assertThat(future.err()).contains("2999 尚未结束");
            assertThat(unknown.err()).contains("there is no indicator wages");
        }
    }

    @Test
    void isToldOfPeriodsThatWaitForARevision() {
        try (pipeline) {
            send("may.xlsx", Workshop.TIANZHEN, "2018-06-01", "0.1");
            pipeline.night();
            say(Locale.ENGLISH, "close", "2018-05", "--kind", "final");
            send("may-corrected.xlsx", Workshop.TIANZHEN, "2018-06-09", "0.15");

            Spoken night = say(Locale.ENGLISH, "nightly", "--inbox=" + pipeline.inbox());
            Spoken status = say(Locale.CHINESE, "status");

            assertThat(night.out()).contains("close a revision (修订) or leave it: 2018-05\n");
            assertThat(status.out()).containsPattern("已定案而又有新报送\n.*\n.*\n2018-05 \\| +2 \\| 定案 \\| .* \\| +1\n");
        }
    }
}
