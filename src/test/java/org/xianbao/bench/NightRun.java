package org.xianbao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import jdk.jfr.Recording;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.xianbao.Xianbao;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Nights;
import org.xianbao.job.Progress;

/**
 * One night in a JVM of its own, through the program's own services: {@code home jobs inbox report samples}. Writes what
 * it measured to the report, and stack samples for {@link ClientPhases} to the last, unless that is {@code -}.
 */
final class NightRun {
    static final String CLOCK = "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration";

    private NightRun() {}

    public static void main(String[] arguments) throws IOException {
        SpringApplication spring = new SpringApplication(Xianbao.class);
        spring.setLazyInitialization(true);
        spring.setDefaultProperties(Map.of("spring.autoconfigure.exclude", CLOCK));
        try (ConfigurableApplicationContext context = spring.run(
                        "--xianbao.home=" + arguments[0],
                        "--xianbao.jobs=" + arguments[1],
                        "--xianbao.inbox=" + arguments[2]);
                Recording recording = new Recording()) {
            Nights nights = context.getBean(Nights.class);
            Report report = new Report();
            report.put(
                    "start.ms",
                    System.currentTimeMillis()
                            - ManagementFactory.getRuntimeMXBean().getStartTime());
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
            if (!arguments[4].equals("-")) {
                recording.start();
            }
            Usage usage = Usage.begin();
            NightOutcome outcome = nights.run(LocalDate.of(2018, 3, 1), Progress.NONE);
            usage.end(report);
            if (!arguments[4].equals("-")) {
                recording.stop();
                recording.dump(Path.of(arguments[4]));
            }
            report.put("rows", outcome.rows());
            report.put("received", outcome.received());
            report.put("queried", outcome.queried());
            report.put("accepted", outcome.accepted());
            report.put("replies", outcome.replied().replies());
            report.put("receipts", outcome.replied().receipts());
            report.put("unchanged", outcome.unchanged());
            report.write(Path.of(arguments[3]));
        }
        System.exit(0);
    }
}
