package org.xianbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.judge.Judged;

/**
 * What a person reads of a workbook that was checked: each return's verdict, then its findings, those of one cause
 * together.
 */
final class CheckReport {
    /** Findings of one cause that are shown unless all are asked for. */
    private static final int SOME = 5;

    private static final int WIDTH = 120;
    private static final int NARROWEST = 60;
    private static final String INDENT = "  ";

    private final Console console;
    private final boolean all;

    /** @param all whether every finding is shown that is kept in detail */
    CheckReport(Console console, boolean all) {
        this.console = console;
        this.all = all;
    }

    /** @param reply where the annotated workbook is; null when there is none */
    void print(Path file, Judged checked, @Nullable Path reply) {
        say(console.text(
                "check.file", Map.of("file", file.toString(), "state", console.text("check." + checked.state()))));
        checked.returns().forEach(each -> say(INDENT + line(each)));
        if (!checked.findings().isEmpty()) {
            boolean coloured = Paint.wanted(console.terminal(), System.getenv());
            table(checked.findings()).lines(width() - INDENT.length(), coloured).forEach(line -> say(INDENT + line));
        }
        if (reply != null) {
            say(INDENT + console.text("check.reply", Map.of("file", reply.toString())));
        }
    }

    private void say(String line) {
        console.out().println(line);
    }

    private String line(Judged.Return each) {
        return console.text(
                "check.return",
                Map.of(
                        "name", word(each.title()),
                        "sheet", each.sheet(),
                        "region", each.county(),
                        "period", each.period(),
                        "rows", "%,d".formatted(each.rows()),
                        "verdict", console.text("check." + each.verdict())));
    }

    private WrappedTable table(List<Judged.Found> findings) {
        WrappedTable table =
                new WrappedTable(Stream.of("severity", "place", "found", "text", "expected", "hint", "rule")
                        .map(key -> console.text("check.head." + key))
                        .toArray(String[]::new));
        for (List<Judged.Found> cause : causes(findings)) {
            List<Judged.Found> shown = all ? cause : cause.subList(0, Math.min(SOME, cause.size()));
            shown.forEach(found -> row(table, found));
            long total = cause.get(0).total();
            if (total > shown.size()) {
                table.across(console.text(
                        "check.more",
                        Map.of(
                                "more", "%,d".formatted(total - shown.size()),
                                "total", "%,d".formatted(total),
                                "rule", cause.get(0).rule())));
            }
        }
        return table;
    }

    private static List<List<Judged.Found>> causes(List<Judged.Found> findings) {
        Map<List<Object>, List<Judged.Found>> causes = new LinkedHashMap<>();
        findings.forEach(f -> causes.computeIfAbsent(
                        List.of(f.severity(), f.submission(), f.rule(), Objects.requireNonNullElse(f.column(), "")),
                        key -> new ArrayList<>())
                .add(f));
        return List.copyOf(causes.values());
    }

    private void row(WrappedTable table, Judged.Found found) {
        Paint paint =
                switch (found.severity()) {
                    case REJECT -> Paint.RED;
                    case QUERY -> Paint.YELLOW;
                    case NOTE -> Paint.CYAN;
                };
        String severity = console.text("check." + found.severity().name().toLowerCase(Locale.ROOT));
        table.row(
                paint,
                severity + (found.answered() ? console.text("check.answered") : ""),
                Stream.of(found.sheet(), found.cell()).filter(Objects::nonNull).collect(Collectors.joining("!")),
                printable(found.reported()),
                word(found.text()),
                printable(found.expected()),
                found.hint() == null ? "" : word(found.hint()),
                found.rule());
    }

    /** What a cell says must not steer the terminal. */
    private static String printable(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\R", "␤").replaceAll("\\p{Cntrl}", "�");
    }

    private String word(Bilingual text) {
        return printable(console.text(text));
    }

    private static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : WIDTH;
    }
}
