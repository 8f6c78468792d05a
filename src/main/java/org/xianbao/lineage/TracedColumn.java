package org.xianbao.lineage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Reads;
import org.xianbao.form.ItemLabel;
import org.xianbao.value.Converter;
import org.xianbao.warehouse.StoredText;

/** Gathers the cells of one column that a figure rests on, and holds each against what the facts say. */
abstract sealed class TracedColumn {
    /** Addresses of differing cells that are told. */
    static final int EXAMPLES = 10;

    private final Reads reads;
    private final String place;
    private final RowRanges rows;
    private final int most;
    private final List<ColumnCells.Cell> shown = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private long read;
    private long differing;

    /** @param place a letter, or the cell where it is fixed */
    private TracedColumn(Reads reads, String place, int most) {
        this.reads = reads;
        this.place = place;
        this.rows = new RowRanges(most);
        this.most = most;
    }

    /** The fields that the facts hold of it, in order. */
    abstract List<String> fields();

    abstract Bilingual title();

    abstract boolean personal();

    /** Compares a cell with the fact, of which this column's fields begin at {@code from}. */
    abstract boolean agrees(Slice cell, ResultSet fact, int from) throws SQLException;

    /** What is shown of a cell: reported text, value, qualifier. */
    abstract ColumnCells.Cell shown(String address, Slice cell, ResultSet fact, int from) throws SQLException;

    /** Where it stands whatever the row; null for a column of the body. */
    @Nullable
    CellAddress fixed() {
        return Character.isDigit(place.charAt(place.length() - 1))
                ? CellAddress.parse(place).orElseThrow()
                : null;
    }

    /** Zero-based column of the sheet. */
    int column() {
        return CellAddress.parse(place + "1").orElseThrow().column();
    }

    /** @param row 1-based row of the sheet */
    final void take(int row, Slice cell, ResultSet fact, int from) throws SQLException {
        CellAddress fixed = fixed();
        String address = fixed == null ? place + row : place;
        boolean again = fixed != null && read > 0;
        rows.add(fixed == null ? row : fixed.row() + 1);
        read += again ? 0 : 1;
        if (!agrees(cell, fact, from)) {
            differing++;
            if (examples.size() < EXAMPLES) {
                examples.add(address);
            }
        }
        if (!again && shown.size() < most) {
            shown.add(shown(address, cell, fact, from));
        }
    }

    final ColumnCells cells() {
        rows.end();
        List<String> ranges = fixed() == null ? rows.of(place) : List.of(place);
        return new ColumnCells(reads.column(), title(), reads.purposes(), personal(), ranges, read, List.copyOf(shown));
    }

    final long read() {
        return read;
    }

    final long differing() {
        return differing;
    }

    final List<String> examples() {
        return examples;
    }

    /** A cell's text as it stands in the workbook, a percentage as the sheet shows it; null when it is blank. */
    static @Nullable String reported(Slice cell) {
        if (cell.isBlank()) {
            return null;
        }
        String text = cell.text();
        return StoredText.of(
                cell.kind() == CellKind.PERCENT
                        ? new BigDecimal(text)
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString() + "%"
                        : text);
    }

    /** A column of the definition: what the cell says is converted again. */
    static final class OfDefinition extends TracedColumn {
        private final Column column;
        private final Converter converter;
        private final @Nullable Slice said;

        /** @param said what the cell says of this column, where it says more than that; null when it does not */
        OfDefinition(Reads reads, String place, int most, Column column, Converter converter, @Nullable Slice said) {
            super(reads, place, most);
            this.column = column;
            this.converter = converter;
            this.said = said;
        }

        @Override
        List<String> fields() {
            return column.stored().stream().map(f -> f.name()).toList();
        }

        @Override
        Bilingual title() {
            return column.title();
        }

        @Override
        boolean personal() {
            return column.type().personal();
        }

        @Override
        boolean agrees(Slice cell, ResultSet fact, int from) throws SQLException {
            StoredFields again = new StoredFields();
            converter.convert(said == null ? cell : said, again, (severity, rule, reported, expected, message) -> {});
            return again.same(StoredFields.of(fact, from, column));
        }

        @Override
        ColumnCells.Cell shown(String address, Slice cell, ResultSet fact, int from) throws SQLException {
            StoredFields stored = StoredFields.of(fact, from, column);
            if (personal()) {
                int masked = Math.max(0, fields().indexOf(column.name() + "_shown"));
                return new ColumnCells.Cell(address, stored.text(masked), null, null);
            }
            String qualifier = column.qualified() ? stored.text(fields().size() - 1) : null;
            return new ColumnCells.Cell(address, reported(cell), stored.text(0), qualifier);
        }
    }

    /** The labels of a grid. */
    static final class OfItems extends TracedColumn {
        private final Form form;

        OfItems(Reads reads, String place, int most, Form form) {
            super(reads, place, most);
            this.form = form;
        }

        @Override
        List<String> fields() {
            return List.of(Form.ITEM);
        }

        @Override
        Bilingual title() {
            return new Bilingual(form.stub() == null ? "项目" : form.stub(), "item");
        }

        @Override
        boolean personal() {
            return false;
        }

        @Override
        boolean agrees(Slice cell, ResultSet fact, int from) throws SQLException {
            Bilingual label = form.items().get(fact.getString(from));
            return label != null && ItemLabel.names(cell.text(), label.zh());
        }

        @Override
        ColumnCells.Cell shown(String address, Slice cell, ResultSet fact, int from) throws SQLException {
            return new ColumnCells.Cell(address, reported(cell), fact.getString(from), null);
        }
    }
}
