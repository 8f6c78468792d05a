package org.xianbao.reply;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.xianbao.form.ResultSheet;
import org.xianbao.judge.Judged;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;

/** What is sent back for a file that nothing could be read of: what it is, and what its sender can do, step by step. */
final class NoticePage {
    private static final List<Integer> WIDTHS = List.of(16, 84);
    private static final String COLOUR = "B5523F";

    private NoticePage() {}

    /** Whether there is nothing to mark; a workbook without a known return can be marked. */
    static boolean isFor(Judged judged) {
        return judged.returns().isEmpty()
                && judged.findings().stream()
                        .anyMatch(f -> f.rule().startsWith("refusal.")
                                || f.rule().equals("workbook-broken")
                                || f.rule().equals("reader-failed"));
    }

    static Page of(Judged judged, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Field.wide(0, 2, Style.TITLE, ResultSheet.NAME)));
        lines.add(Line.of());
        row("notice.file", judged.workbook(), lines);
        row("notice.received", Wording.minute(judged.receivedAt(), zone), lines);
        lines.add(Line.of(
                Field.of(0, Style.HEADING, Wording.of("heading.verdict")),
                Field.of(1, Style.REJECT, Wording.of("verdict.refused"))));
        for (Judged.Found found : judged.findings()) {
            row("heading.text", found.text().zh(), lines);
            lines.add(Line.of());
            lines.add(Line.of(Field.wide(0, 2, Style.TOLD, Wording.of("notice.steps"))));
            Wording.first("steps." + found.rule(), "steps.refused")
                    .lines()
                    .forEach(step -> lines.add(Line.of(Field.wide(0, 2, Style.STEP, step))));
        }
        return new Page(ResultSheet.NAME, WIDTHS, List.copyOf(lines), 0, 0, COLOUR);
    }

    private static void row(String label, String text, List<Line> lines) {
        lines.add(Line.of(Field.of(0, Style.HEADING, Wording.of(label)), Field.of(1, Style.TEXT, text)));
    }
}
