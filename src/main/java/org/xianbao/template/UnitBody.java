package org.xianbao.template;

import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.xianbao.definition.Column;
import org.xianbao.definition.Place;

/** 编号 | 项目 | 计量单位 | 数量: a row a column of the return. */
final class UnitBody extends Body {
    private static final Look CENTRE = Look.printed(Look.Part.STUB, HorizontalAlignment.CENTER);
    private static final Look LEFT = Look.printed(Look.Part.STUB, HorizontalAlignment.LEFT);
    private static final int VALUE = 3;
    private static final int WIDEST_LABEL = 60;

    private final List<Column> columns = definition.columns().stream()
            .filter(c -> c.place() instanceof Place.Item)
            .toList();

    UnitBody(Order order, Fields fields) {
        super(order, fields);
    }

    @Override
    List<Head> heads() {
        String stub = Objects.requireNonNull(form.stub(), "a unit form has labels");
        String value = Objects.requireNonNull(form.value(), "a unit form has values");
        int label = columns.stream().mapToInt(c -> Words.width(label(c))).max().orElse(0);
        int widest =
                columns.stream().mapToInt(c -> fields.width(c, value)).max().orElse(0);
        return List.of(
                new Head(Words.of("number"), null, 8),
                new Head(stub, null, Math.min(Math.max(label + 4, 30), WIDEST_LABEL)),
                new Head(Words.of("units"), null, 12),
                new Head(value, null, Math.max(widest, 24)));
    }

    /** A column may be declared by the number of its row instead of by its label. */
    private static boolean byNumber(Column column) {
        return column.place() instanceof Place.Item item && item.label().matches("[A-Za-z]{0,3}[\\d.-]+");
    }

    private static String label(Column column) {
        String label = column.place() instanceof Place.Item item && !byNumber(column)
                ? item.label()
                : column.title().zh();
        return (label.startsWith("其中") ? "　" : "") + label;
    }

    @Override
    int print(Paper paper, int numbering, Entries entries) {
        number(paper, numbering, VALUE);
        int first = numbering + 1;
        for (int i = 0; i < columns.size(); i++) {
            row(paper, first + i, i, entries);
        }
        return first + columns.size();
    }

    private void row(Paper paper, int row, int number, Entries entries) {
        Column column = columns.get(number);
        boolean byNumber = columns.stream().anyMatch(UnitBody::byNumber);
        String own = byNumber(column) && column.place() instanceof Place.Item item ? item.label() : "";
        paper.print(row, 0, byNumber ? own : Integer.toString(number + 1), CENTRE);
        paper.print(row, 1, label(column), LEFT);
        paper.print(row, 2, Objects.requireNonNullElse(Fields.unit(column), ""), CENTRE);
        paper.lines(row, Paper.lines(label(column), paper.width(1, 1) - 1));
        var cell = paper.style(row, VALUE, Fields.look(Look.Part.BODY, column));
        order.previous().stream()
                .findFirst()
                .ifPresent(p -> Fields.fill(cell, p.values().get(column.name())));
        entries.single(column, row, VALUE);
    }
}
