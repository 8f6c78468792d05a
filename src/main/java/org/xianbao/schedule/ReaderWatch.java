package org.xianbao.schedule;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.xianbao.database.ReaderGuard;

/** Looks after readers every few seconds, for as long as the program stays. */
final class ReaderWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ReaderGuard guard;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "reader-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> watching;

    ReaderWatch(ReaderGuard guard) {
        this.guard = guard;
    }

    @Override
    public synchronized void start() {
        watching = clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            guard.look();
        } catch (SQLException e) {
            LOG.warn("readers could not be looked after: {}", e.getMessage());
        }
    }

    /** Waits for the look that is under way, so that the database is not closed under it. */
    @Override
    public synchronized void stop() {
        watching = null;
        clock.shutdown();
        try {
            if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("readers are still being looked after");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watching != null;
    }
}
