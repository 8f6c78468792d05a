package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/**
 * As much of a submission as is looked at: all of a small one, of a large one the rows that have findings.
 *
 * @param size how many rows it has
 * @param counted how often each rule is broken in it
 * @param places column name to a column letter, or to a cell for what stands in one place
 * @param totals the form's printed totals
 * @param outside the sum of the rows that are not here, by column with a printed total
 * @param usual the median of a column in this submission; columns with few rows are left out
 */
record Excerpt(
        long submission,
        long size,
        Map<String, Long> counted,
        ReturnDefinition layout,
        Map<String, String> places,
        List<SheetRow> rows,
        Map<String, Printed> totals,
        Map<String, BigDecimal> outside,
        Map<String, BigDecimal> usual) {

    /** A printed total: its 1-based row and what it says. */
    record Printed(int row, BigDecimal figure) {}

    /** Whether these are all its rows. */
    boolean whole() {
        return rows.size() >= size;
    }

    /** The columns whose figures may be wrong: numbers that do not identify a row. */
    Set<String> figures() {
        Set<String> figures = new LinkedHashSet<>();
        layout.columns().stream()
                .filter(c -> c.type().numeric() || c.type() == ColumnType.YEAR)
                .map(Column::name)
                .filter(places::containsKey)
                .forEach(figures::add);
        figures.removeAll(layout.key());
        layout.rules().forEach(r -> {
            if (r.check() instanceof Rule.Check.Unique unique) {
                unique.columns().forEach(figures::remove);
            }
        });
        return figures;
    }

    /** The cell of a column in a row. */
    Spot spot(String column, int row) {
        return new Spot(column, fixed(column) ? null : row);
    }

    private boolean fixed(String column) {
        String place = places.getOrDefault(column, "");
        return !place.isEmpty() && Character.isDigit(place.charAt(place.length() - 1));
    }

    /** Its address; empty when the column does not stand on the sheet. */
    Optional<CellAddress> cell(Spot spot) {
        String place = places.get(spot.column());
        if (place == null) {
            return Optional.empty();
        }
        return CellAddress.parse(spot.row() == null ? place : place + spot.row());
    }

    /** What stands there, in the stored unit; null when nothing does. */
    @Nullable
    BigDecimal figure(Spot spot) {
        Printed printed = printed(spot);
        if (printed != null) {
            return printed.figure();
        }
        return row(spot).map(r -> r.figure(spot.column())).orElse(null);
    }

    /** What stood there in an earlier period; null when that is not known. */
    @Nullable
    BigDecimal before(Spot spot) {
        return row(spot).map(r -> r.before().get(spot.column())).orElse(null);
    }

    /** The printed total in this cell; null when it is another cell. */
    @Nullable
    Printed printed(Spot spot) {
        Printed printed = totals.get(spot.column());
        return printed != null && spot.row() != null && spot.row() == printed.row() ? printed : null;
    }

    /** Whether the cell says that there is no figure, by a mark or by a text that was refused. */
    boolean marked(Spot spot) {
        return row(spot)
                .map(r -> r.stored().get("_missing"))
                .map(m -> m instanceof Map<?, ?> missing ? missing.get(spot.column()) : null)
                .filter(m -> !"unknown".equals(m))
                .isPresent();
    }

    private Optional<SheetRow> row(Spot spot) {
        return rows.stream()
                .filter(r -> spot.row() == null || r.number() == spot.row())
                .findFirst();
    }

    /** All cells that a breach looks at. */
    Set<Spot> spots(Relation relation, Breach breach) {
        Set<Spot> spots = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>(relation.columns());
        columns.retainAll(figures());
        for (String column : columns) {
            rows.stream()
                    .filter(r -> breach.row() == 0 || r.number() == breach.row())
                    .forEach(r -> spots.add(spot(column, r.number())));
        }
        if (relation.total() != null && totals.containsKey(relation.total())) {
            spots.add(new Spot(relation.total(), totals.get(relation.total()).row()));
        }
        spots.removeIf(this::marked);
        return spots;
    }

    /** Whether a column takes whole numbers only. */
    boolean whole(String column) {
        return layout.column(column)
                .filter(c -> c.type() == ColumnType.INTEGER || c.type() == ColumnType.YEAR)
                .isPresent();
    }

    /** How many decimals a column's figures have, at most. */
    int decimals(String column) {
        if (whole(column)) {
            return 0;
        }
        return rows.stream()
                .map(r -> r.figure(column))
                .filter(Objects::nonNull)
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
    }

    /** The fields that are typed again for SQL, with their types: the row's own, and those of the period before. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (layout.form().kind() == Form.Kind.GRID) {
            fields.put(Form.ITEM, "text");
        }
        layout.columns().forEach(c -> c.stored().forEach(f -> fields.put(f.name(), f.type())));
        Map<String, String> all = new LinkedHashMap<>(fields);
        fields.forEach((name, type) -> all.put("prev." + name, type));
        return all;
    }
}
