package org.xianbao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.definition.Column;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.finding.Severity;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Sheet;
import org.xianbao.workbook.SheetCursor;
import org.xianbao.workbook.Workbook;

/** Finds a unit form's values, a row an item, and tells which items are missing, doubled or unknown. */
final class UnitItems {
    private final ReturnDefinition definition;
    private final Teller teller;
    private final int first;
    private final List<Block> blocks;
    private final Items items;
    private final Map<Integer, Located> found = new HashMap<>();

    /**
     * Zero-based sheet columns of labels, values, units and codes; {@link Layout#NOWHERE} where a form has no units or
     * codes.
     */
    record Block(int stub, int value, int unit, int code) {}

    /** @param first first row of the body, zero-based */
    UnitItems(ReturnDefinition definition, Teller teller, int first, List<Block> blocks) {
        this.definition = definition;
        this.teller = teller;
        this.first = first;
        this.blocks = blocks;
        this.items = new Items(definition.columns().stream()
                .map(c -> c.place() instanceof Place.Item item ? item.label() : "")
                .toList());
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
            missing();
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
        Optional<Integer> item = items.find(label).or(() -> items.find(code));
        CellKind kind = row.kind(block.value());
        CellAddress cell = new CellAddress(row.number(), block.value());
        if (item.isEmpty()) {
            boolean heading = Wording.of(label)
                    .equals(Wording.of(String.valueOf(definition.form().stub())));
            if (!heading && !row.text(block.value()).isBlank()) {
                unknown(row.number(), block, label.isBlank() ? code : label);
            }
            return;
        }
        Column column = definition.columns().get(item.get());
        Located earlier = found.putIfAbsent(item.get(), new Located(cell, kind, row.text(block.value())));
        if (earlier != null) {
            tell(
                    Severity.REJECT,
                    "item-twice",
                    cell,
                    column,
                    label,
                    Map.of("item", label.strip(), "other", earlier.cell().toString()));
        }
        String unit = block.unit() == Layout.NOWHERE ? "" : row.text(block.unit());
        String printed = unit.isBlank() ? PrintedUnit.of(Wording.of(label)).unit() : Wording.of(unit);
        if (printed != null) {
            int at = unit.isBlank() ? block.stub() : block.unit();
            Survey.unit(teller, column, new CellAddress(row.number(), at), unit.isBlank() ? label : unit, printed);
        }
    }

    private void unknown(int row, Block block, String label) {
        teller.tell(
                Severity.REJECT,
                "item-unknown",
                new CellAddress(row, block.stub()),
                null,
                label.strip(),
                null,
                Map.of("item", label.strip()));
    }

    private void missing() {
        for (int i = 0; i < definition.columns().size(); i++) {
            Column column = definition.columns().get(i);
            if (column.place() instanceof Place.Item item && !found.containsKey(i)) {
                tell(Severity.REJECT, "item-missing", null, column, null, Map.of("item", item.label()));
            }
        }
    }

    private void tell(
            Severity severity,
            String rule,
            @Nullable CellAddress cell,
            Column column,
            @Nullable String reported,
            Map<String, String> message) {
        String expected = column.place() instanceof Place.Item item ? item.label() : null;
        teller.tell(severity, rule, cell, column.name(), reported, expected, message);
    }
}
