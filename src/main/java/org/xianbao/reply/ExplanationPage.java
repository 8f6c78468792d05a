package org.xianbao.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xianbao.finding.Severity;
import org.xianbao.form.OwnSheet;
import org.xianbao.judge.Judged;
import org.xianbao.judge.Query;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Look;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Target;

/**
 * The sheet on which queries are explained. Its form is fixed, for it is read back: headings in row 5, from column A on
 * {@link #HEADINGS}, a query a row below.
 */
final class ExplanationPage {
    static final List<String> HEADINGS = List.of("核实编号", "报表", "位置", "栏目", "填报内容", "问题", "已有说明", "有效期至", "说明", "说明人");
    /** Zero-based. */
    static final int HEADING_ROW = 4;

    static final int NUMBER = 0;
    static final int EXPLANATION = 8;
    static final int AUTHOR = 9;

    private static final List<Integer> WIDTHS = List.of(16, 18, 9, 15, 15, 40, 24, 12, 40, 11);
    private static final String COLOUR = "C9A227";
    private static final int MOST = 50_000;

    private final Names names;
    private final Map<String, Typed> typed;
    private final List<Line> lines = new ArrayList<>();

    private ExplanationPage(Names names, Map<String, Typed> typed) {
        this.names = names;
        this.typed = typed;
    }

    /** What was explained before and still holds: author and day it expires; blank when there is none. */
    private record Remembered(String text, String until) {
        static Remembered of(@SuppressWarnings("unused") Judged.Found found) {
            return new Remembered("", "");
        }
    }

    /**
     * Empty when there is no query.
     *
     * @param typed explanations that the sender has written already, by the number of the query
     */
    static Optional<Page> of(Judged judged, Names names, Map<String, Typed> typed) {
        List<Cause> queries = Cause.all(judged).stream()
                .filter(c -> c.first().severity() == Severity.QUERY && c.first().query() != null)
                .toList();
        return queries.isEmpty() ? Optional.empty() : Optional.of(new ExplanationPage(names, typed).page(queries));
    }

    private Page page(List<Cause> queries) {
        int all = HEADINGS.size();
        lines.add(Line.of(Field.wide(0, all, Look.TITLE, OwnSheet.EXPLANATION.title())));
        lines.add(Line.of(Field.wide(0, all, Look.STEP, Wording.of("explain.how"))));
        lines.add(Line.of(Field.wide(0, all, Look.STEP, Wording.of("explain.what-counts"))));
        lines.add(Line.of());
        List<Field> headings = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            headings.add(Field.of(i, Look.HEADING, HEADINGS.get(i)));
        }
        lines.add(new Line(headings));
        queries.forEach(this::cause);
        return new Page(OwnSheet.EXPLANATION.title(), WIDTHS, List.copyOf(lines), HEADING_ROW, HEADING_ROW + 1, COLOUR);
    }

    private void cause(Cause cause) {
        cause.findings().stream().limit(Math.max(0, MOST - lines.size())).forEach(f -> query(cause, f));
        Judged.Return of = cause.of();
        if (cause.untold() > 0 && of != null) {
            Judged.Found first = cause.first();
            String number = Query.number(of.name(), first.rule(), first.column(), "");
            String text =
                    Wording.of("explain.all", Map.of("n", Wording.count(cause.total()), "text", names.cause(cause)));
            line(cause, Field.of(2, Look.TEXT, ""), number, "", text, new Remembered("", ""));
        }
    }

    private void query(Cause cause, Judged.Found found) {
        Target target = ResultPage.target(cause, found);
        String place = Objects.requireNonNullElse(found.cell(), Wording.of("whole.sheet"));
        line(
                cause,
                new Field(2, 1, target == null ? Look.TEXT : Look.LINK, place, target),
                Objects.requireNonNullElse(found.query(), ""),
                Objects.requireNonNullElse(found.reported(), ""),
                found.text().zh(),
                Remembered.of(found));
    }

    private void line(Cause cause, Field place, String number, String reported, String text, Remembered remembered) {
        Typed own = typed.getOrDefault(number, Typed.NOTHING);
        lines.add(Line.of(
                Field.of(NUMBER, Look.STRONG, number),
                Field.of(
                        1,
                        Look.TEXT,
                        cause.of() == null ? "" : cause.of().title().zh()),
                place,
                Field.of(3, Look.TEXT, names.column(cause.of(), cause.first())),
                Field.of(4, Look.TEXT, reported),
                Field.of(5, Look.TEXT, text),
                Field.of(6, Look.TEXT, remembered.text()),
                Field.of(7, Look.TEXT, remembered.until()),
                Field.of(EXPLANATION, Look.ENTRY, own.explanation()),
                Field.of(AUTHOR, Look.ENTRY, own.author())));
    }
}
