package org.xianbao.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.impact.Impact;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a person reads of what an act would change: returns, findings, figures, each from and to. */
final class ImpactReport {
    private static final String NOTHING = "–";
    private static final int LINES = 60;

    private final Console console;

    ImpactReport(Console console) {
        this.console = console;
    }

    void json(Impact impact) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        console.out().println(mapper.writeValueAsString(impact));
    }

    void print(Impact impact) {
        if (impact.known()) {
            console.out().println(console.text("impact.known"));
        }
        console.out()
                .println(console.text(
                        "impact.replayed",
                        Map.of(
                                "returns", "%,d".formatted(impact.replayed()),
                                "seconds",
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f",
                                                impact.took().toMillis() / 1000.0))));
        if (impact.left() > 0) {
            console.out().println(console.text("impact.left", Map.of("left", "%,d".formatted(impact.left()))));
        }
        returns(impact.returns());
        findings(impact.findings());
        figures(impact.figures());
        if (!impact.any()) {
            console.out().println(console.text("impact.nothing"));
        }
    }

    private void returns(List<Impact.Reconsidered> returns) {
        if (returns.isEmpty()) {
            return;
        }
        Map<String, String> counts = new HashMap<>();
        counts.put("n", "%,d".formatted(returns.size()));
        counts.put("pass", "%,d".formatted(count(returns, Impact.Reconsidered::newlyPasses)));
        counts.put("fail", "%,d".formatted(count(returns, Impact.Reconsidered::newlyFails)));
        console.out().println(console.text("impact.returns", counts));
        table(returns.stream()
                .map(r -> List.of(
                        r.newlyFails() ? "-" : r.newlyPasses() ? "+" : " ",
                        console.text(r.title()),
                        r.county(),
                        r.period(),
                        verdict(r.before()) + " → " + verdict(r.after()),
                        r.workbook() + " [" + r.sheet() + "]"))
                .toList());
    }

    private static long count(List<Impact.Reconsidered> returns, Function<Impact.Reconsidered, Boolean> which) {
        return returns.stream().filter(which::apply).count();
    }

    private String verdict(@Nullable String verdict) {
        return verdict == null ? NOTHING : console.text("impact." + verdict);
    }

    private void findings(List<Impact.RuleCount> findings) {
        if (findings.isEmpty()) {
            return;
        }
        console.out().println(console.text("impact.findings"));
        table(findings.stream()
                .map(f -> List.of(
                        console.text("check." + f.severity()).strip(),
                        f.rule(),
                        "%,d → %,d".formatted(f.before(), f.after())))
                .toList());
    }

    private void figures(List<Impact.FigureChange> figures) {
        Map<String, List<Impact.FigureChange>> byPeriod = figures.stream()
                .collect(Collectors.groupingBy(Impact.FigureChange::period, LinkedHashMap::new, Collectors.toList()));
        byPeriod.forEach((period, changes) -> {
            Impact.FigureChange any = changes.get(0);
            console.out()
                    .println(console.text(
                            any.closed() ? "impact.figures" : "impact.figures-first",
                            Map.of(
                                    "period", period,
                                    "edition", Integer.toString(any.edition()),
                                    "n", "%,d".formatted(changes.size()))));
            table(changes.stream().map(this::figure).toList());
        });
    }

    private List<String> figure(Impact.FigureChange change) {
        Impact.Value before = change.before();
        Impact.Value after = change.after();
        boolean number = before == null || after == null || !number(before).equals(number(after));
        String values = number ? number(before) + " → " + number(after) : number(before);
        return List.of(
                console.text(change.title()) + (change.source().isEmpty() ? "" : " (" + change.source() + ")"),
                change.regionName(),
                values + " " + change.unit(),
                turned(before, after, Impact.Value::status),
                turned(before, after, v -> v.reported() + "/" + v.expected()));
    }

    /** Only where it changes. */
    private static String turned(
            Impact.@Nullable Value before, Impact.@Nullable Value after, Function<Impact.Value, String> part) {
        if (before == null || after == null) {
            return "";
        }
        String was = part.apply(before);
        String is = part.apply(after);
        return was.equals(is) ? "" : was + " → " + is;
    }

    private static String number(Impact.@Nullable Value value) {
        if (value == null) {
            return NOTHING;
        }
        String number = value.value().stripTrailingZeros().toPlainString();
        String qualifier = value.qualifier();
        return qualifier.equals("=") ? number : qualifier + " " + number;
    }

    private void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        List<List<String>> shown = rows.subList(0, Math.min(LINES, rows.size()));
        int[] widths = new int[columns];
        for (List<String> row : shown) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        for (List<String> row : shown) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < columns; i++) {
                line.append(' ')
                        .append(TextWidth.pad(row.get(i), widths[i], false))
                        .append(' ');
            }
            console.out().println(line.toString().stripTrailing());
        }
        if (shown.size() < rows.size()) {
            console.out()
                    .println("  "
                            + console.text("impact.more", Map.of("n", "%,d".formatted(rows.size() - shown.size()))));
        }
    }
}
