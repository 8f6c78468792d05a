package org.xianbao.cli;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.period.Close;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;
import org.xianbao.period.EditionReport;
import org.xianbao.period.EditionReport.Cause;
import org.xianbao.period.EditionReport.Change;
import org.xianbao.period.EditionReport.Coverage;
import org.xianbao.period.EditionReport.Missing;
import org.xianbao.period.EditionReport.Statement;
import org.xianbao.period.EditionReports;

/** What a person reads who has closed a period: the edition, who is missing from it, and what it changes. */
final class CloseReport {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final EditionReport report;
    private final Console console;
    private final PrintStream out;

    private CloseReport(EditionReport report, Console console) {
        this.report = report;
        this.console = console;
        this.out = console.out();
    }

    static void print(Close asked, Services services, Console console) throws SQLException {
        Optional<Edition> edition = services.get(Closing.class).close(asked);
        if (edition.isEmpty()) {
            console.out()
                    .println(console.text(
                            "closed.nothing", Map.of("period", asked.period().label())));
            return;
        }
        EditionReport report = new EditionReports(services.get(DataSource.class)).of(edition.get());
        new CloseReport(report, console)
                .print(services.get(Definitions.class).settings().zone());
    }

    private void print(ZoneId zone) {
        Edition edition = report.edition();
        say(
                "closed",
                Map.of(
                        "period", edition.period(),
                        "kind", edition.kind().word(),
                        "n", Integer.toString(edition.n()),
                        "cutoff", MINUTES.format(report.cutOff().atZoneSameInstant(zone)),
                        "author", report.author()));
        String reason = report.reason();
        if (reason != null) {
            say("closed.reason", Map.of("reason", reason));
        }
        say(
                "closed.holds",
                Map.of(
                        "submissions", Integer.toString(edition.submissions()),
                        "figures", Integer.toString(edition.figures()),
                        "checksum", edition.checksum()));
        coverage();
        changes();
        report.undecided()
                .forEach(u -> say(
                        "closed.undecided",
                        Map.of(
                                "indicator", console.text(u.title()),
                                "region", u.region(),
                                "sources", String.join(", ", u.sources()))));
    }

    private void coverage() {
        say("closed.coverage", Map.of());
        int width = report.coverage().stream()
                .mapToInt(c -> TextWidth.of(console.text(c.title())))
                .max()
                .orElse(0);
        for (Coverage each : report.coverage()) {
            out.println("  " + TextWidth.pad(console.text(each.title()), width, false) + "  "
                    + TextWidth.pad(each.reported() + "/" + each.owed(), 7, true)
                    + (each.unasked() == 0
                            ? ""
                            : "  " + console.text("closed.unasked", Map.of("n", Integer.toString(each.unasked()))))
                    + missing(each, true)
                    + missing(each, false)
                    + more(each.absent() - each.missing().size()));
        }
    }

    private String missing(Coverage coverage, boolean due) {
        String who = coverage.missing().stream()
                .filter(m -> m.due() == due)
                .map(m -> period(m))
                .collect(Collectors.joining(", "));
        return who.isEmpty()
                ? ""
                : "  " + console.text(due ? "closed.missing" : "closed.missing.later", Map.of("who", who));
    }

    private String period(Missing missing) {
        return missing.region() + (missing.period().equals(report.edition().period()) ? "" : " " + missing.period());
    }

    private String more(int more) {
        return more <= 0 ? "" : " " + console.text("closed.more", Map.of("more", Integer.toString(more)));
    }

    private void changes() {
        Integer before = report.before();
        if (before == null) {
            return;
        }
        Map<String, String> counted =
                Map.of("before", before.toString(), "changed", Integer.toString(report.changed()));
        say(report.changed() == 0 ? "closed.unchanged" : "closed.changes", counted);
        for (Change change : report.changes()) {
            out.println("  " + change(change));
            for (Cause cause : change.causes()) {
                out.println("      " + cause(cause));
            }
            if (change.behind() > change.causes().size()) {
                out.println("     " + more(change.behind() - change.causes().size()));
            }
        }
        if (report.changed() > report.changes().size()) {
            out.println(" " + more(report.changed() - report.changes().size()));
        }
    }

    private String change(Change change) {
        StringBuilder line = new StringBuilder(console.text(change.title()))
                .append("  ")
                .append(change.region())
                .append(change.source().isEmpty() ? "" : " (" + change.source() + ")")
                .append("  ")
                .append(values(change.was(), change.is()));
        if (change.difference() != null && change.difference().signum() != 0) {
            line.append("  ")
                    .append(signed(change.difference().toPlainString()))
                    .append(' ')
                    .append(change.differenceUnit());
        }
        if (change.percent() != null && change.percent().signum() != 0) {
            line.append(" (").append(signed(change.percent().toPlainString())).append("%)");
        }
        return line.toString();
    }

    /** Before and after; where only what is said of the figure changed, the figure once. */
    private String values(@Nullable Statement was, @Nullable Statement is) {
        if (was != null && is != null && value(was).equals(value(is))) {
            return value(is) + "  " + flags(was) + " → " + flags(is);
        }
        return valueAndFlags(was) + " → " + valueAndFlags(is);
    }

    private String valueAndFlags(@Nullable Statement figure) {
        if (figure == null) {
            return "—";
        }
        boolean normal = figure.status().equals("A") && figure.published();
        return value(figure) + (normal ? "" : " " + flags(figure));
    }

    private static String value(Statement figure) {
        String qualifier = figure.qualifier().matches("[><≈]+") ? figure.qualifier() + " " : "";
        return qualifier + figure.value().toPlainString() + " " + figure.unit();
    }

    private String flags(Statement figure) {
        return "[" + figure.status() + (figure.published() ? "" : ", " + console.text("closed.unpublished")) + "]";
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private String cause(Cause cause) {
        Map<String, String> values = new HashMap<>();
        values.put("return", console.text(cause.title()));
        values.put("reporter", cause.reporter());
        values.put("period", cause.period());
        values.put("revision", String.valueOf(cause.revision()));
        values.put("workbook", String.valueOf(cause.workbook()));
        String reason =
                cause.reason() == null ? "" : console.text("closed.cause.reason", Map.of("reason", cause.reason()));
        return console.text("closed.cause." + cause.effect(), values) + reason;
    }

    private void say(String key, Map<String, String> values) {
        out.println(console.text(key, values));
    }

    /** Periods that a person is to revise; nothing when there is none. */
    static void revisionsDue(List<String> due, Console console) {
        if (!due.isEmpty()) {
            console.out().println(console.text("closed.revision-due", Map.of("periods", String.join(" ", due))));
        }
    }
}
