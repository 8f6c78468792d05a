package org.xianbao.cli;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.screening.Screened;
import org.xianbao.screening.Suspect;

/** What a person reads of the returns to look at first. */
final class ScreenReport {
    private static final int WIDTH = 120;

    /** Of a night that made up for many periods, what comes first is enough to begin with. */
    private static final int MOST_OF_A_NIGHT = 10;

    private final Console console;

    ScreenReport(Console console) {
        this.console = console;
    }

    /** A period's list, and what to do with it. */
    void print(Screened screened) {
        List<Suspect> first = screened.first();
        if (first.isEmpty()) {
            say(screened.returns() == 0 ? "screen.none" : "screen.unsuspicious", counts(screened));
            return;
        }
        say("screen.counts", counts(screened));
        WrappedTable table = new WrappedTable(console.text("screen.head").split("\\|", -1));
        for (int i = 0; i < first.size(); i++) {
            Suspect s = first.get(i);
            table.row(paint(s), row(Integer.toString(i + 1), s));
        }
        print(table);
        Suspect s = first.get(0);
        say(
                "screen.next",
                Map.of(
                        "indicator", s.indicator(),
                        "region", s.region(),
                        "period", screened.period().label(),
                        "submission", Long.toString(s.submission())));
    }

    /** What stands out in the periods that a night touched; nothing when nothing does. */
    void night(List<Screened> night) {
        List<Screened> outlying = night.stream().filter(s -> s.outlying() > 0).toList();
        if (outlying.isEmpty()) {
            return;
        }
        say("night.screened", Map.of());
        WrappedTable table =
                new WrappedTable(console.text("night.screened.head").split("\\|", -1));
        outlying.stream()
                .flatMap(each -> each.first().stream()
                        .filter(Suspect::outlying)
                        .map(s -> row(each.period().label(), s)))
                .limit(MOST_OF_A_NIGHT)
                .forEach(row -> table.row(Paint.NONE, row));
        print(table);
        String periods = outlying.stream()
                .map(each -> console.text("night.screened.period", counts(each)))
                .collect(Collectors.joining(console.text("night.screened.between")));
        say(
                "night.screened.more",
                Map.of("periods", periods, "period", outlying.get(0).period().label()));
    }

    private String[] row(String first, Suspect s) {
        return new String[] {
            first,
            s.regionName(),
            console.text(s.title()),
            figure(s),
            number(s.before()) + " → " + number(s.value()) + " " + s.unit(),
            change(s.ratio()),
            s.tested() ? change(s.usual()) : "",
            String.format(Locale.ROOT, "%.1f%%", s.weight() * 100),
            s.outlying() ? console.text("screen.outlying") : s.tested() ? "" : console.text("screen.untested"),
            Long.toString(s.submission())
        };
    }

    private String figure(Suspect s) {
        String part = s.part() == Suspect.Part.WHOLE ? "" : console.text("screen.part." + s.part());
        return console.text(s.indicatorTitle()) + part + (s.source().isEmpty() ? "" : " [" + s.source() + "]");
    }

    private static Paint paint(Suspect s) {
        return s.outlying() ? Paint.YELLOW : Paint.NONE;
    }

    private static Map<String, String> counts(Screened screened) {
        return Map.of(
                "period", screened.period().label(),
                "returns", Integer.toString(screened.returns()),
                "outlying", Integer.toString(screened.outlying()),
                "listed", Integer.toString(screened.first().size()));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "—" : format("#,##0.####").format(number);
    }

    private static String change(@Nullable Double ratio) {
        return ratio == null ? "—" : format("+#,##0.#;-#,##0.#").format((ratio - 1) * 100) + "%";
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private void print(WrappedTable table) {
        table.lines(WIDTH, false).forEach(console.out()::println);
    }

    private void say(String key, Map<String, String> values) {
        console.out().println(console.text(key, values));
    }
}
