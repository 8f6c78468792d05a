package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Bilingual;
import org.xianbao.finding.Severity;
import org.xianbao.workbook.Row;
import org.xianbao.workbook.Workbook;

/** A grid's rows, by their labels. */
final class GridRows extends SheetRows {
    private final Lines lines;
    private final List<String> codes;
    private final List<String> labels;
    private final Items items;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private String item = "";
    private boolean ended;
    private boolean heading;

    GridRows(Workbook workbook, FormSheet form, Teller teller) {
        super(workbook, form, teller);
        Map<String, Bilingual> declared = form.definition().form().items();
        lines = new Lines(form);
        codes = new ArrayList<>(declared.keySet());
        labels = declared.values().stream().map(Bilingual::zh).toList();
        items = new Items(labels);
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
        boolean figures = filled(row, dataColumns(0));
        Optional<Integer> found = items.find(label);
        if (found.isEmpty()) {
            if (line == Lines.Line.TOTAL) {
                return Sort.TOTAL;
            }
            if (figures && line != Lines.Line.SUBTOTAL) {
                tell("item-unknown", row.number(), label, null, Map.of("item", label.strip()));
            }
            return Sort.OTHER;
        }
        return item(row.number(), label, found.get());
    }

    private Sort item(int row, String label, int found) {
        Integer earlier = rows.putIfAbsent(found, row);
        if (earlier != null) {
            tell(
                    "item-twice",
                    row,
                    label,
                    labels.get(found),
                    Map.of("item", labels.get(found), "other", String.valueOf(earlier + 1)));
            return Sort.OTHER;
        }
        item = codes.get(found);
        return Sort.DATA;
    }

    private void tell(String rule, int row, String label, @Nullable String expected, Map<String, String> message) {
        if (tells()) {
            CellAddress cell = new CellAddress(row, layout().body().stub());
            String reported = label.isBlank() ? null : label.strip();
            teller().tell(Severity.REJECT, rule, cell, null, reported, expected, message);
        }
    }

    /** An item's row counts even when it is blank: its cells may have to be filled in. */
    @Override
    boolean given(Row row, int block) {
        return true;
    }

    @Override
    void end() {
        for (int i = 0; i < codes.size(); i++) {
            if (!rows.containsKey(i)) {
                teller().tell(
                                Severity.REJECT,
                                "item-missing",
                                null,
                                null,
                                null,
                                labels.get(i),
                                Map.of("item", labels.get(i)));
            }
        }
    }

    @Override
    public String item() {
        return item;
    }
}
