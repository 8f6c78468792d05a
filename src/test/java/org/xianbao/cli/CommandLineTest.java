package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.job.NightOutcome;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quey|there is no quey, did you mean query?",
                "nightly --nihgt 2018-01-01|there is no --nihgt, did you mean --night?",
                "nightly --night yesterday|yesterday is no date, write 2018-10-16",
                "rerun --reason x|--night=DATE | --workbook=HASH | --submission=N",
                "rerun --night 2018-01-01|missing: '--reason=TEXT'",
                "close june --kind final|june is no period",
                "close 2018|missing: '--kind=KIND'",
                "close 2018 --kind draft|draft is no kind of edition, write 快报, 定案 or 修订",
                "query \uFFFD\uFFFD|set LC_ALL=C.UTF-8",
                "screen 2018 --top 0|0 returns cannot be listed",
                "xyzzy|there is no xyzzy;"
            })
    void tellsInOneLineWhatIsWrongWithTheCommandLine(String line, String told) {
        Spoken spoken = Spoken.in(Locale.ENGLISH, line.split(" "));

        assertThat(spoken.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(spoken.err()).hasLineCount(1).contains(told);
    }

    @Test
    void helpsInTheLanguageAskedFor() {
        assertThat(Spoken.in(Locale.CHINESE, "--help").out()).contains("退出码").contains("另一进程正在办理同一作业");
        assertThat(Spoken.in(Locale.ENGLISH, "--help").out())
                .contains("Exit codes")
                .contains("a definition is wrong");
        assertThat(Arguments.of("query", "--lang", "zh").language()).isEqualTo(Locale.CHINESE);
    }

    @Test
    void tellsSettingsOfSpringFromOptions() {
        Arguments arguments = Arguments.of(
                "query", "--spring.datasource.url=jdbc:x", "-Dxianbao.home=h", "--home=x", "--", "--spring.a=b");

        assertThat(arguments.settings())
                .containsOnly(
                        java.util.Map.entry("spring.datasource.url", "jdbc:x"),
                        java.util.Map.entry("xianbao.home", "h"));
        assertThat(arguments.command()).containsExactly("query", "--home=x", "--", "--spring.a=b");
    }

    @Test
    void endsWithTheCodeOfTheWorstThatHappened() {
        assertThat(ExitCode.of(night(0, 0, 0, 0))).isEqualTo(ExitCode.ACCEPTED);
        assertThat(ExitCode.of(night(1, 0, 0, 0))).isEqualTo(ExitCode.SENT_BACK);
        assertThat(ExitCode.of(night(0, 1, 0, 0))).isEqualTo(ExitCode.SENT_BACK);
        assertThat(ExitCode.of(night(0, 0, 1, 0))).isEqualTo(ExitCode.SENT_BACK);
        assertThat(ExitCode.of(night(1, 1, 1, 1))).isEqualTo(ExitCode.FAILED);
    }

    private static NightOutcome night(int refused, int queried, int returned, int failed) {
        return new NightOutcome(
                LocalDate.of(2018, 10, 16),
                9,
                0,
                refused,
                3,
                queried,
                returned,
                failed,
                new org.xianbao.job.Replied("", 0, 0, 0, 0),
                100,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        assertThat(keys("cli_zh.properties")).containsExactlyInAnyOrderElementsOf(keys("cli.properties"));
    }

    private static List<String> keys(String bundle) throws IOException {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(CommandLineTest.class.getResourceAsStream("/messages/" + bundle)),
                StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(in);
            return List.copyOf(texts.stringPropertyNames());
        }
    }

    @Test
    void tellsHowFarWorkIsAndHowLongItWillTake() {
        Spoken ignored = Spoken.in(Locale.ENGLISH, "--version");
        assertThat(ignored.code()).isZero();
        ProgressLine line = new ProgressLine(Console.system(Locale.ENGLISH));

        assertThat(line.line("read", 25, 100, 50_000, 10_000_000_000L))
                .isEqualTo("reading  25/100  50,000 rows, 5,000 rows/s  0:30 left");
        line.close();
    }
}
