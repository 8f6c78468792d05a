package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;

class SecondNightTest {
    /** The run's own record. */
    private static final Set<String> RUN = Set.of("xianbao.batch", "xianbao.night");

    @Test
    void changesNoRow(@TempDir Path directory) {
        try (Pipeline pipeline = Pipeline.ofProject(directory)) {
            NightOutcome first = pipeline.night();
            Map<String, String> before = pipeline.tables("facts", "stats", "xianbao");
            pipeline.stop();

            NightOutcome second = pipeline.night();

            assertThat(first.received()).isGreaterThan(100);
            assertThat(before.get("stats.observation")).doesNotStartWith("0 rows");
            assertThat(second.received()).isZero();
            assertThat(second.unchanged()).isEqualTo(first.received());
            assertThat(second.closedPeriods()).isEmpty();
            Map<String, String> after = pipeline.tables("facts", "stats", "xianbao");
            before.keySet().removeAll(RUN);
            after.keySet().removeAll(RUN);
            assertThat(after).isEqualTo(before);
        }
    }
}
