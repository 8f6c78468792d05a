package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
import org.xianbao.definition.Place;
import org.xianbao.template.formula.ItemSum;
import org.xianbao.template.formula.MissingMarks;

/** A row an item (甲栏), a column a figure (宾栏); items that a rule makes the sum of others are calculated. */
final class GridBody extends Body {
    private static final Look STUB = Look.printed(Look.Part.STUB, HorizontalAlignment.LEFT);
    private static final int WIDEST_STUB = 40;

    private final List<Column> columns = under();
    private final List<String> items = new ArrayList<>(form.items().keySet());
    private final Sums sums = new Sums(new MissingMarks(form.missing()));
    private final List<ItemSum> calculated;

    GridBody(Order order, Fields fields) {
        super(order, fields);
        calculated = definition.rules().stream()
                .flatMap(r -> ItemSum.of(definition, r).stream())
                .filter(s -> sums.possible())
                .toList();
    }

    @Override
    List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        int widest = form.items().values().stream()
                .mapToInt(i -> Words.width(label(i)))
                .max()
                .orElse(0);
        String stub = Objects.requireNonNull(form.stub(), "a grid has a stub");
        heads.add(new Head(stub, null, Math.min(Math.max(widest, Words.width(stub)) + 2, WIDEST_STUB)));
        columns.forEach(c -> heads.add(head(c, c.place() instanceof Place.Under under ? under.path() : "")));
        return heads;
    }

    @Override
    @Nullable
    String unit() {
        return common(columns);
    }

    private static String label(Bilingual item) {
        return (item.zh().startsWith("其中") ? "　" : "") + item.zh();
    }

    @Override
    int print(Paper paper, int numbering, Entries entries) {
        number(paper, numbering, 1);
        int first = numbering + 1;
        for (int i = 0; i < items.size(); i++) {
            String label = label(form.items().getOrDefault(items.get(i), new Bilingual("", "")));
            paper.print(first + i, 0, label, STUB);
            paper.lines(first + i, Paper.lines(label, paper.width(0, 0) - 1));
            for (int c = 0; c < columns.size(); c++) {
                figure(paper, first, i, c);
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            entries.rows(columns.get(c), first, first + items.size() - 1, c + 1);
        }
        return total(paper, first);
    }

    private void figure(Paper paper, int first, int item, int column) {
        Column figure = columns.get(column);
        var cell = paper.style(first + item, column + 1, Fields.look(Look.Part.BODY, figure));
        Optional<ItemSum> sum = calculated.stream()
                .filter(s -> s.column().equals(figure.name()) && s.total().equals(items.get(item)))
                .findFirst();
        if (sum.isPresent()) {
            List<Integer> rows = IntStream.range(0, items.size())
                    .filter(i -> sum.get().parts().contains(items.get(i)))
                    .map(i -> first + i)
                    .boxed()
                    .toList();
            total(cell, paper, figure, sums.cells(figure, rows, column + 1));
        } else {
            Fields.fill(cell, previous(items.get(item)).get(figure.name()));
        }
    }

    private Map<String, Object> previous(String item) {
        return order.previous().stream()
                .filter(p -> p.item().equals(item))
                .map(PreviousRow::values)
                .findFirst()
                .orElse(Map.of());
    }

    /** A total below the items, where a rule asks for one that is no item itself. */
    private int total(Paper paper, int first) {
        int row = first + items.size();
        String label = Words.of("total");
        boolean item = form.items().values().stream().anyMatch(i -> i.zh().equals(label));
        List<String> totals = totals();
        if (totals.isEmpty() || item || !sums.possible()) {
            return row;
        }
        paper.print(row, 0, label, STUB);
        List<Integer> rows = IntStream.range(first, row).boxed().toList();
        for (int c = 0; c < columns.size(); c++) {
            if (totals.contains(columns.get(c).name())) {
                total(paper.cell(row, c + 1), paper, columns.get(c), sums.cells(columns.get(c), rows, c + 1));
            } else {
                paper.style(row, c + 1, Look.printed(Look.Part.TOTAL, HorizontalAlignment.CENTER));
            }
        }
        return row + 1;
    }
}
