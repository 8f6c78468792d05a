package org.xianbao.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.util.FileSystemUtils;
import org.xianbao.TestDatabase;
import org.xianbao.Xianbao;

/** The whole clock on a real database; what fires is waited for, not timed. */
class ServeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TestDatabase database = TestDatabase.migrated();
    private final BlockingQueue<LocalDate> nights = new LinkedBlockingQueue<>();
    private final Path directory;

    ServeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void definitions() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("jobs"), directory.resolve("jobs"));
        Files.createDirectories(directory.resolve("inbox"));
        nightlyAt("0 0 4 1 1 ? 2098");
    }

    private void nightlyAt(String cron) throws IOException {
        Files.writeString(
                directory.resolve("jobs/nightly.yaml"), "cron: \"" + cron + "\"\nzone: Asia/Shanghai\ninbox: inbox\n");
    }

    private ConfigurableApplicationContext serve() {
        SpringApplication application = new SpringApplication(Xianbao.class);
        application.addListeners((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof NightRan night) {
                nights.add(night.outcome().night());
            }
        });
        return application.run(
                "--xianbao.serve=true",
                "--xianbao.home=" + directory.resolve("home"),
                "--xianbao.jobs=" + directory.resolve("jobs"),
                "--xianbao.inbox=" + directory.resolve("inbox"),
                "--spring.datasource.url=" + database.url());
    }

    private String ask(String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void tell(String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void runsTheNightOnceWhereTwoSchedulersFire() throws Exception {
        ZonedDateTime soon = ZonedDateTime.now(SHANGHAI).plusSeconds(20);
        nightlyAt("%d %d %d * * ?".formatted(soon.getSecond(), soon.getMinute(), soon.getHour()));

        try (ConfigurableApplicationContext one = serve();
                ConfigurableApplicationContext two = serve()) {
            assertThat(List.of(one.isActive(), two.isActive())).containsOnly(true);
            assertThat(nights.poll(2, TimeUnit.MINUTES)).isEqualTo(soon.toLocalDate());
        }

        assertThat(nights).isEmpty();
        assertThat(ask("select count(*) from xianbao.batch where name like 'night:%'"))
                .isEqualTo("1");
    }

    @Test
    void makesUpAMissedNightForItsOwnDateAndFollowsAChangedCron() throws Exception {
        serve().close();
        LocalDate missed = LocalDate.now(SHANGHAI).minusDays(1);
        tell("update xianbao.firing set through = now() - interval '2 days', night = '" + missed.minusDays(1) + "'"
                + " where job = 'nightly'");
        nightlyAt("59 59 23 %d %d ?".formatted(missed.getDayOfMonth(), missed.getMonthValue()));

        try (ConfigurableApplicationContext context = serve()) {
            assertThat(context.isActive()).isTrue();
            assertThat(nights.poll(2, TimeUnit.MINUTES)).isEqualTo(missed);
        }

        assertThat(ask("select cron_expression from qrtz_cron_triggers where trigger_group = 'nightly'"))
                .startsWith("59 59 23");
    }
}
