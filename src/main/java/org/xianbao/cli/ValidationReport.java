package org.xianbao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.cli.CheckRun.Checked;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;

/**
 * What a check found, in the shape of the ESS's standard validation report (ESSnet ValiDat Integration, WP2, 2017): an
 * array of validations, one a finding with value 0, one a rule that held with value 1 or that could not be judged with
 * NA, and of aggregations, one where there are more findings than are kept in detail.
 */
final class ValidationReport {
    private static final String SQL = "PostgreSQL";
    private static final String OWN = "Xianbao";

    private final Definitions definitions;
    private final Console console;
    private final String time;
    private final List<Map<String, Object>> entries = new ArrayList<>();

    ValidationReport(Definitions definitions, Console console) {
        this.definitions = definitions;
        this.console = console;
        this.time = OffsetDateTime.now(definitions.settings().zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    void write(List<Checked> checked) {
        checked.forEach(each -> add(each.file(), each.judged()));
        PrintWriter to = console.writer(console.out());
        to.println(entries.stream().map(Json::of).collect(Collectors.joining(",\n", "[\n", "\n]")));
        to.flush();
    }

    private void add(Path file, Judged judged) {
        Map<Group, Long> kept =
                judged.findings().stream().collect(Collectors.groupingBy(Group::of, Collectors.counting()));
        Set<Group> counted = new HashSet<>();
        for (Judged.Found found : judged.findings()) {
            add("validation", file, rule(judged, found), data(judged, found), "0");
            Group group = Group.of(found);
            if (found.total() > kept.getOrDefault(group, 0L) && counted.add(group)) {
                Map<String, Object> count = new LinkedHashMap<>();
                count.put("language", OWN);
                count.put("expression", "count " + found.rule());
                count.put("description", console.text("check.count", Map.of("rule", found.rule())));
                add("aggregation", file, count, data(judged, found), Long.toString(found.total()));
            }
        }
        judged.returns().forEach(each -> held(file, judged, each));
    }

    private record Group(long submission, Severity severity, String rule, String column) {
        static Group of(Judged.Found found) {
            return new Group(
                    found.submission(), found.severity(), found.rule(), Objects.requireNonNullElse(found.column(), ""));
        }
    }

    private void held(Path file, Judged judged, Judged.Return each) {
        List<Judged.Found> own = judged.findings().stream()
                .filter(f -> f.submission() == each.submission())
                .toList();
        boolean unread = each.rows() == 0 && own.stream().anyMatch(f -> f.severity() == Severity.REJECT);
        for (Rule rule : rules(each)) {
            if (own.stream().noneMatch(f -> f.rule().equals(rule.name()))) {
                Map<String, Object> told = rule(rule, rule.name(), false);
                boolean failed = own.stream().anyMatch(f -> failed(f, rule));
                List<List<String>> source = List.of(key(judged, each, each.sheet(), ""));
                add("validation", file, told, data(source, each.title().zh()), unread || failed ? "NA" : "1");
            }
        }
    }

    /** The finding that a rule cannot be calculated has the rule's name among its words alone. */
    private static boolean failed(Judged.Found found, Rule rule) {
        return found.rule().equals("rule-failed")
                && List.of(found.text().en().split("[ :]+")).contains(rule.name());
    }

    private List<Rule> rules(Judged.Return each) {
        return definitions.layouts(each.name()).stream()
                .filter(layout -> layout.since().equals(each.since()))
                .flatMap(layout -> layout.rules().stream())
                .toList();
    }

    private void add(String type, Path file, Map<String, Object> expression, Map<String, Object> data, String value) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("time", time);
        event.put("actor", Version.text());
        event.put("agent", null);
        event.put("trigger", "check " + file.getFileName());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", Integer.toString(entries.size() + 1));
        entry.put("type", type);
        entry.put("event", event);
        entry.put(type.equals("validation") ? "rule" : "aggregate", expression);
        entry.put("data", data);
        entry.put("value", value);
        entries.add(entry);
    }

    private Map<String, Object> rule(Judged judged, Judged.Found found) {
        String text = console.text(found.text());
        return of(judged, found)
                .flatMap(each -> rules(each).stream().filter(r -> r.name().equals(found.rule())))
                .map(rule -> rule(rule, text, found.answered()))
                .findFirst()
                .orElseGet(() -> rule(OWN, found.rule(), found.severity(), text, found.answered()));
    }

    private static Stream<Judged.Return> of(Judged judged, Judged.Found found) {
        return Stream.ofNullable(judged.of(found));
    }

    private static Map<String, Object> rule(Rule rule, String description, boolean answered) {
        Rule.Check check = rule.check();
        if (check instanceof Rule.Check.Row row) {
            return rule(SQL, row.condition().sql(), rule.severity(), description, answered);
        }
        if (check instanceof Rule.Check.Submission submission) {
            return rule(SQL, submission.condition().sql(), rule.severity(), description, answered);
        }
        String expression = check instanceof Rule.Check.Unique unique
                ? "unique: " + unique.columns()
                : check instanceof Rule.Check.Apart apart
                        ? "unique: " + apart.columns() + ", across: counties"
                        : check instanceof Rule.Check.Totals totals
                                ? "total: " + totals.columns() + ", tolerance: " + totals.tolerance()
                                : rule.name();
        return rule(OWN, expression, rule.severity(), description, answered);
    }

    private static Map<String, Object> rule(
            String language, String expression, Severity severity, String description, boolean answered) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("language", language);
        rule.put("expression", expression);
        rule.put(
                "severity",
                switch (severity) {
                    case REJECT -> "error";
                    case QUERY -> "warning";
                    case NOTE -> "information";
                });
        rule.put("description", description);
        rule.put("status", answered ? "answered" : "");
        return rule;
    }

    private static Map<String, Object> data(Judged judged, Judged.Found found) {
        String unit =
                Stream.of(found.sheet(), found.cell()).filter(Objects::nonNull).collect(Collectors.joining("!"));
        String column = Objects.requireNonNullElse(found.column(), "");
        List<String> key = of(judged, found)
                .map(each -> key(judged, each, unit, column))
                .findFirst()
                .orElseGet(() -> List.of("", judged.hash(), unit, column));
        return data(List.of(key), found.reported());
    }

    private static Map<String, Object> data(List<List<String>> source, @Nullable String description) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", source);
        data.put("target", List.of());
        data.put("description", Objects.requireNonNullElse(description, ""));
        return data;
    }

    /** Population, measurement, unit and variable (Methodology for data validation, ESSnet 2016, ch. 5). */
    private static List<String> key(Judged judged, Judged.Return each, String unit, String variable) {
        String population = String.join(" ", each.name(), each.region(), each.period());
        return List.of(population, judged.hash(), unit, variable);
    }
}
