package org.xianbao.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.form.FormSheet;

/** A blank form that is filled in as a person would: where the reader looks for it, locked cells left alone. */
final class Filled {
    private final Path file;
    private final FormSheet form;
    private final Map<String, Integer> items;

    Filled(Definitions definitions, Path blank) {
        this.file = blank;
        this.form = Values.sheet(definitions, blank);
        this.items = Values.items(definitions, blank);
    }

    FormSheet form() {
        return form;
    }

    /** Writes the rows to another file, formulas calculated. */
    Path with(List<Values.Row> rows, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = WorkbookFactory.create(in)) {
            Sheet sheet = workbook.getSheet(form.sheet().name());
            int next = form.definition().form().headingLast() + 1;
            for (Values.Row row : rows) {
                int number =
                        form.definition().form().kind() == Form.Kind.GRID ? items.getOrDefault(row.item(), -1) : next++;
                row.cells().forEach((column, value) -> fill(sheet, column, number, value));
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            try (OutputStream out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
        return to;
    }

    private void fill(Sheet sheet, String column, int row, Values.Value value) {
        String place = form.layout().places().getOrDefault(column, "nowhere for " + column);
        CellAddress at = CellAddress.parse(place)
                .orElseGet(() -> CellAddress.parse(place + (row + 1)).orElseThrow());
        Row there = sheet.getRow(at.row());
        assertThat(there).as("row of " + at).isNotNull();
        Cell cell = there.getCell(at.column());
        assertThat(cell).as("cell " + at).isNotNull();
        if (cell.getCellType() == CellType.FORMULA && cell.getCellStyle().getLocked()) {
            return;
        }
        assertThat(cell.getCellStyle().getLocked()).as("locked: " + at).isFalse();
        switch (value.kind()) {
            case NUMBER -> cell.setCellValue(Double.parseDouble(value.text()));
            case PERCENT -> cell.setCellValue(Double.parseDouble(value.text()) * 100);
            case DATE -> cell.setCellValue(LocalDate.parse(value.text()));
            case BLANK -> cell.setBlank();
            default -> cell.setCellValue(value.text());
        }
    }
}
