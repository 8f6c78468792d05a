package org.xianbao.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.Missing;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Severity;
import org.xianbao.form.FormRows;
import org.xianbao.form.FormSheet;
import org.xianbao.value.Converter;
import org.xianbao.value.Converters;
import org.xianbao.value.Problems;
import org.xianbao.warehouse.CopyRows;
import org.xianbao.warehouse.FactTable;
import org.xianbao.warehouse.FindingBatch;

/** Turns the rows of one form into blocks. */
final class FormLoad implements AutoCloseable {
    /** Rows of a block: enough that a transaction costs nothing beside them, few enough for a small heap. */
    private static final int ROWS = 8192;

    private static final int BYTES = 4 << 20;

    private final String sheet;
    private final List<Column> columns;
    private final Converter[] converters;
    /** Columns that the sheet has; the others are refused once, not in every row, and no rule is judged by them. */
    private final boolean[] placed;

    private final FormRows rows;
    private final CopyRows copy;
    private final FindingBatch findings;
    private final Problems problems = this::found;
    private int column;
    private int lastRow = -1;
    private boolean held;
    private boolean ended;

    FormLoad(
            FormSheet form,
            long submission,
            Converters converters,
            FactTable table,
            FormRows rows,
            FindingBatch findings) {
        ReturnDefinition definition = form.definition();
        this.sheet = form.sheet().name();
        this.columns = definition.columns();
        this.converters = columns.stream().map(converters::of).toArray(Converter[]::new);
        this.placed = new boolean[columns.size()];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = form.layout().places().containsKey(columns.get(i).name());
        }
        this.rows = rows;
        this.copy = new CopyRows(table, definition, submission, form.period());
        this.findings = findings;
    }

    /** Fills one block with what follows; empty when the form has ended. A sheet row with several facts stays whole. */
    CopyRows fill(List<Block.Total> totals) {
        copy.clear();
        while (held || rows.next()) {
            held = (copy.rows() >= ROWS || copy.size() >= BYTES) && rows.rowNumber() != lastRow;
            if (held) {
                return copy;
            }
            lastRow = rows.rowNumber();
            if (rows.total()) {
                total(totals);
            } else {
                row();
            }
        }
        ended = true;
        return copy;
    }

    /** The last zero-based row that was read; -1 before the first. */
    int lastRow() {
        return lastRow;
    }

    boolean ended() {
        return ended;
    }

    private void row() {
        copy.row(rows.rowNumber() + 1, rows.item());
        for (column = 0; column < converters.length; column++) {
            copy.column(columns.get(column));
            if (placed[column]) {
                converters[column].convert(rows.cell(column), copy, problems);
            } else {
                copy.missing(Missing.REFUSED, columns.get(column).stored().size());
            }
        }
        copy.end();
    }

    private void total(List<Block.Total> totals) {
        List<BigDecimal> read = new ArrayList<>();
        TotalSink sink = new TotalSink(read::add);
        for (column = 0; column < converters.length; column++) {
            Slice cell = rows.cell(column);
            if (columns.get(column).type().numeric() && saysNumber(cell)) {
                read.clear();
                converters[column].convert(cell, sink, problems);
                read.stream()
                        .findFirst()
                        .ifPresent(value ->
                                totals.add(new Block.Total(columns.get(column).name(), rows.rowNumber() + 1, value)));
            }
        }
    }

    /** Not so the label of the row itself, which stands under some heading too. */
    private static boolean saysNumber(Slice cell) {
        return !cell.isBlank() && cell.text().chars().anyMatch(Character::isDigit);
    }

    private void found(
            Severity severity,
            String rule,
            @Nullable String reported,
            @Nullable String expected,
            Map<String, String> message) {
        findings.accept(new Finding(
                severity, rule, sheet, rows.address(column), columns.get(column).name(), reported, expected, message));
    }

    @Override
    public void close() {
        rows.close();
    }
}
