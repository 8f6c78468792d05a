package org.xianbao.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/** Drop-down lists; those that a validation cannot hold stand on a hidden sheet, a column each. */
final class Choices {
    /** Characters that a validation holds. */
    static final int LONGEST = 255;

    private final XSSFWorkbook workbook;
    private final XSSFDataValidationHelper helper;
    private final Map<List<String>, String> listed = new HashMap<>();
    private @Nullable XSSFSheet sheet;

    Choices(XSSFWorkbook workbook, XSSFDataValidationHelper helper) {
        this.workbook = workbook;
        this.helper = helper;
    }

    DataValidationConstraint of(List<String> values) {
        String joined = String.join(",", values);
        boolean plain = values.stream()
                .noneMatch(
                        v -> v.contains(",") || v.contains("\"") || !v.strip().equals(v));
        return plain && joined.length() < LONGEST
                ? helper.createExplicitListConstraint(values.toArray(new String[0]))
                : helper.createFormulaListConstraint(listed.computeIfAbsent(values, this::list));
    }

    /** Without a heading: the sheet must look like no return. */
    private String list(List<String> values) {
        XSSFSheet lists = sheet();
        int column = listed.size();
        for (int i = 0; i < values.size(); i++) {
            var row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(column).setCellValue(values.get(i));
        }
        String name = "$" + CellAddress.columnName(column) + "$";
        return "'" + lists.getSheetName() + "'!" + name + "1:" + name + values.size();
    }

    private XSSFSheet sheet() {
        XSSFSheet lists = sheet;
        if (lists == null) {
            lists = workbook.createSheet(Words.of("lists"));
            workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
            sheet = lists;
        }
        return lists;
    }
}
