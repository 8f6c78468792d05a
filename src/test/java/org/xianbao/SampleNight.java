package org.xianbao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Nights;
import org.xianbao.job.Progress;

/** The sample returns read, judged and closed, once for all tests that only look at what came of them. */
public final class SampleNight {
    static final LocalDate DAY = LocalDate.of(2019, 2, 1);

    private static final TestDatabase DATABASE = TestDatabase.empty(); // the night's own migration
    private static final ConfigurableApplicationContext CONTEXT = context(DATABASE.url());
    private static final NightOutcome OUTCOME = CONTEXT.getBean(Nights.class).run(DAY, Progress.NONE);

    private SampleNight() {}

    public static TestDatabase database() {
        return DATABASE;
    }

    public static NightOutcome outcome() {
        return OUTCOME;
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** The program on a database that has nothing in it yet, for the caller to run a night and close. */
    static ConfigurableApplicationContext context(String url) {
        SpringApplication spring = new SpringApplication(Xianbao.class);
        spring.setDefaultProperties(Map.of(
                "spring.datasource.url",
                url,
                "xianbao.home",
                home().toString(),
                "spring.autoconfigure.exclude",
                "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration",
                "spring.main.lazy-initialization",
                "true"));
        return spring.run();
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sample-home");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
