package org.xianbao.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.xianbao.job.Progress;

/**
 * How far long work is: on a terminal one line that is drawn again ten times a second, elsewhere a plain line every five
 * seconds and one at the end of each phase. Thread-safe.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration DRAWN = Duration.ofMillis(100);
    private static final Duration LOGGED = Duration.ofSeconds(5);
    private static final String TO_END_OF_LINE = "\u001b[K";

    private final Console console;
    private final PrintStream to;
    private final ScheduledExecutorService clock;
    private Phase phase = new Phase("", 0, 0);
    private boolean closed;

    ProgressLine(Console console) {
        this.console = console;
        this.to = console.err();
        this.clock = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "progress");
            thread.setDaemon(true);
            return thread;
        });
        long every = (console.terminal() ? DRAWN : LOGGED).toMillis();
        var ticking = clock.scheduleAtFixedRate(this::tick, every, every, TimeUnit.MILLISECONDS);
        assert !ticking.isDone();
    }

    /** One phase's counts; {@code begun} in nanoseconds. */
    private record Phase(String name, int total, long begun, LongAdder done, LongAdder rows) {
        Phase(String name, int total, long begun) {
            this(name, total, begun, new LongAdder(), new LongAdder());
        }
    }

    @Override
    public synchronized void phase(String name, int total) {
        finish();
        phase = new Phase(name, total, System.nanoTime());
        tick();
    }

    @Override
    public void done() {
        current().done.increment();
    }

    @Override
    public void rows(long more) {
        current().rows.add(more);
    }

    private synchronized Phase current() {
        return phase;
    }

    private synchronized void tick() {
        if (!closed && !phase.name.isEmpty()) {
            draw();
        }
    }

    private void draw() {
        if (console.terminal()) {
            to.print("\r" + TextWidth.cut(line(), columns() - 1) + TO_END_OF_LINE);
            to.flush();
        } else {
            to.println(line());
        }
    }

    private void finish() {
        if (!phase.name.isEmpty()) {
            draw();
            if (console.terminal()) {
                to.println();
            }
        }
    }

    @Override
    public void close() {
        end();
    }

    /** Says the last of it; what is told later is not shown. */
    synchronized void end() {
        if (!closed) {
            closed = true;
            clock.shutdownNow();
            finish();
        }
    }

    private String line() {
        Phase now = phase;
        return line(now.name, now.done.sum(), now.total, now.rows.sum(), System.nanoTime() - now.begun);
    }

    /** {@code read  12/500  35,000 rows  17,500 rows/s  1:21 left}; {@code nanos} is how long the phase has taken. */
    String line(String name, long done, int total, long rows, long nanos) {
        StringBuilder line =
                new StringBuilder(console.texts().containsKey("phase." + name) ? console.text("phase." + name) : name);
        if (total > 0 || done > 0) {
            line.append("  ").append("%,d".formatted(done));
            if (total > 0) {
                line.append("/").append("%,d".formatted(total));
            }
        }
        if (rows > 0) {
            long rate = Math.round(rows / Math.max(nanos / 1e9, 1e-3));
            line.append("  ")
                    .append(console.text(
                            "progress.rows", Map.of("rows", "%,d".formatted(rows), "rate", "%,d".formatted(rate))));
        }
        if (done > 0 && done < total) {
            long seconds = Math.round(nanos / 1e9 * (total - done) / done);
            line.append("  ").append(console.text("progress.left", Map.of("time", clock(seconds))));
        }
        return line.toString();
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
    }
}
