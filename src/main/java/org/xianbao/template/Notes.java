package org.xianbao.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;

/** What stands below the table: who signs, how the form is filled in, and which edition of it this is. */
final class Notes {
    private static final Look NOTE = Look.printed(Look.Part.NOTE, HorizontalAlignment.LEFT);
    private static final Look MARK = Look.printed(Look.Part.MARK, HorizontalAlignment.LEFT);
    private static final int SIGNATURE = 20;

    private final Paper paper;
    private final ReturnDefinition definition;
    private final Period period;

    Notes(Paper paper, Order order) {
        this.paper = paper;
        this.definition = order.definition();
        this.period = order.period();
    }

    /** @param first the row behind the table */
    void print(int first) {
        int row = signatures(first);
        String notes = Words.of("notes") + numbered(notes());
        int width = paper.width(0, paper.columns() - 1);
        across(row, notes, NOTE);
        paper.lines(row, Paper.lines(notes, width - 2));
        across(
                row + 1,
                Words.of("edition", Map.of("edition", Fingerprint.of(definition).toString())),
                MARK);
    }

    /** As many a row as the paper has room for. */
    private int signatures(int first) {
        List<Line.Piece> pieces = List.of(Words.of("signatures").split(" ")).stream()
                .map(s -> Line.Piece.open(s + "："))
                .toList();
        int room = Math.max(1, paper.width(0, paper.columns() - 1) / SIGNATURE);
        int most = Math.max(1, Math.min(Math.min(room, paper.columns()), pieces.size()));
        int row = first;
        for (int i = 0; i < pieces.size(); i += most) {
            new Line(pieces.subList(i, Math.min(i + most, pieces.size()))).print(paper, row, 0);
            paper.lines(row, 1);
            row++;
        }
        return row;
    }

    private void across(int row, String text, Look look) {
        paper.print(new CellRangeAddress(row, row, 0, paper.columns() - 1), text, look);
    }

    private static String numbered(List<String> notes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < notes.size(); i++) {
            String note = notes.get(i);
            text.append('\n').append(i + 1).append(". ").append(note).append(note.endsWith("。") ? "" : "。");
        }
        return text.toString();
    }

    private List<String> notes() {
        Form form = definition.form();
        List<String> notes = new ArrayList<>();
        LocalDate last = period.end().plusDays(definition.due().days());
        notes.add(Words.of(
                "notes.due",
                Map.of(
                        "year", Integer.toString(last.getYear()),
                        "month", Integer.toString(last.getMonthValue()),
                        "day", Integer.toString(last.getDayOfMonth()))));
        notes.addAll(form.template().notes());
        notes.add(marks(form));
        String qualified = definition.columns().stream()
                .filter(Column::qualified)
                .map(c -> "“" + c.title().zh() + "”")
                .distinct()
                .collect(Collectors.joining("、"));
        if (!qualified.isEmpty()) {
            notes.add(Words.of("notes.qualified", Map.of("columns", qualified)));
        }
        if (definition.columns().stream().anyMatch(Column::required)) {
            notes.add(Words.of(form.kind() == Form.Kind.ROSTER ? "notes.required.row" : "notes.required"));
        }
        if (form.kind() == Form.Kind.ROSTER) {
            notes.add(Words.of("notes.rows"));
        }
        return notes;
    }

    private static String marks(Form form) {
        return form.missing().entrySet().stream()
                .map(e -> Words.of(
                        "mark",
                        Map.of(
                                "mark",
                                e.getKey().isEmpty() ? Words.of("mark.blank") : "“" + e.getKey() + "”",
                                "meaning",
                                Words.of("mark." + e.getValue().word()))))
                .collect(Collectors.joining("；"));
    }
}
