package org.xianbao.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

/**
 * Rows whose cells stand one column too far: from some column on, what stands in the next column, or the one before, would
 * all be read, and what stands in place is refused. All refused rows together, or one row by itself.
 */
final class ShiftedColumns {
    /** Refused cells that one row must have, and that a block must have in all. */
    private static final int FEW = 3;
    /** Of the cells of a block that may not fit all the same: mistakes are made there too. */
    private static final double HARDLY = 0.05;
    /** Columns whose contents can be told from others, by type, and that fit only when moved. */
    private static final int TELLING = 2;

    private final Excerpt excerpt;
    private final Likeness likeness;
    private final List<Column> columns;
    private final Map<Integer, Map<String, Complaint>> refused = new LinkedHashMap<>();

    ShiftedColumns(Excerpt excerpt, Likeness likeness, List<Complaint> complaints) {
        this.excerpt = excerpt;
        this.likeness = likeness;
        this.columns = excerpt.layout().columns().stream()
                .filter(c -> letter(c) >= 0)
                .sorted(Comparator.comparing(this::letter))
                .toList();
        Set<Integer> rows = new HashSet<>();
        excerpt.rows().forEach(r -> rows.add(r.number()));
        for (Complaint complaint : complaints) {
            Integer row = complaint.row();
            String column = complaint.column();
            if (row != null && column != null && complaint.reported() != null && rows.contains(row)) {
                refused.computeIfAbsent(row, r -> new HashMap<>()).put(column, complaint);
            }
        }
    }

    private int letter(Column column) {
        String place = excerpt.places().getOrDefault(column.name(), "1");
        return CellAddress.parse(place + "1")
                .filter(a -> !Character.isDigit(place.charAt(place.length() - 1)))
                .map(CellAddress::column)
                .orElse(-1);
    }

    /** The refused cells that a shift explains, with its hint. */
    Map<Complaint, Hint> hints() {
        Map<Complaint, Hint> hints = new LinkedHashMap<>();
        List<SheetRow> rows = excerpt.rows().stream()
                .filter(r -> refused.containsKey(r.number()))
                .toList();
        if (rows.size() > 1 && explain(rows, hints)) {
            return hints;
        }
        rows.forEach(row -> explain(List.of(row), hints));
        return hints;
    }

    private boolean explain(List<SheetRow> rows, Map<Complaint, Hint> hints) {
        for (int by : new int[] {1, -1}) {
            int from = start(rows, by);
            if (from >= 0) {
                tell(rows, from, by, hints);
                return true;
            }
        }
        return false;
    }

    private void tell(List<SheetRow> rows, int from, int by, Map<Complaint, Hint> hints) {
        String column = CellAddress.columnName(letter(columns.get(from)));
        String direction = by > 0 ? "right" : "left";
        Hint hint = rows.size() > 1
                ? Hint.block("columns-" + direction, Map.of("column", column))
                : Hint.block(
                        "row-" + direction,
                        Map.of(
                                "column",
                                column,
                                "row",
                                Integer.toString(rows.get(0).number())));
        for (SheetRow row : rows) {
            columns.subList(from, columns.size())
                    .forEach(c -> of(row, c).ifPresent(complaint -> hints.put(complaint, hint)));
        }
    }

    private Optional<Complaint> of(SheetRow row, Column column) {
        return Optional.ofNullable(refused.getOrDefault(row.number(), Map.of()).get(column.name()));
    }

    /** The column from which on the rows are moved; -1 when they are not. A column left blank by the move is preferred. */
    private int start(List<SheetRow> rows, int by) {
        int first = 0;
        while (first < columns.size() && !refusedIn(rows, first)) {
            first++;
        }
        List<Integer> possible = new ArrayList<>();
        for (int from = first; from >= 0; from--) {
            if (from < columns.size() && moved(rows, from, by)) {
                possible.add(from);
            }
        }
        return possible.stream()
                .filter(from -> by > 0 && blank(rows, columns.get(from)))
                .findFirst()
                .orElse(possible.isEmpty() ? -1 : possible.get(0));
    }

    private boolean refusedIn(List<SheetRow> rows, int column) {
        return rows.stream().anyMatch(r -> of(r, columns.get(column)).isPresent());
    }

    private boolean moved(List<SheetRow> rows, int from, int by) {
        int cells = 0;
        int strange = 0;
        int wrong = 0;
        Set<String> telling = new LinkedHashSet<>();
        for (int c = from; c < columns.size(); c++) {
            Column column = columns.get(c);
            for (SheetRow row : rows) {
                wrong += of(row, column).isPresent() ? 1 : 0;
                String text = c + by < from || c + by >= columns.size() ? null : text(row, columns.get(c + by));
                if (text == null) {
                    continue;
                }
                cells++;
                boolean fits = likeness.fits(column, text);
                strange += fits ? 0 : 1;
                if (fits
                        && Likeness.tells(column.type(), text)
                        && of(row, column).isPresent()) {
                    telling.add(column.name());
                }
            }
        }
        return wrong >= Math.max(FEW, rows.size()) && strange <= HARDLY * cells && telling.size() >= TELLING;
    }

    private boolean blank(List<SheetRow> rows, Column column) {
        return rows.stream().noneMatch(r -> text(r, column) != null);
    }

    /** What stands in a cell, as far as it is known: what was refused, or what was stored. */
    private @Nullable String text(SheetRow row, Column column) {
        Complaint complaint = of(row, column).orElse(null);
        if (complaint != null) {
            return complaint.reported();
        }
        boolean hashed = column.type() == ColumnType.CITIZEN_ID || column.type() == ColumnType.PHONE;
        Object stored = row.stored().get(hashed ? column.name() + "_shown" : column.name());
        return stored == null ? null : Objects.toString(stored);
    }
}
