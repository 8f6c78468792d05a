package org.xianbao.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xianbao.explanation.Answer;
import org.xianbao.explanation.ExplanationSheet;
import org.xianbao.explanation.ExplanationSheet.Column;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;
import org.xianbao.judge.Query;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;
import org.xianbao.reply.page.Target;

/**
 * The sheet on which queries are explained. Its form is fixed, for it is read back: headings in row 5, from column A on
 * {@link ExplanationSheet#headings()}, a query a row below.
 */
final class ExplanationPage {
    /** Zero-based. */
    static final int HEADING_ROW = 4;

    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final List<Integer> WIDTHS = List.of(16, 18, 9, 15, 15, 40, 24, 12, 40, 11);
    private static final String COLOUR = "C9A227";
    private static final int MOST = 50_000;

    private final Names names;
    private final Map<String, Answer> answers;
    private final List<Line> lines = new ArrayList<>();

    private ExplanationPage(Names names, Map<String, Answer> answers) {
        this.names = names;
        this.answers = answers;
    }

    /** What was explained before; blank when nothing was. */
    private record Remembered(String text, String until) {
        static final Remembered NOTHING = new Remembered("", "");

        static Remembered of(Judged.Found found) {
            Judged.Explanation explanation = found.explanation();
            return explanation == null
                    ? NOTHING
                    : new Remembered(
                            Wording.of(
                                    "explain.by", Map.of("text", explanation.text(), "author", explanation.author())),
                            explanation.until().toString());
        }
    }

    /**
     * Empty when there is no query.
     *
     * @param answers what the sender has written already, by the number of the query
     */
    static Optional<Page> of(Judged judged, Names names, Map<String, Answer> answers) {
        List<Cause> queries = Cause.all(judged).stream()
                .filter(c -> c.first().severity() == Severity.QUERY && c.first().query() != null)
                .toList();
        return queries.isEmpty() ? Optional.empty() : Optional.of(new ExplanationPage(names, answers).page(queries));
    }

    private Page page(List<Cause> queries) {
        int all = WIDTHS.size();
        lines.add(Line.of(Field.wide(0, all, Style.TITLE, ExplanationSheet.NAME)));
        lines.add(Line.of(Field.wide(0, all, Style.STEP, Wording.of("explain.how"))));
        lines.add(Line.of(Field.wide(0, all, Style.STEP, Wording.of("explain.what-counts"))));
        lines.add(Line.of());
        List<Field> headings = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            headings.add(Field.of(i, Style.HEADING, ExplanationSheet.headings().get(i)));
        }
        lines.add(new Line(headings));
        queries.forEach(this::cause);
        return new Page(ExplanationSheet.NAME, WIDTHS, List.copyOf(lines), HEADING_ROW, HEADING_ROW + 1, COLOUR);
    }

    private void cause(Cause cause) {
        cause.findings().stream().limit(Math.max(0, MOST - lines.size())).forEach(f -> query(cause, f));
        Judged.Return of = cause.of();
        if (cause.untold() > 0 && of != null) {
            Judged.Found first = cause.first();
            String number = Query.number(of.name(), first.rule(), first.column(), "");
            String text =
                    Wording.of("explain.all", Map.of("n", Wording.count(cause.total()), "text", names.cause(cause)));
            line(cause, at(Column.PLACE, Style.TEXT, ""), number, "", text, Remembered.NOTHING);
        }
    }

    private void query(Cause cause, Judged.Found found) {
        Target target = ResultPage.target(cause, found);
        String place = Objects.requireNonNullElse(found.cell(), Wording.of("whole.sheet"));
        line(
                cause,
                new Field(COLUMNS.indexOf(Column.PLACE), 1, target == null ? Style.TEXT : Style.LINK, place, target),
                Objects.requireNonNullElse(found.query(), ""),
                Objects.requireNonNullElse(found.reported(), ""),
                found.text().zh(),
                Remembered.of(found));
    }

    private void line(Cause cause, Field place, String number, String reported, String text, Remembered remembered) {
        Answer own = answers.get(number);
        String author = own == null ? null : own.author();
        lines.add(Line.of(
                at(Column.QUERY, Style.STRONG, number),
                at(
                        Column.RETURN,
                        Style.TEXT,
                        cause.of() == null ? "" : cause.of().title().zh()),
                place,
                at(Column.COLUMN, Style.TEXT, names.column(cause.of(), cause.first())),
                at(Column.REPORTED, Style.TEXT, reported),
                at(Column.QUESTION, Style.TEXT, text),
                at(Column.REMEMBERED, Style.TEXT, remembered.text()),
                at(Column.REMEMBERED_UNTIL, Style.TEXT, remembered.until()),
                at(Column.SAID, Style.ENTRY, own == null ? "" : own.said()),
                at(Column.AUTHOR, Style.ENTRY, author == null ? "" : author)));
    }

    private static Field at(Column column, Style style, String text) {
        return Field.of(COLUMNS.indexOf(column), style, text);
    }
}
