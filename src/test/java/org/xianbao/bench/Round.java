package org.xianbao.bench;

/**
 * One round's measurements, in the order in which they were made, each in a JVM of its own.
 *
 * @param small a night of small workbooks
 * @param roster a night of one large roster
 * @param nothing a night that finds nothing new
 * @param baseline the same roster the usual way
 */
record Round(Night small, Night roster, Report baseline, Night nothing) {
    double baselineRowsASecond() {
        return baseline.get("rows") / (baseline.get("wall.us") / 1e6);
    }

    double ratio() {
        return roster.rowsASecond() / baselineRowsASecond();
    }

    double smallMilliseconds() {
        return small.seconds() * 1000 / small.report().get("received");
    }

    /** Of the step that writes annotated workbooks and receipts, on the clock. */
    double replyMilliseconds() {
        return small.steps().getOrDefault("reply", 0.0) * 1000 / small.report().get("received");
    }
}
