package org.xianbao.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;

/** Where the columns of a definition stand on one sheet. Immutable. */
public final class Layout {
    /** No place. */
    static final int NOWHERE = -1;

    private final List<Column> columns;
    private final int[] sheetColumns;
    private final Map<Integer, Located> fixed;
    private final @Nullable Slice[] slices;
    private final Body body;
    private final boolean grid;

    /**
     * What a reader must know of the body besides its columns.
     *
     * @param bodyFirst first row below the headings and their column numbers, zero-based
     * @param stub zero-based sheet column of a grid's or unit form's labels, or {@link #NOWHERE}
     * @param headings normalised heading texts by zero-based sheet column
     * @param sequence zero-based sheet columns that only number the rows
     */
    record Body(int bodyFirst, int stub, Map<Integer, Set<String>> headings, Set<Integer> sequence) {}

    /**
     * @param sheetColumns zero-based sheet column of each definition column, or {@link #NOWHERE}
     * @param fixed cells of the title block, or of a unit form, by definition column
     */
    Layout(ReturnDefinition definition, int[] sheetColumns, Map<Integer, Located> fixed, Body body) {
        this.columns = List.copyOf(definition.columns());
        this.sheetColumns = sheetColumns.clone();
        this.fixed = Map.copyOf(fixed);
        this.body = body;
        this.grid = definition.form().kind() == Form.Kind.GRID;
        this.slices = new Slice[columns.size()];
        fixed.forEach((column, cell) -> slices[column] = cell.slice());
    }

    /** Of a sheet that is this return and whose rows must not be read. */
    static Layout unread(ReturnDefinition definition) {
        int[] nowhere = new int[definition.columns().size()];
        Arrays.fill(nowhere, NOWHERE);
        return new Layout(definition, nowhere, Map.of(), new Body(0, NOWHERE, Map.of(), Set.of()));
    }

    /** Whether every column of the definition has its place; what is missing was told when the sheet was recognised. */
    public boolean complete() {
        for (int column = 0; column < columns.size(); column++) {
            if (place(column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Each column's name with its place: the letter of a body column ({@code E}), or the cell where it is fixed
     * ({@code D9}); of a grid also its labels, as {@link Form#ITEM}. A column that was not found is left out; without any,
     * no row is read.
     */
    public Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column).name();
            place(column).ifPresent(p -> places.put(name, p));
        }
        if (grid && body.stub() != NOWHERE) {
            places.put(Form.ITEM, CellAddress.columnName(body.stub()));
        }
        return places;
    }

    private Optional<String> place(int column) {
        Located cell = fixed.get(column);
        if (cell != null) {
            return Optional.of(cell.cell().toString());
        }
        int sheetColumn = sheetColumns[column];
        return sheetColumn == NOWHERE ? Optional.empty() : Optional.of(CellAddress.columnName(sheetColumn));
    }

    List<Column> columns() {
        return columns;
    }

    /** What the fixed cell of a column says, without the label it may share its cell with; empty when it is not fixed. */
    public Optional<Slice> said(Column column) {
        return Optional.ofNullable(slices[columns.indexOf(column)]);
    }

    /** Zero-based sheet column, or {@link #NOWHERE}. */
    int sheetColumn(int column) {
        return sheetColumns[column];
    }

    @Nullable
    Located fixed(int column) {
        return fixed.get(column);
    }

    /** The fixed cell's content; the same object every time, null when the column is not fixed. */
    @Nullable
    Slice fixedSlice(int column) {
        return slices[column];
    }

    Body body() {
        return body;
    }

    /** Zero-based sheet columns of the body, those that only number the rows left out. */
    int[] dataColumns() {
        return Arrays.stream(sheetColumns)
                .filter(c -> c != NOWHERE && !body.sequence().contains(c) && c != body.stub())
                .toArray();
    }
}
