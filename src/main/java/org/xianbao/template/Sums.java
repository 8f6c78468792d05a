package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.template.formula.Excel;
import org.xianbao.template.formula.MissingMarks;

/** Formulas of totals: blank as long as there is nothing to add, and where a figure is none that a spreadsheet can add. */
final class Sums {
    private final List<String> marks;

    Sums(MissingMarks missing) {
        this.marks = missing.typed();
    }

    /** Whether a mark is itself a number, which a spreadsheet would add. */
    boolean possible() {
        return marks.stream().noneMatch(m -> m.matches("[-+]?[\\d.,]*\\d[\\d.,]*"));
    }

    /** Of a roster's rows, down to the row above the formula: it grows with every row that is put in. */
    String rows(Column column, int first, int sheetColumn) {
        String name = CellAddress.columnName(sheetColumn);
        return of(column, List.of(name + (first + 1) + ":INDEX(" + name + ":" + name + ",ROW()-1)"));
    }

    /** Of cells in one sheet column, by their rows in ascending order. */
    String cells(Column column, List<Integer> rows, int sheetColumn) {
        String name = CellAddress.columnName(sheetColumn);
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int first = i;
            while (i + 1 < rows.size() && rows.get(i + 1) == rows.get(i) + 1) {
                i++;
            }
            ranges.add(name + (rows.get(first) + 1) + (i > first ? ":" + name + (rows.get(i) + 1) : ""));
        }
        return of(column, ranges);
    }

    private String of(Column column, List<String> ranges) {
        String all = String.join(",", ranges);
        String sum = "SUM(" + all + ")";
        return "IF(COUNT(" + all + ")=0,\"\"," + (column.qualified() ? exact(all, ranges, sum) : sum) + ")";
    }

    /** Only when all that is filled in is numbers and marks: 6300余 is not to be left out of a sum. */
    private String exact(String all, List<String> ranges, String sum) {
        StringBuilder numbers = new StringBuilder("COUNT(" + all + ")");
        for (String mark : marks) {
            String criterion = "=" + mark.replaceAll("[*?~]", "~$0");
            ranges.forEach(r -> numbers.append("+COUNTIF(")
                    .append(r)
                    .append(',')
                    .append(Excel.text(criterion))
                    .append(')'));
        }
        return "IF(COUNTA(" + all + ")=" + numbers + "," + sum + ",\"\")";
    }
}
