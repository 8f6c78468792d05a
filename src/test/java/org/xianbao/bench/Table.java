package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures as Markdown: every round's, then the phases of the one whose rate is the median. */
final class Table {
    private final StringBuilder text = new StringBuilder();

    Table(String server, String pipelineHeap, String baselineHeap, List<Round> rounds) throws IOException {
        machine(server, pipelineHeap, baselineHeap);
        List<Round> sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(r -> r.roster().rowsASecond()))
                .toList();
        rounds(rounds);
        Round median = sorted.get(sorted.size() / 2);
        phases("One roster of %,d rows".formatted(median.roster().report().get("rows")), median.roster());
        phases(
                "A night of %,d workbooks, %,d rows"
                        .formatted(
                                median.small().report().get("received"),
                                median.small().report().get("rows")),
                median.small());
    }

    private void machine(String server, String pipelineHeap, String baselineHeap) throws IOException {
        line(
                "%s; %d cores of %s, %s memory; Java %s; PostgreSQL %s; pipeline %s, baseline %s",
                LocalDate.now(java.time.ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                proc("cpuinfo", "model name"),
                proc("meminfo", "MemTotal"),
                System.getProperty("java.version"),
                server,
                pipelineHeap,
                baselineHeap);
        line("");
    }

    private static String proc(String file, String key) throws IOException {
        Path path = Path.of("/proc", file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        return Files.readAllLines(path).stream()
                .filter(l -> l.startsWith(key))
                .findFirst()
                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    private void rounds(List<Round> rounds) {
        line("| | %s |", each(rounds, r -> rounds.indexOf(r) + 1, "round %.0f"));
        line("|---|%s", "---:|".repeat(rounds.size()));
        line("| pipeline, rows/s | %s |", each(rounds, r -> r.roster().rowsASecond(), "%,.0f"));
        line("| baseline, rows/s | %s |", each(rounds, Round::baselineRowsASecond, "%,.0f"));
        line("| **times the baseline** | %s |", each(rounds, Round::ratio, "%.1f"));
        line("| roster, seconds | %s |", each(rounds, r -> r.roster().seconds(), "%.2f"));
        line(
                "| baseline of %,d rows, seconds | %s |",
                rounds.get(0).baseline().get("rows"),
                each(rounds, r -> r.baseline().get("wall.us") / 1e6, "%.2f"));
        line("| roster: peak heap after collection, MB | %s |", each(rounds, r -> heap(r.roster()), "%.0f"));
        line("| small: peak heap after collection, MB | %s |", each(rounds, r -> heap(r.small()), "%.0f"));
        line("| **a small workbook, ms** | %s |", each(rounds, Round::smallMilliseconds, "%.1f"));
        Report small = rounds.get(0).small().report();
        line(
                "| of which its reply, ms (%d annotated workbooks, %d receipts in all) | %s |",
                small.get("replies"), small.get("receipts"), each(rounds, Round::replyMilliseconds, "%.1f"));
        line(
                "| start until the night begins, s | %s |",
                each(rounds, r -> r.nothing().start(), "%.2f"));
        line(
                "| a night with nothing new, s | %s |",
                each(rounds, r -> r.nothing().seconds(), "%.2f"));
        line("");
    }

    private static double heap(Night night) {
        return night.report().get("heap.after-gc") / 1048576.0;
    }

    private static String each(List<Round> rounds, ToDoubleFunction<Round> figure, String format) {
        return rounds.stream()
                .map(r -> String.format(Locale.ROOT, format, figure.applyAsDouble(r)))
                .collect(Collectors.joining(" | "));
    }

    private void phases(String title, Night night) {
        line("%s: %.2f s on the clock (%s)", title, night.seconds(), steps(night.steps()));
        line("");
        line("| CPU seconds | client | server |");
        line("|---|---:|---:|");
        double client = night.machinery();
        double server = night.server().others();
        for (Phase phase : Phase.values()) {
            double ofClient = night.client().getOrDefault(phase, 0.0);
            double ofServer = night.server().seconds(phase);
            client += ofClient;
            server += ofServer;
            line("| %s | %.2f | %.2f |", phase.title, ofClient, ofServer);
        }
        line("| garbage collection and compilation | %.2f | |", night.machinery());
        line(
                "| checkpointer, WAL writer and the like | | %.2f |",
                night.server().others());
        line("| **all** | **%.2f** | **%.2f** |", client, server);
        line("");
    }

    private static String steps(Map<String, Double> steps) {
        return steps.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
