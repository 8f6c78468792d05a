package org.xianbao.reply;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.form.ResultSheet;
import org.xianbao.judge.Judged;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;
import org.xianbao.reply.page.Target;

/** The first sheet of a reply: the verdicts, then everything that was found, by cause. */
final class ResultPage {
    private static final List<Integer> WIDTHS = List.of(12, 26, 28, 58, 32);
    private static final int ALL = WIDTHS.size();
    private static final String COLOUR = "264568";
    /** Details told on the page: less than {@link Page#MOST_LINKS}, and than the rows of an {@code .xls}. */
    private static final long MOST = 50_000;

    private final Judged judged;
    private final Names names;
    private final ZoneId zone;
    private final List<Line> lines = new ArrayList<>();

    private ResultPage(Judged judged, Names names, ZoneId zone) {
        this.judged = judged;
        this.names = names;
        this.zone = zone;
    }

    /** @param steps what to do about all of it, lines parted by line feeds */
    static Page of(Judged judged, Names names, ZoneId zone, String steps) {
        return new ResultPage(judged, names, zone).page(steps);
    }

    private Page page(String steps) {
        List<Cause> causes = Cause.all(judged);
        lines.add(Line.of(
                Field.wide(0, 2, Style.TITLE, ResultSheet.NAME), Field.wide(2, ALL - 2, Style.LEAD, counts(causes))));
        lines.add(Line.of(Field.wide(
                0,
                ALL,
                Style.LEAD,
                Wording.of(
                        "received",
                        Map.of("file", judged.workbook(), "when", Wording.minute(judged.receivedAt(), zone))))));
        lines.add(Line.of());
        returns();
        lines.add(Line.of());
        lines.add(Line.of(Field.wide(0, ALL, Style.STEP, steps)));
        lines.add(Line.of());
        int heading = lines.size();
        headings("place", "found", "expected", "text", "hint");
        causes(causes);
        return new Page(ResultSheet.NAME, WIDTHS, List.copyOf(lines), heading, 1, COLOUR);
    }

    private void headings(String... keys) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            fields.add(Field.of(i, Style.HEADING, Wording.of("heading." + keys[i])));
        }
        lines.add(new Line(fields));
    }

    private static String counts(List<Cause> causes) {
        List<String> counts = new ArrayList<>();
        for (Mark mark : List.of(Mark.REJECT, Mark.QUERY, Mark.NOTE, Mark.ANSWERED)) {
            long n = causes.stream()
                    .filter(c -> c.mark() == mark)
                    .mapToLong(Cause::total)
                    .sum();
            if (n > 0 || mark == Mark.REJECT) {
                counts.add(mark.sign() + " "
                        + Wording.of("count." + mark.name().toLowerCase(Locale.ROOT), Map.of("n", Wording.count(n))));
            }
        }
        return String.join("　　", counts);
    }

    private void returns() {
        lines.add(Line.of(
                Field.wide(0, 2, Style.HEADING, Wording.of("heading.return")),
                Field.of(2, Style.HEADING, Wording.of("heading.whose")),
                Field.of(3, Style.HEADING, Wording.of("heading.sent")),
                Field.of(4, Style.HEADING, Wording.of("heading.verdict"))));
        for (Judged.Return each : judged.returns()) {
            lines.add(Line.of(
                    Field.wide(0, 2, Style.STRONG, each.title().zh()),
                    Field.of(2, Style.TEXT, each.county() + "　" + each.period()),
                    Field.of(3, Style.TEXT, sent(each)),
                    Field.of(4, verdict(each), verdictText(each))));
        }
        if (judged.returns().isEmpty()) {
            lines.add(Line.of(
                    Field.wide(0, ALL - 1, Style.TEXT, Wording.of("no-return")),
                    Field.of(ALL - 1, Style.REJECT, Wording.of("verdict.refused"))));
        }
    }

    private String sent(Judged.Return each) {
        String sent = Wording.of(
                "sent",
                Map.of(
                        "rows",
                        Wording.count(each.rows()),
                        "revision",
                        String.valueOf(each.revision()),
                        "sheet",
                        each.sheet()));
        return each.deadline() == null
                ? sent
                : sent
                        + Wording.of(
                                each.late(judged.receivedAt()) ? "sent.late" : "sent.in-time",
                                Map.of("deadline", Wording.deadline(each.deadline(), zone)));
    }

    private Style verdict(Judged.Return each) {
        return switch (each.verdict()) {
            case "accepted" -> judged.askedSince(each) ? Style.QUERY : Style.GOOD;
            case "queried" -> Style.QUERY;
            default -> Style.REJECT;
        };
    }

    private String verdictText(Judged.Return each) {
        if (judged.askedSince(each)) {
            return Wording.of("verdict.asked-since");
        }
        return Wording.of(each.provisional() ? "verdict.provisional" : "verdict." + each.verdict());
    }

    private void causes(List<Cause> causes) {
        long room = MOST;
        for (Cause cause : causes) {
            long told = Math.min(room, cause.findings().size());
            heading(cause);
            cause.findings().stream().limit(told).forEach(f -> lines.add(finding(cause, f)));
            room -= told;
            if (cause.total() > told) {
                lines.add(Line.of(Field.wide(
                        0, ALL, Style.ACTION, Wording.of("more", Map.of("n", Wording.count(cause.total() - told))))));
            }
        }
        if (causes.isEmpty()) {
            lines.add(Line.of(Field.wide(0, ALL, Style.GOOD, Wording.of("nothing"))));
        }
    }

    private void heading(Cause cause) {
        Judged.Found first = cause.first();
        boolean cells = cause.findings().stream().anyMatch(f -> f.cell() != null);
        String place = names.place(cause);
        String heading = Wording.of(
                        place.isEmpty() ? "cause" : "cause.placed",
                        Map.of(
                                "sign",
                                cause.mark().sign() + " " + Wording.severity(first.severity()),
                                "return",
                                whose(cause),
                                "place",
                                place,
                                "count",
                                Wording.of(cells ? "cells" : "times", Map.of("n", Wording.count(cause.total()))),
                                "text",
                                names.cause(cause)))
                .replaceAll("　+", "　")
                .strip();
        lines.add(Line.of(
                Field.wide(0, 3, Style.of(cause.mark()), heading),
                Field.wide(3, ALL - 3, Style.ACTION, Wording.of("said.action", Map.of("text", action(cause))))));
    }

    /** Which return, where there is more than one. */
    private String whose(Cause cause) {
        if (cause.of() == null) {
            return Wording.of("workbook");
        }
        return judged.returns().size() == 1 ? "" : cause.of().title().zh();
    }

    private String action(Cause cause) {
        Judged.Found first =
                cause.findings().stream().filter(f -> !f.answered()).findFirst().orElse(cause.first());
        return first.query() != null && !first.answered()
                ? Wording.of("act.queries")
                : Wording.action(first, names.kind(cause.of(), first));
    }

    private Line finding(Cause cause, Judged.Found found) {
        Bilingual hint = found.hint();
        Target target = target(cause, found);
        String place =
                found.cell() != null ? found.cell() : Wording.of(target == null ? "whole.workbook" : "whole.sheet");
        return Line.of(
                new Field(0, 1, target == null ? Style.TEXT : Style.LINK, place, target),
                Field.of(1, Style.TEXT, Objects.requireNonNullElse(found.reported(), "")),
                Field.of(2, Style.TEXT, names.expected(cause.of(), found)),
                Field.of(
                        3,
                        Style.TEXT,
                        found.answered()
                                ? Wording.of(
                                        "text.answered",
                                        Map.of("text", found.text().zh()))
                                : found.text().zh()),
                Field.of(4, Style.TEXT, hint == null ? "" : hint.zh()));
    }

    /** The cell, or the beginning of the sheet; null when neither is known. */
    static @Nullable Target target(Cause cause, Judged.Found found) {
        String sheet = found.sheet() != null
                ? found.sheet()
                : cause.of() == null ? null : cause.of().sheet();
        return sheet == null ? null : new Target(sheet, Objects.requireNonNullElse(found.cell(), "A1"));
    }
}
