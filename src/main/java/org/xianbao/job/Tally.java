package org.xianbao.job;

import java.util.ArrayList;
import java.util.List;

/** What a run counts that leaves no trace in the database. Thread-safe; reset between runs. */
final class Tally {
    private int unchanged;
    private final List<String> closed = new ArrayList<>();
    private final List<String> unscreened = new ArrayList<>();

    synchronized void reset() {
        unchanged = 0;
        closed.clear();
        unscreened.clear();
    }

    synchronized void unchanged() {
        unchanged++;
    }

    synchronized void closed(String period) {
        closed.add(period);
    }

    synchronized void unscreened(String what) {
        unscreened.add(what);
    }

    synchronized int unchangedCount() {
        return unchanged;
    }

    synchronized List<String> closedPeriods() {
        return List.copyOf(closed);
    }

    /** What could not be screened. */
    synchronized List<String> unscreened() {
        return List.copyOf(unscreened);
    }
}
