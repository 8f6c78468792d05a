package org.xianbao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Replied;
import org.xianbao.period.Headlines.Headline;

/** What a person reads after a night: what came in, what became of it, and what the night itself has to say. */
final class NightReport {
    private NightReport() {}

    static void print(NightOutcome night, Path home, Console console) {
        console.out().println(console.text(nothingNew(night) ? "night.nothing-new" : "night.received", values(night)));
        if (night.accepted() + night.queried() + night.returned() > 0) {
            console.out().println(console.text("night.judged", values(night)));
        }
        Replied replied = night.replied();
        if (replied.receipts() + replied.failed() > 0) {
            console.out().println(console.text("night.replied", values(replied, home)));
        }
        if (replied.askedSince() > 0) {
            console.out().println(console.text("night.asked-since", values(replied, home)));
        }
        if (!night.closedPeriods().isEmpty()) {
            console.out()
                    .println(console.text("night.closed", Map.of("periods", String.join(" ", night.closedPeriods()))));
        }
        CloseReport.revisionsDue(night.revisionsDue(), console);
        night.lines().forEach(console.out()::println);
        new ScreenReport(console).night(night.screened());
    }

    static void headlines(List<Headline> headlines, Console console) {
        boolean chinese = console.chinese();
        int width = headlines.stream()
                .mapToInt(h -> TextWidth.of(chinese ? h.zh() : h.en()))
                .max()
                .orElse(0);
        if (!headlines.isEmpty()) {
            console.out().println(console.text("night.headlines"));
        }
        for (Headline headline : headlines) {
            String qualifier = headline.qualifier().matches("[><≈]+") ? headline.qualifier() + " " : "";
            console.out()
                    .println("  " + TextWidth.pad(chinese ? headline.zh() : headline.en(), width, false) + "  "
                            + TextWidth.pad(headline.regionName(), 6, false) + "  "
                            + TextWidth.pad(headline.period(), 10, false) + "  "
                            + TextWidth.pad(qualifier + headline.value().toPlainString(), 9, true) + " "
                            + headline.unit()
                            + (headline.source().isEmpty() ? "" : "  (" + headline.source() + ")"));
        }
    }

    private static Map<String, String> values(Replied replied, Path home) {
        return Map.of(
                "replies", Integer.toString(replied.replies()),
                "receipts", Integer.toString(replied.receipts()),
                "failed", Integer.toString(replied.failed()),
                "asked", Integer.toString(replied.askedSince()),
                "folder", home.resolve(replied.folder()).toString());
    }

    private static boolean nothingNew(NightOutcome night) {
        return night.received()
                        + night.failed()
                        + night.refused()
                        + night.accepted()
                        + night.queried()
                        + night.returned()
                == 0;
    }

    private static Map<String, String> values(NightOutcome night) {
        return Map.of(
                "night", night.night().toString(),
                "received", Integer.toString(night.received()),
                "unchanged", Integer.toString(night.unchanged()),
                "refused", Integer.toString(night.refused()),
                "failed", Integer.toString(night.failed()),
                "accepted", Integer.toString(night.accepted()),
                "queried", Integer.toString(night.queried()),
                "returned", Integer.toString(night.returned()),
                "rows", "%,d".formatted(night.rows()));
    }
}
