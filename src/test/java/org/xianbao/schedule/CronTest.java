package org.xianbao.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.ExplanationPolicy;
import org.xianbao.definition.RatioEdit;
import org.xianbao.definition.Region;
import org.xianbao.definition.ScreeningPolicy;
import org.xianbao.definition.Settings;

class CronTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void givesEveryMissedNightItsOwnDateInTheZoneOfTheCron() throws ParseException {
        Cron nightly = new Cron("0 0 2 * * ?", SHANGHAI);

        var due = nightly.due(Instant.parse("2018-10-14T18:00:00Z"), Instant.parse("2018-10-17T18:00:00Z"));

        assertThat(due)
                .extracting(Cron.Due::night)
                .containsExactly(LocalDate.of(2018, 10, 16), LocalDate.of(2018, 10, 17), LocalDate.of(2018, 10, 18));
    }

    @Test
    void makesUpAMissedDateOnceHoweverOftenItWasToFire() throws ParseException {
        Cron hourly = new Cron("0 0 * * * ?", SHANGHAI);
        Instant now = Instant.parse("2018-10-17T05:30:00Z");

        var due = hourly.due(Instant.parse("2018-10-15T16:30:00Z"), now);

        assertThat(due)
                .extracting(Cron.Due::night)
                .containsExactly(LocalDate.of(2018, 10, 16), LocalDate.of(2018, 10, 17));
        assertThat(due.get(1).through()).isEqualTo(Instant.parse("2018-10-17T05:00:00Z"));
        assertThat(hourly.due(due.get(1).through(), now)).isEmpty();
    }

    @Test
    void tellsFileAndLineOfACronThatIsNone(@TempDir Path jobs) throws Exception {
        Files.writeString(jobs.resolve("nightly.yaml"), "inbox: in\ncron: 0 0 25 * * ?\n");
        Files.writeString(jobs.resolve("close.yaml"), "cron: 0 0 3 30 2 ?\n");
        Settings settings = new Settings(
                "0 0 25 * * ?",
                "0 0 3 30 2 ?",
                SHANGHAI,
                "in",
                Settings.Queried.HELD,
                5,
                new ExplanationPolicy(12, 6, List.of()),
                new ScreeningPolicy(new RatioEdit(Region.Level.PROVINCE, 0.4, 0.05, 7, 8), 10));

        assertThat(CronCheck.check(settings, jobs))
                .extracting(DefinitionError::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("nightly.yaml:2:1: cron: '0 0 25 * * ?' is none"),
                        second -> assertThat(second).isEqualTo("close.yaml:1:1: cron: '0 0 3 30 2 ?' never fires"));
    }
}
