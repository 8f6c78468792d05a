package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Workshop;

/** A program that runs for months knows what has come to be owed. */
class CalendarTest {
    private final Pipeline pipeline;

    CalendarTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private List<String> owed() {
        return pipeline.query("select max(period) from stats.reporting where region = '140222'");
    }

    @Test
    void everyNightKnowsThePeriodsThatHaveBegunSinceTheProgramWas() {
        try (pipeline) {
            pipeline.on("2018-06-20").night();
            assertThat(owed()).containsExactly("2018-05");

            pipeline.later("2018-09-03").night();

            assertThat(owed()).containsExactly("2018-08");
        }
    }
}
