package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one measurement tells another process: names and whole numbers, a line each. */
final class Report {
    private final Map<String, Long> values = new TreeMap<>();

    static Report read(Path file) throws IOException {
        Report report = new Report();
        for (String line : Files.readAllLines(file)) {
            int at = line.indexOf('=');
            report.put(line.substring(0, at), Long.parseLong(line.substring(at + 1)));
        }
        return report;
    }

    void put(String name, long value) {
        values.put(name, value);
    }

    long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file,
                values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
