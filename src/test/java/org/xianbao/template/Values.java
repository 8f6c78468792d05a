package org.xianbao.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.finding.Finding;
import org.xianbao.form.FormRows;
import org.xianbao.form.FormSheet;
import org.xianbao.form.Recognition;
import org.xianbao.value.Regions;
import org.xianbao.workbook.Workbook;
import org.xianbao.workbook.Workbooks;

/** What a workbook says of a return, cell by cell, as the reader finds it. */
final class Values {
    private Values() {}

    record Value(CellKind kind, String text) {}

    record Row(String item, Map<String, Value> cells) {}

    /** The only return of a workbook in which there is nothing to find. */
    static FormSheet sheet(Definitions definitions, Path file) {
        List<Finding> findings = new ArrayList<>();
        List<FormSheet> sheets = sheets(definitions, file, findings::add);
        assertThat(findings).isEmpty();
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    static List<FormSheet> sheets(Definitions definitions, Path file, Consumer<Finding> findings) {
        try (Workbook workbook = (Workbook) Workbooks.open(file)) {
            return Recognition.sheets(workbook, definitions, new Regions(definitions.regions()), findings);
        }
    }

    /** All sheets of a workbook that are this return. */
    static List<Row> of(Definitions definitions, Path file, String returnName) {
        List<Row> rows = new ArrayList<>();
        try (Workbook workbook = (Workbook) Workbooks.open(file)) {
            Recognition.sheets(workbook, definitions, new Regions(definitions.regions()), f -> {}).stream()
                    .filter(s -> s.definition().name().equals(returnName))
                    .forEach(sheet -> rows.addAll(rows(workbook, sheet)));
        }
        return rows;
    }

    private static List<Row> rows(Workbook workbook, FormSheet sheet) {
        List<Row> rows = new ArrayList<>();
        List<Column> columns = sheet.definition().columns();
        try (FormRows cursor = FormRows.open(workbook, sheet, f -> {})) {
            while (cursor.next()) {
                Map<String, Value> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size() && !cursor.total(); i++) {
                    Slice cell = cursor.cell(i);
                    cells.put(columns.get(i).name(), new Value(cell.kind(), cell.text()));
                }
                if (!cursor.total()) {
                    rows.add(new Row(cursor.item(), cells));
                }
            }
        }
        return rows;
    }

    /** The zero-based row of each item of a grid. */
    static Map<String, Integer> items(Definitions definitions, Path file) {
        Map<String, Integer> items = new HashMap<>();
        FormSheet sheet = sheet(definitions, file);
        try (Workbook workbook = (Workbook) Workbooks.open(file);
                FormRows cursor = FormRows.open(workbook, sheet, f -> {})) {
            while (cursor.next()) {
                items.put(cursor.item(), cursor.rowNumber());
            }
        }
        return items;
    }
}
