package org.xianbao.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;

class ClockworkTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGUN = Instant.parse("2018-10-15T04:00:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final List<LocalDate> nights = new ArrayList<>();

    private Clockwork at(String instant) {
        return new Clockwork(database.dataSource(), Clock.fixed(Instant.parse(instant), SHANGHAI));
    }

    private static Cron nightly() throws ParseException {
        return new Cron("0 0 2 * * ?", SHANGHAI);
    }

    private void begin() throws Exception {
        at(BEGUN.toString()).begin(Firing.NIGHTLY);
    }

    @Test
    void runsNothingForTheTimeBeforeItsFirstStart() throws Exception {
        begin();

        at("2018-10-15T05:00:00Z").fire(Firing.NIGHTLY, nightly(), nights::add);

        assertThat(nights).isEmpty();
    }

    @Test
    void makesUpMissedNightsForTheirOwnDatesAndOnce() throws Exception {
        begin();

        at("2018-10-17T23:00:00Z").fire(Firing.NIGHTLY, nightly(), nights::add);
        at("2018-10-17T23:00:01Z").fire(Firing.NIGHTLY, nightly(), nights::add);

        assertThat(nights)
                .containsExactly(LocalDate.of(2018, 10, 16), LocalDate.of(2018, 10, 17), LocalDate.of(2018, 10, 18));
    }

    @Test
    void triesANightAgainThatBrokeOff() throws Exception {
        begin();
        assertThatThrownBy(() -> at("2018-10-15T18:00:00Z").fire(Firing.NIGHTLY, nightly(), night -> {
                    throw new IllegalStateException("the power went out");
                }))
                .hasMessage("the power went out");

        at("2018-10-16T10:00:00Z").fire(Firing.NIGHTLY, nightly(), nights::add);

        assertThat(nights).containsExactly(LocalDate.of(2018, 10, 16));
    }

    @Test
    void letsOneOfTwoThatFireAtTheSameTimeRunTheNight() throws Exception {
        begin();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Boolean> first = other.submit(() -> at("2018-10-15T18:00:00Z").fire(Firing.NIGHTLY, nightly(), night -> {
            nights.add(night);
            inside.countDown();
            leave.await();
        }));
        inside.await();

        boolean second = at("2018-10-15T18:00:00Z").fire(Firing.NIGHTLY, nightly(), nights::add);
        leave.countDown();

        assertThat(first.get()).isTrue();
        assertThat(second).isFalse();
        assertThat(nights).containsExactly(LocalDate.of(2018, 10, 16));
        other.shutdown();
    }

    @Test
    void keepsTheNightlyJobAndTheClosesApart() throws Exception {
        begin();
        at(BEGUN.toString()).begin(Firing.CLOSE);

        at("2018-10-15T18:00:00Z").fire(Firing.NIGHTLY, nightly(), nights::add);
        at("2018-10-15T18:00:00Z").fire(Firing.CLOSE, nightly(), nights::add);

        assertThat(nights).hasSize(2);
    }
}
