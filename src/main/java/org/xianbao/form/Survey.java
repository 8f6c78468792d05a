package org.xianbao.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.finding.Severity;
import org.xianbao.value.Converters;
import org.xianbao.workbook.Workbook;

/** Makes the layout of one sheet, and has told once what does not stand as declared. */
final class Survey {
    private final Head head;
    private final Teller teller;
    private final Fit fit;
    private final ReturnDefinition definition;
    private final Shift shift;
    private final Evidence evidence;

    Survey(Head head, Teller teller, Claim claim, Converters converters) {
        this.head = head;
        this.teller = teller;
        this.fit = claim.fit();
        this.definition = fit.definition();
        this.shift = claim.shift();
        this.evidence = new Evidence(head, fit.last(), converters);
    }

    Layout layout(Workbook workbook) {
        new HeadingCheck(teller, fit, shift, evidence).tell();
        Set<Integer> swapped = new Swapped(fit, evidence, teller).tell();
        new PrintedUnits(head, teller).check(fit, definition);
        hiddenColumns();
        Map<Integer, Located> fixed = new HashMap<>();
        titleBlock(fixed);
        Layout.Body body = body();
        if (definition.form().kind() == Form.Kind.UNIT) {
            fixed.putAll(new UnitItems(definition, teller, body.bodyFirst(), UnitItems.Block.of(fit), evidence)
                    .find(workbook, head.sheet()));
        }
        return new Layout(definition, sheetColumns(swapped), fixed, body);
    }

    private void hiddenColumns() {
        List<Integer> hidden = IntStream.range(0, head.width())
                .filter(c -> head.hidden(c) && headed(c))
                .boxed()
                .toList();
        if (!hidden.isEmpty()) {
            String names = String.join(
                    "、", hidden.stream().map(CellAddress::columnName).toList());
            CellAddress first = new CellAddress(fit.last(), hidden.get(0));
            Hiding.tell(teller, definition.form().hidden(), "hidden-columns", first, Map.of("columns", names));
        }
    }

    private boolean headed(int column) {
        return IntStream.rangeClosed(fit.first(), fit.last())
                .anyMatch(row -> !head.cell(row, column).blank());
    }

    private void titleBlock(Map<Integer, Located> fixed) {
        TitleBlock block = new TitleBlock(head, fit.first());
        for (int i = 0; i < definition.columns().size(); i++) {
            Column column = definition.columns().get(i);
            Optional<Located> cell = block.find(column.place(), shift);
            if (cell.isPresent()) {
                fixed.put(i, cell.get());
            } else if (column.place() instanceof Place.After after) {
                Map<String, String> message = Map.of("label", after.label());
                teller.tell(Severity.REJECT, "label-missing", null, column.name(), null, after.label(), message);
            }
        }
    }

    private int[] sheetColumns(Set<Integer> unread) {
        int[] columns = new int[definition.columns().size()];
        Arrays.fill(columns, Layout.NOWHERE);
        Map<Integer, Integer> found = fit.columns(0);
        for (int i = 0; i < columns.length; i++) {
            int target = definition.columns().get(i).place() instanceof Place.Stub ? Target.STUB : i;
            columns[i] = unread.contains(i) ? Layout.NOWHERE : found.getOrDefault(target, Layout.NOWHERE);
        }
        return columns;
    }

    private Layout.Body body() {
        Map<Integer, Set<String>> headings = new HashMap<>();
        Set<Integer> sequence = new HashSet<>();
        for (Heading heading : fit.headings()) {
            headings.put(heading.column(), Set.copyOf(heading.own()));
            if (Customary.sequence(heading)) {
                sequence.add(heading.column());
            }
        }
        int below = fit.last() + 1;
        return new Layout.Body(
                ColumnNumbers.stand(head.row(below)) ? below + 1 : below,
                fit.columns(0).getOrDefault(Target.STUB, Layout.NOWHERE),
                Map.copyOf(headings),
                Set.copyOf(sequence));
    }
}
