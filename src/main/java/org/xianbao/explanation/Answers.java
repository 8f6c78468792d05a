package org.xianbao.explanation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.explanation.ExplanationSheet.Column;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;

/** Reads the explanations that came back with a workbook. Total: what cannot be taken gives a note. */
public final class Answers {
    /** The headings stand among so many first rows. */
    private static final int HEAD = 15;

    /** More than a thousand a rule and column are never asked; a sheet with more is not what was sent out. */
    private static final int MOST = 20_000;

    private static final int LONGEST = 1000;
    private static final int LONGEST_NAME = 50;
    private static final Pattern NUMBER = Pattern.compile("Q[0-9A-F]{10}");

    private final Sheet sheet;
    private final Consumer<Finding> findings;
    private final List<Answer> answers;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

    private Answers(Sheet sheet, Consumer<Finding> findings, List<Answer> answers) {
        this.sheet = sheet;
        this.findings = findings;
        this.answers = answers;
    }

    /**
     * What those of the sheets say that are for explanations, from the first one down.
     *
     * @throws org.xianbao.workbook.WorkbookBroken when a sheet is unreadable
     */
    public static List<Answer> read(Workbook workbook, List<Sheet> sheets, Consumer<Finding> findings) {
        List<Answer> answers = new ArrayList<>();
        for (Sheet sheet : sheets) {
            try (SheetCursor cursor = workbook.read(sheet)) {
                new Answers(sheet, findings, answers).read(cursor);
            }
        }
        return List.copyOf(answers);
    }

    private void read(SheetCursor cursor) {
        boolean there = cursor.next();
        String title = there && cursor.row().number() == 0 ? cursor.row().text(0) : "";
        if (!there || !ExplanationSheet.stands(sheet.name(), title)) {
            return;
        }
        while (there && cursor.row().number() < HEAD && !headings(cursor.row())) {
            there = cursor.next();
        }
        if (!columns.keySet().containsAll(List.of(Column.QUERY, Column.SAID))) {
            tell("explanations-unreadable", null, null);
            return;
        }
        while (cursor.next() && answers.size() < MOST) {
            row(cursor.row());
        }
    }

    /** Whether these are the headings; notes where each stands. */
    private boolean headings(Row row) {
        Map<Column, Integer> found = new HashMap<>();
        for (int i = 0; i < row.width(); i++) {
            int at = i;
            Column.of(row.text(i)).ifPresent(c -> found.putIfAbsent(c, at));
        }
        boolean headings = found.size() > 1 && found.containsKey(Column.QUERY);
        if (headings) {
            columns.putAll(found);
        }
        return headings;
    }

    private void row(Row row) {
        CellAddress cell = new CellAddress(row.number(), at(Column.SAID));
        CellKind kind = row.kind(cell.column());
        if (kind == CellKind.ERROR || kind == CellKind.FORMULA_WITHOUT_VALUE) {
            tell("explanation-unreadable", cell, null);
            return;
        }
        String said = cut(row.text(cell.column()), LONGEST);
        if (said.isEmpty()) {
            return;
        }
        String number = ExplanationSheet.plain(row.text(at(Column.QUERY))).toUpperCase(Locale.ROOT);
        if (NUMBER.matcher(number).matches()) {
            answers.add(new Answer(sheet.name(), cell, number, said, author(row)));
        } else {
            tell("explanation-without-number", cell, said);
        }
    }

    private @Nullable String author(Row row) {
        Integer column = columns.get(Column.AUTHOR);
        String author = column == null ? "" : cut(row.text(column), LONGEST_NAME);
        return author.isEmpty() ? null : author;
    }

    private int at(Column column) {
        return columns.getOrDefault(column, 0);
    }

    /** Without outer spaces, and no longer than anybody needs. */
    private static String cut(String text, int longest) {
        String plain = text.strip();
        return plain.length() <= longest ? plain : plain.substring(0, plain.offsetByCodePoints(0, longest / 2)) + "…";
    }

    private void tell(String rule, @Nullable CellAddress cell, @Nullable String reported) {
        Map<String, String> message = Map.of("reported", reported == null ? "" : reported);
        findings.accept(new Finding(Severity.NOTE, rule, sheet.name(), cell, null, reported, null, message));
    }
}
