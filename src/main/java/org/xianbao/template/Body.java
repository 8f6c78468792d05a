package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/** The table of a form: its columns, and the rows below their headings. */
abstract sealed class Body permits RosterBody, GridBody, UnitBody {
    private static final String LETTERS = "甲乙丙丁戊己庚辛";

    final Order order;
    final ReturnDefinition definition;
    final Form form;
    final Fields fields;

    Body(Order order, Fields fields) {
        this.order = order;
        this.definition = order.definition();
        this.form = definition.form();
        this.fields = fields;
    }

    static Body of(Order order, Fields fields) {
        return switch (order.definition().form().kind()) {
            case ROSTER -> new RosterBody(order, fields);
            case GRID -> new GridBody(order, fields);
            case UNIT -> new UnitBody(order, fields);
        };
    }

    /**
     * A column of the table.
     *
     * @param heading its path, outermost first
     * @param unit printed in its heading; null for none
     * @param width in half-width characters
     */
    record Head(String heading, @Nullable String unit, int width) {}

    /** The columns from A on. */
    abstract List<Head> heads();

    /**
     * Writes the rows.
     *
     * @param first first row below the headings, zero-based
     * @return the row behind the last
     */
    abstract int print(Paper paper, int first, Entries entries);

    /** Cells that show that the first row is begun; null when every row is always to be filled in. */
    @Nullable
    CellRangeAddress begun(int first) {
        return null;
    }

    /** The unit of all figures in the table, printed once above it; null when there are several, or none. */
    @Nullable
    String unit() {
        return null;
    }

    /** Columns that stand under headings. */
    final List<Column> under() {
        return definition.columns().stream()
                .filter(c -> c.place() instanceof Place.Under)
                .toList();
    }

    /** The unit in which all of them are reported; null when there are several, or none. */
    final @Nullable String common(List<Column> columns) {
        List<String> units = new ArrayList<>();
        for (Column column : columns) {
            String unit = Fields.unit(column);
            if (unit != null && !units.contains(unit)) {
                units.add(unit);
            }
        }
        return units.size() == 1 ? units.get(0) : null;
    }

    final Head head(Column column, String path) {
        String innermost = path.substring(path.lastIndexOf('/') + 1);
        String unit = unit() == null ? Fields.unit(column) : null;
        return new Head(path, unit, fields.width(column, innermost));
    }

    /** The columns whose total the form states, by its rules. */
    final List<String> totals() {
        return definition.rules().stream()
                .flatMap(r ->
                        r.check() instanceof Rule.Check.Totals t ? t.columns().stream() : List.<String>of().stream())
                .distinct()
                .toList();
    }

    /** Numbers the columns: letters for those that are labels. */
    final void number(Paper paper, int row, int labels) {
        Look look = Look.printed(Look.Part.NUMBERING, HorizontalAlignment.CENTER);
        for (int column = 0; column < heads().size(); column++) {
            if (column < labels) {
                paper.print(row, column, LETTERS.substring(column, column + 1), look);
            } else {
                paper.style(row, column, look).setCellValue(column - labels + 1);
            }
        }
    }

    /** A total, which is calculated; where figures may carry words, it may be typed over. */
    final void total(XSSFCell cell, Paper paper, Column column, String formula) {
        Look look = new Look(Look.Part.TOTAL, Look.GENERAL, HorizontalAlignment.RIGHT, column.qualified());
        paper.style(cell.getRowIndex(), cell.getColumnIndex(), look).setCellFormula(formula);
    }
}
