package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.SampleNight;

/** The queries that the documents show answer what the documents show, on the samples. */
class DocumentedQueriesTest {
    private static final Pattern SHOWN =
            Pattern.compile("```\njava -jar target/xianbao.jar query \"([^\"]*)\"\n((?!```).*?)```\n", Pattern.DOTALL);

    static Stream<Arguments> shown() throws IOException {
        Matcher shown = SHOWN.matcher(
                Files.readString(Path.of("README.md")) + Files.readString(Path.of("src/docs/statistician.md")));
        return shown.results().map(r -> Arguments.of(r.group(1), r.group(2)));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void answersAsShown(String sql, String answer, @TempDir Path home) {
        assertThat(Spoken.by(SampleNight.database(), home, "query", sql).out()).isEqualTo(answer);
    }
}
