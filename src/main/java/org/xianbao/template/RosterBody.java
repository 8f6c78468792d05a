package org.xianbao.template;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Place;
import org.xianbao.form.Customary;
import org.xianbao.template.formula.MissingMarks;

/** A line a person, event or village, and a total where a rule asks for one. */
final class RosterBody extends Body {
    private static final Look OPEN = new Look(Look.Part.BODY, Look.GENERAL, HorizontalAlignment.LEFT, true);
    private static final Look NUMBER = new Look(Look.Part.BODY, Look.GENERAL, HorizontalAlignment.CENTER, true);

    private final List<Column> columns = under();

    RosterBody(Order order, Fields fields) {
        super(order, fields);
    }

    @Override
    List<Head> heads() {
        return columns.stream().map(c -> head(c, path(c))).toList();
    }

    @Override
    @Nullable
    String unit() {
        return common(columns);
    }

    private static String path(Column column) {
        return column.place() instanceof Place.Under under ? under.path() : "";
    }

    private static boolean sequence(Column column) {
        String path = path(column);
        return Customary.sequence(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    CellRangeAddress begun(int first) {
        int[] data = IntStream.range(0, columns.size())
                .filter(c -> !sequence(columns.get(c)))
                .toArray();
        return data.length == 0
                ? new CellRangeAddress(first, first, 0, columns.size() - 1)
                : new CellRangeAddress(first, first, data[0], data[data.length - 1]);
    }

    @Override
    int print(Paper paper, int first, Entries entries) {
        int rows = order.previous().size() + order.rows();
        for (int i = 0; i < rows; i++) {
            paper.open(first + i, OPEN);
            paper.lines(first + i, lines(paper, i));
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c);
                boolean sequence = sequence(column) && column.type().numeric();
                var cell = paper.style(first + i, c, sequence ? NUMBER : Fields.look(Look.Part.BODY, column));
                if (sequence) {
                    cell.setCellValue(i + 1);
                } else if (i < order.previous().size()) {
                    Fields.fill(cell, order.previous().get(i).values().get(column.name()));
                }
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            entries.rows(columns.get(c), first, first + rows - 1, c);
        }
        return total(paper, first, first + rows);
    }

    /** Room for what a row holds already, and for two lines where texts may be long. */
    private int lines(Paper paper, int row) {
        boolean texts = columns.stream().anyMatch(c -> c.type() == ColumnType.TEXT);
        int lines = texts ? 2 : 1;
        for (int c = 0; c < columns.size() && row < order.previous().size(); c++) {
            Object value = order.previous().get(row).values().get(columns.get(c).name());
            lines = value == null ? lines : Math.max(lines, Paper.lines(value.toString(), paper.width(c, c) - 2));
        }
        return lines;
    }

    private int total(Paper paper, int first, int row) {
        List<String> totals = totals();
        Sums sums = new Sums(new MissingMarks(form.missing()));
        int label = 0;
        while (label < columns.size() && totals.contains(columns.get(label).name())) {
            label++;
        }
        // the reader looks for 合计 in the first two cells that hold something
        if (totals.isEmpty() || label > 1 || label == columns.size() || !sums.possible()) {
            return row;
        }
        paper.lines(row, 1);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            if (totals.contains(column.name())) {
                total(paper.cell(row, c), paper, column, sums.rows(column, first, c));
            } else {
                paper.style(row, c, Look.printed(Look.Part.TOTAL, HorizontalAlignment.CENTER));
            }
        }
        paper.cell(row, label).setCellValue(Words.of("total"));
        return row + 1;
    }
}
