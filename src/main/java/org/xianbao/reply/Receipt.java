package org.xianbao.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;
import org.xianbao.reply.ReceiptSheet.Cell;

/** The receipt 回执: on one page, in Chinese, what came in, what became of it and what is still owed. Thread-safe. */
final class Receipt {
    /** What fits the page; how many there are beyond is told. */
    private static final int MOST_RETURNS = 20;

    private static final int MOST_SHEETS = 20;
    private static final int MOST_OWED = 12;
    private static final int HASH = 16;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;

    /** @param zone whose time it tells */
    Receipt(ZoneId zone) {
        this.zone = zone;
    }

    void write(Slip slip, Path target) throws IOException {
        ReceiptSheet page = new ReceiptSheet();
        head(slip, page);
        file(slip, page);
        returns(slip, page);
        owed(slip, page);
        String zoneName = zone.getDisplayName(TextStyle.FULL, Locale.CHINESE);
        page.gap(8).line(Look.FOOT, 16, Texts.of("foot", Map.of("zone", zoneName)));
        try (OutputStream out = Files.newOutputStream(target)) {
            page.write(out);
        }
    }

    private static void head(Slip slip, ReceiptSheet page) {
        String verdict = slip.verdict();
        Map<String, String> counts = Map.of(
                "all", Integer.toString(slip.returns().size()),
                "returned", Long.toString(slip.count("returned")),
                "queried", Long.toString(slip.count("queried")),
                "since", Long.toString(slip.count("asked-since")));
        page.line(Look.TITLE, 36, Texts.of("title"));
        if (!slip.county().isEmpty()) {
            page.line(Look.SUBTITLE, 20, slip.county());
        }
        Look band =
                switch (verdict) {
                    case "accepted" -> Look.GOOD;
                    case "queried", "asked-since" -> Look.OPEN;
                    default -> Look.BAD;
                };
        page.gap(4).line(band, 30, Texts.of("verdict." + verdict, counts));
        page.line(Look.ADVICE, 24, Texts.of("advice." + verdict, counts));
    }

    private void file(Slip slip, ReceiptSheet page) {
        Judged judged = slip.judged();
        page.gap(8).line(Look.SECTION, 22, Texts.of("file"));
        page.pair(Texts.of("received"), time(judged.receivedAt()));
        page.pair(Texts.of("name"), judged.workbook());
        page.pair(Texts.of("hash"), judged.hash().substring(0, HASH));
        page.pair(Texts.of("sheets"), sheets(slip));
        if (!slip.strange().isEmpty()) {
            page.pair(Texts.of("strange"), names(slip.strange()));
        }
        slip.reasons().forEach(reason -> page.pair(Texts.of("reason"), reason));
        page.pair(Texts.of("annotated"), annotated(slip));
    }

    private static String sheets(Slip slip) {
        String own = names(slip.returns().stream().map(Judged.Return::sheet).toList());
        String foreign = slip.foreign() == 0 ? "" : Texts.of("foreign", Map.of("n", Integer.toString(slip.foreign())));
        return own.isEmpty() ? Texts.of("none") : own + foreign;
    }

    private static String names(List<String> sheets) {
        String some = sheets.stream().limit(MOST_SHEETS).collect(Collectors.joining("、"));
        return sheets.size() <= MOST_SHEETS
                ? some
                : some + Texts.of("and-more", Map.of("n", Integer.toString(sheets.size())));
    }

    private static String annotated(Slip slip) {
        if (slip.failed()) {
            return Texts.of("annotated.failed");
        }
        String name = slip.annotated();
        return name == null ? Texts.of("annotated.none") : Texts.of("annotated.beside", Map.of("name", name));
    }

    private void returns(Slip slip, ReceiptSheet page) {
        if (slip.returns().isEmpty()) {
            return;
        }
        page.gap(8).line(Look.SECTION, 22, Texts.of("returns"));
        page.cells(
                head("return", 1),
                head("period", 1),
                head("rows", 1),
                head("verdict", 1),
                head("use", 1),
                head("time", 1),
                head("findings", 1));
        slip.returns().stream().limit(MOST_RETURNS).forEach(each -> page.cells(cells(slip, each)));
        int more = slip.returns().size() - MOST_RETURNS;
        if (more > 0) {
            page.line(Look.FOOT, 18, Texts.of("more-returns", Map.of("n", Integer.toString(more))));
        }
    }

    private static Cell head(String key, int columns) {
        return new Cell(Look.HEAD, Texts.of("head." + key), columns);
    }

    private Cell[] cells(Slip slip, Judged.Return each) {
        String revision = Texts.of("revision", Map.of("n", Integer.toString(each.revision())));
        String verdict = slip.verdict(each);
        Look look =
                switch (verdict) {
                    case "accepted" -> Look.CENTRED_GOOD;
                    case "queried", "asked-since" -> Look.CENTRED_OPEN;
                    default -> Look.CENTRED_BAD;
                };
        return new Cell[] {
            new Cell(Look.TEXT, each.title().zh(), 1),
            new Cell(Look.CENTRED, PeriodWords.of(each.period()) + "\n" + revision, 1),
            new Cell(Look.NUMBER, "%,d".formatted(each.rows()), 1),
            new Cell(look, Texts.of("verdict-of." + verdict), 1),
            new Cell(Look.CENTRED, use(each), 1),
            new Cell(Look.CENTRED, inTime(each, slip.judged().receivedAt()), 1),
            new Cell(Look.CENTRED, findings(slip, each), 1)
        };
    }

    private static String use(Judged.Return each) {
        if (each.published()) {
            return Texts.of(each.provisional() ? "use.provisional" : "use.published");
        }
        return Texts.of("use." + each.verdict());
    }

    private String inTime(Judged.Return each, Instant receivedAt) {
        Instant deadline = each.deadline();
        if (deadline == null) {
            return Texts.of("no-deadline");
        }
        Duration late = each.lateBy(receivedAt);
        String word = late.isZero() ? Texts.of("in-time") : Texts.of("late", Map.of("by", words(late)));
        return until(deadline) + "\n" + word;
    }

    private static String words(Duration late) {
        List<String> words = new ArrayList<>();
        part(late.toDays(), "days", words);
        part(late.toHoursPart(), "hours", words);
        part(late.toMinutesPart(), "minutes", words);
        return String.join("", words);
    }

    private static void part(long n, String key, List<String> words) {
        if (n > 0) {
            words.add(Texts.of(key, Map.of("n", Long.toString(n))));
        }
    }

    private static String findings(Slip slip, Judged.Return each) {
        List<String> words = new ArrayList<>();
        for (Severity severity : List.of(Severity.REJECT, Severity.QUERY, Severity.NOTE)) {
            long n = slip.findings(each.submission(), severity);
            part(n, severity.name().toLowerCase(Locale.ROOT), words);
        }
        part(slip.answered(each.submission()), "answered", words);
        return words.isEmpty() ? Texts.of("none") : String.join("\n", words);
    }

    private void owed(Slip slip, ReceiptSheet page) {
        if (slip.county().isEmpty()) {
            return;
        }
        List<Owed> owed = slip.owed();
        page.gap(8).line(Look.SECTION, 22, Texts.of("owed", Map.of("day", PeriodWords.of(slip.day()))));
        if (owed.isEmpty()) {
            page.line(Look.ADVICE, 22, Texts.of("owed.none"));
            return;
        }
        page.cells(head("return", 1), head("period", 1), head("deadline", 2), head("state", 3));
        owed.stream().limit(MOST_OWED).forEach(each -> page.cells(cells(each, slip.day())));
        long overdue = owed.stream().filter(o -> days(o, slip.day()) < 0).count();
        String count = Texts.of(
                owed.size() > MOST_OWED ? "owed.count-more" : "owed.count",
                Map.of(
                        "all", Integer.toString(owed.size()),
                        "overdue", Long.toString(overdue),
                        "most", Integer.toString(MOST_OWED)));
        page.line(Look.FOOT, 18, count);
    }

    private Cell[] cells(Owed each, LocalDate day) {
        long days = days(each, day);
        String state = days < 0
                ? Texts.of("overdue", Map.of("n", Long.toString(-days)))
                : days == 0 ? Texts.of("due-today") : Texts.of("due-in", Map.of("n", Long.toString(days)));
        String verdict = each.verdict();
        return new Cell[] {
            new Cell(Look.TEXT, each.title(), 1),
            new Cell(Look.CENTRED, PeriodWords.of(each.period()), 1),
            new Cell(Look.CENTRED, until(each.deadline()), 2),
            new Cell(
                    days < 0 ? Look.CENTRED_BAD : Look.CENTRED,
                    verdict == null ? state : Texts.of("owed." + verdict) + state,
                    3)
        };
    }

    /** From the day until the last day on which it is in time. */
    private long days(Owed each, LocalDate day) {
        return ChronoUnit.DAYS.between(day, lastDay(each.deadline()));
    }

    private LocalDate lastDay(Instant deadline) {
        return deadline.minusNanos(1).atZone(zone).toLocalDate();
    }

    /** The first instant that is too late is 24:00 of the day before. */
    private String until(Instant deadline) {
        ZonedDateTime time = deadline.atZone(zone);
        return time.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                ? lastDay(deadline) + " 24:00"
                : MINUTE.format(time);
    }

    private String time(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }
}
