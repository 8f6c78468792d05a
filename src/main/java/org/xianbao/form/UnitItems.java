package org.xianbao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;

/** Finds a unit form's values, a row an item. */
final class UnitItems {
    private final ReturnDefinition definition;
    private final Teller teller;
    private final int first;
    private final List<Block> blocks;
    private final Evidence evidence;
    private final ItemRows items;
    private final Map<Integer, Unclaimed> unclaimed = new HashMap<>();
    private final Map<Integer, Located> found = new HashMap<>();

    /**
     * Zero-based sheet columns of labels, values, units and codes; {@link Layout#NOWHERE} where a form has no units or
     * codes.
     */
    record Block(int stub, int value, int unit, int code) {

        /** The blocks from left to right; none when labels or values have no heading. */
        static List<Block> of(Fit fit) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < fit.blocks(); i++) {
                Map<Integer, Integer> columns = fit.columns(i);
                Integer stub = columns.get(Target.STUB);
                Integer value = columns.get(Target.VALUE);
                if (stub != null && value != null) {
                    int unit = beside(fit, stub, value, Customary.UNITS);
                    blocks.add(new Block(stub, value, unit, beside(fit, stub, value, Customary.CODES)));
                }
            }
            return blocks;
        }

        /** The column of such a heading that is nearest to the labels. */
        private static int beside(Fit fit, int stub, int value, Set<String> headings) {
            int reach = Math.abs(value - stub) + 1;
            return fit.headings().stream()
                    .filter(h -> headings.contains(h.innermost()))
                    .map(Heading::column)
                    .filter(c -> c != value && c != stub && Math.abs(c - stub) <= reach)
                    .min(Comparator.comparingInt(c -> Math.abs(c - stub)))
                    .orElse(Layout.NOWHERE);
        }
    }

    /** What stands on a row whose label is no item's; the unit normalised. */
    private record Unclaimed(Located value, String unit) {}

    /** @param first first row of the body, zero-based */
    UnitItems(ReturnDefinition definition, Teller teller, int first, List<Block> blocks, Evidence evidence) {
        this.definition = definition;
        this.teller = teller;
        this.first = first;
        this.blocks = blocks;
        this.evidence = evidence;
        this.items = new ItemRows(declared(definition));
    }

    /** Each column as an item; one that stands elsewhere has no label. */
    private static List<ItemRows.Item> declared(ReturnDefinition definition) {
        return definition.columns().stream()
                .map(c -> new ItemRows.Item(c.place() instanceof Place.Item item ? item.label() : "", c.name()))
                .toList();
    }

    /** The value cells by definition column. */
    Map<Integer, Located> find(Workbook workbook, Sheet sheet) {
        HiddenRows hidden = new HiddenRows();
        try (SheetCursor cursor = workbook.read(sheet)) {
            while (cursor.next() && !ends(cursor.row())) {
                Row row = cursor.row();
                if (row.number() >= first
                        && !hidden.leavesOut(row, definition.form().hidden())) {
                    blocks.forEach(block -> read(row, block));
                }
            }
        }
        hidden.tell(teller, definition.form().hidden());
        if (!blocks.isEmpty()) {
            items.tell(teller, this::suits);
        }
        return found;
    }

    private boolean ends(Row row) {
        return row.number() >= first
                && Footer.stands(row)
                && blocks.stream().noneMatch(b -> items.has(row.text(b.stub())));
    }

    private void read(Row row, Block block) {
        String label = row.text(block.stub());
        String code = block.code() == Layout.NOWHERE ? "" : row.text(block.code());
        if (label.isBlank() && code.isBlank()) {
            return;
        }
        CellAddress cell = new CellAddress(row.number(), block.stub());
        Optional<Integer> item = items.find(label, code);
        if (item.isPresent()) {
            item(row, block, item.get(), label);
        } else if (!heading(label) && !row.text(block.value()).isBlank()) {
            String unit = block.unit() == Layout.NOWHERE ? "" : row.text(block.unit());
            items.unknown(cell, label.isBlank() ? code : label)
                    .ifPresent(place -> unclaimed.put(place, new Unclaimed(value(row, block), Wording.of(unit))));
        }
    }

    private static Located value(Row row, Block block) {
        CellAddress cell = new CellAddress(row.number(), block.value());
        return new Located(cell, row.kind(block.value()), row.text(block.value()));
    }

    /** By the value that is filled in, and by the unit that is printed beside it. */
    private double suits(int item, int place) {
        Unclaimed row = unclaimed.get(place);
        Column column = definition.columns().get(item);
        return row == null ? 0 : (evidence.of(column, row.value()) + PrintedUnit.suits(row.unit(), column)) / 2.0;
    }

    private boolean heading(String label) {
        String stub = definition.form().stub();
        return stub != null && Wording.of(label).equals(Wording.of(stub));
    }

    private void item(Row row, Block block, int item, String label) {
        if (items.first(item, new CellAddress(row.number(), block.stub()), label)) {
            found.put(item, value(row, block));
        }
        unit(row, block, definition.columns().get(item), label);
    }

    /** The unit printed in its own column, else in the label. */
    private void unit(Row row, Block block, Column column, String label) {
        String unit = block.unit() == Layout.NOWHERE ? "" : row.text(block.unit());
        String printed = unit.isBlank() ? PrintedUnit.of(Wording.of(label)).unit() : Wording.of(unit);
        if (printed != null) {
            CellAddress cell = new CellAddress(row.number(), unit.isBlank() ? block.stub() : block.unit());
            PrintedUnits.tell(teller, column, cell, unit.isBlank() ? label : unit, printed);
        }
    }
}
