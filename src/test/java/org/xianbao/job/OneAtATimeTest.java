package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Workshop;

class OneAtATimeTest {
    private final Pipeline pipeline;

    OneAtATimeTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    @Test
    void theSecondOfTwoNightsSaysThatAnotherRunIsUnderWay() throws Exception {
        try (pipeline;
                Connection first = pipeline.database().connect();
                Statement statement = first.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('xianbao.nights'))");

            int code = pipeline.start().waitFor();

            assertThat(pipeline.printed())
                    .isEqualToIgnoringNewLines("another run is under way on this database; wait for it to end");
            assertThat(code).isEqualTo(6);
            assertThat(pipeline.query("select count(*) from xianbao.batch")).containsExactly("0");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneLine() throws Exception {
        try (pipeline) {
            int code = pipeline.start("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")
                    .waitFor();

            assertThat(pipeline.printed().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("no database", "127.0.0.1:1");
            assertThat(code).isEqualTo(4);
        }
    }
}
