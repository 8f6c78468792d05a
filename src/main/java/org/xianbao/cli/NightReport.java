package org.xianbao.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xianbao.definition.Period;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Replied;
import org.xianbao.period.Headlines.Headline;
import org.xianbao.screening.Screening;
import org.xianbao.screening.Suspect;

/** What a person reads after a night: what came in, what became of it, and what the night itself has to say. */
final class NightReport {
    private static final int LOOKED_AT = 10;

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
    }

    /** Where returns of a period that was closed stand out, and how to see which. */
    static void screened(NightOutcome night, Screening screening, Console console) throws SQLException {
        for (String label : night.closedPeriods()) {
            Optional<Period> period = Period.parse(label);
            if (period.isPresent()) {
                long outlying = screening.first(period.get(), LOOKED_AT).stream()
                        .filter(Suspect::outlying)
                        .count();
                if (outlying > 0) {
                    console.out()
                            .println(console.text(
                                    "night.screened", Map.of("period", label, "n", Long.toString(outlying))));
                }
            }
        }
    }

    static void headlines(List<Headline> headlines, Console console) {
        boolean chinese = console.language().getLanguage().equals("zh");
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
