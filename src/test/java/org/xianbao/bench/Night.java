package org.xianbao.bench;

import java.util.Map;

/**
 * One measured night.
 *
 * @param client CPU seconds of the client by phase
 * @param server CPU of the server by phase
 * @param steps seconds on the clock by step of the job
 */
record Night(Report report, Map<Phase, Double> client, ServerPhases server, Map<String, Double> steps) {
    double seconds() {
        return report.get("wall.us") / 1e6;
    }

    double rowsASecond() {
        return report.get("rows") / seconds();
    }

    /** CPU of collectors, compilers and other threads that are not Java's. */
    double machinery() {
        return (report.get("cpu.process.us") - report.get("cpu.threads.us")) / 1e6;
    }

    /** From the start of the JVM until the night begins, in seconds. */
    double start() {
        return report.get("start.ms") / 1e3;
    }
}
