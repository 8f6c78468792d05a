package org.xianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Workbook;

/** A grid's rows, by their labels. */
final class GridRows extends SheetRows {
    private final Lines lines;
    private final List<String> codes;
    private final ItemRows items;
    private String item = "";
    private boolean ended;
    private boolean heading;

    GridRows(Workbook workbook, FormSheet form, Teller teller) {
        super(workbook, form, teller);
        Map<String, Bilingual> declared = form.definition().form().items();
        lines = new Lines(form);
        codes = new ArrayList<>(declared.keySet());
        items = new ItemRows(declared.values().stream()
                .map(label -> new ItemRows.Item(label.zh(), null))
                .toList());
    }

    @Override
    Sort sort(Row row) {
        item = "";
        int stub = layout().body().stub();
        if (stub == Layout.NOWHERE) {
            return Sort.OTHER;
        }
        String label = row.text(stub);
        Lines.Line line = items.has(label) ? Lines.Line.OTHER : lines.of(row, heading);
        heading = line == Lines.Line.HEADING;
        ended = (ended && !heading) || line == Lines.Line.FOOTER;
        if (ended || heading || line == Lines.Line.TITLE || line == Lines.Line.OTHER_HEADING) {
            return Sort.OTHER;
        }
        CellAddress cell = new CellAddress(row.number(), stub);
        Optional<Integer> found = items.find(label, "");
        if (found.isPresent()) {
            return item(found.get(), cell, label);
        }
        if (line == Lines.Line.TOTAL) {
            return Sort.TOTAL;
        }
        if (line != Lines.Line.SUBTOTAL && filled(row, dataColumns())) {
            items.unknown(cell, label);
        }
        return Sort.OTHER;
    }

    /** An item's row counts even when it is blank: its cells may have to be filled in. */
    private Sort item(int found, CellAddress cell, String label) {
        if (!items.first(found, cell, label)) {
            return Sort.OTHER;
        }
        item = codes.get(found);
        return Sort.DATA;
    }

    @Override
    void end() {
        if (layout().body().stub() != Layout.NOWHERE) {
            items.tell(teller(), Pairing.Filled.ANYHOW);
        }
    }

    @Override
    public String item() {
        return item;
    }
}
