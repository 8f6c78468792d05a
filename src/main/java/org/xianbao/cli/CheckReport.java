package org.xianbao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;

/** What a person reads of a workbook that was checked: each return's verdict, then each finding with its place. */
final class CheckReport {
    private CheckReport() {}

    static ExitCode print(Path file, Judged checked, Console console) {
        console.out()
                .println(console.text(
                        "check.file",
                        Map.of("file", file.toString(), "state", console.text("check." + checked.state()))));
        for (Judged.Return each : checked.returns()) {
            console.out()
                    .println("  "
                            + console.text(
                                    "check.return",
                                    Map.of(
                                            "name", each.name(),
                                            "sheet", each.sheet(),
                                            "region", each.region(),
                                            "period", each.period(),
                                            "rows", "%,d".formatted(each.rows()),
                                            "verdict", console.text("check." + each.verdict()))));
        }
        int width = checked.findings().stream()
                .mapToInt(f -> TextWidth.of(place(f)))
                .max()
                .orElse(0);
        checked.findings().forEach(f -> console.out().println("  " + line(f, width, console)));
        untold(checked.findings(), console);
        Severity worst = checked.worst();
        if (checked.state().equals("failed")) {
            return ExitCode.FAILED;
        }
        return worst == null || worst == Severity.NOTE ? ExitCode.ACCEPTED : ExitCode.SENT_BACK;
    }

    private static String line(Judged.Found found, int width, Console console) {
        String severity = console.text("check." + found.severity().name().toLowerCase(Locale.ROOT));
        String text = console.language().getLanguage().equals("zh")
                ? found.text().zh()
                : found.text().en();
        return severity + "  " + TextWidth.pad(place(found), width, false) + "  " + text + "  [" + found.rule() + "]";
    }

    private static String place(Judged.Found found) {
        return Stream.of(found.sheet(), found.cell()).filter(Objects::nonNull).collect(Collectors.joining("!"));
    }

    /** Details are capped, counts are not. */
    private static void untold(List<Judged.Found> findings, Console console) {
        Map<List<String>, List<Judged.Found>> groups = findings.stream()
                .collect(Collectors.groupingBy(
                        f -> List.of(f.rule(), String.valueOf(f.sheet()), String.valueOf(f.column()))));
        groups.values().forEach(group -> {
            long more = group.get(0).total() - group.size();
            if (more > 0) {
                console.out()
                        .println("  "
                                + console.text(
                                        "check.more",
                                        Map.of(
                                                "more",
                                                "%,d".formatted(more),
                                                "rule",
                                                group.get(0).rule())));
            }
        });
    }
}
