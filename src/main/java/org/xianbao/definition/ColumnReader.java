package org.xianbao.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/** Reads one column, of the body or of the title block. */
record ColumnReader(Form.Kind form, boolean header) {

    /** Empty, with its mistakes told, when name, type or place cannot be read. */
    Optional<Column> read(Entry entry) {
        Optional<String> fault = Names.faultOfColumn(entry.key());
        fault.ifPresent(f -> entry.wrongKey("column name " + f));
        Optional<Block> block = entry.block();
        if (block.isEmpty() || fault.isPresent()) {
            return Optional.empty();
        }
        Block column = block.get().only(header ? Keys.HEADER_COLUMN : Keys.COLUMN);
        Optional<ColumnType> type = column.need("type").flatMap(t -> t.word(ColumnType.values(), ColumnType::word));
        Optional<Place> place = header ? headerPlace(column) : bodyPlace(column);
        String en = column.needText("en");
        String zh = column.get("zh")
                .flatMap(Entry::text)
                .or(() -> place.flatMap(ColumnReader::label))
                .orElse("");
        if (zh.isEmpty() && place.isPresent()) {
            column.wrong("'zh' is missing");
        }
        if (type.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        String unit = text(column, "unit");
        String reported = text(column, "reported");
        checkUnits(column, type.get(), unit, reported);
        return Optional.of(new Column(
                entry.key(),
                new Bilingual(zh, en),
                type.get(),
                place.get(),
                unit,
                reported,
                column.get("required").map(Entry::flag).orElse(false),
                column.get("qualified").map(q -> qualified(q, type.get())).orElse(false),
                list(column, type.get()),
                entry.line()));
    }

    private static @Nullable String text(Block block, String key) {
        return block.get(key).flatMap(Entry::text).orElse(null);
    }

    /** {@code after} or {@code at}: exactly one. */
    static Optional<Place> headerPlace(Block block) {
        Optional<Entry> after = block.get("after");
        Optional<Entry> at = block.get("at");
        if (after.isPresent() == at.isPresent()) {
            block.wrong(at.isPresent() ? "has both 'after' and 'at'" : "'after' (a label) or 'at' (a cell) is missing");
            return Optional.empty();
        }
        return after.isPresent()
                ? after.flatMap(Entry::text).map(Place.After::new)
                : at.flatMap(a -> a.text().flatMap(t -> cell(a, t))).map(Place.At::new);
    }

    /** A cell of an Excel sheet: at most XFD1048576. */
    static Optional<CellAddress> cell(Entry where, String text) {
        Optional<CellAddress> cell = CellAddress.parse(text).filter(c -> c.row() < 1_048_576 && c.column() < 16_384);
        if (cell.isEmpty()) {
            where.wrong(where.key() + ": '" + text + "' is no cell; write it like B3");
        }
        return cell;
    }

    private Optional<Place> bodyPlace(Block column) {
        String wanted = form == Form.Kind.UNIT ? "item" : "under";
        String other = form == Form.Kind.UNIT ? "under" : "item";
        column.get(other)
                .ifPresent(o -> o.wrongKey("a column of a " + form.name().toLowerCase(java.util.Locale.ROOT)
                        + " form says '" + wanted + "', not '" + other + "'"));
        if (column.has(other)) {
            return Optional.empty();
        }
        Optional<Entry> entry = column.need(wanted);
        Optional<String> text = entry.flatMap(Entry::text);
        if (form == Form.Kind.UNIT) {
            return text.map(Place.Item::new);
        }
        boolean gap =
                text.isPresent() && List.of(text.get().split("/", -1)).stream().anyMatch(String::isBlank);
        if (gap) {
            entry.ifPresent(e -> e.wrong("under: a heading is empty in '" + text.get() + "'"));
        }
        return gap ? Optional.empty() : text.map(Place.Under::new);
    }

    private static Optional<String> label(Place place) {
        if (place instanceof Place.Under under) {
            return Optional.of(
                    under.path().substring(under.path().lastIndexOf('/') + 1).strip());
        }
        if (place instanceof Place.Item item) {
            return Optional.of(item.label());
        }
        return place instanceof Place.After after ? Optional.of(after.label()) : Optional.empty();
    }

    private static void checkUnits(Block column, ColumnType type, @Nullable String unit, @Nullable String reported) {
        if (!type.numeric() && type != ColumnType.YEAR) {
            column.get("unit").ifPresent(u -> u.wrongKey("unit: a " + type.word() + " has none"));
        }
        if (!type.numeric()) {
            column.get("reported").ifPresent(u -> u.wrongKey("reported: a " + type.word() + " has no unit"));
            return;
        }
        if (unit == null && (type == ColumnType.AMOUNT || type == ColumnType.QUANTITY)) {
            column.wrong("'unit' is missing");
        }
        for (String key : List.of("unit", "reported")) {
            column.get(key).ifPresent(u -> u.text()
                    .filter(t -> Unit.parse(t).isEmpty())
                    .ifPresent(t -> u.wrong(key + ": '" + t + "' is no unit")));
        }
        Optional<Entry> said = column.get("reported");
        if (said.isPresent() && reported != null) {
            if (unit == null) {
                said.get().wrongKey("reported: needs a 'unit' to be converted to");
            } else if (Unit.parse(reported).isPresent()
                    && Unit.parse(unit).isPresent()
                    && Unit.conversion(reported, unit).isEmpty()) {
                said.get().wrong("reported: " + reported + " cannot be converted to " + unit);
            }
        }
    }

    private static boolean qualified(Entry entry, ColumnType type) {
        boolean qualified = entry.flag();
        if (qualified && !type.numeric()) {
            entry.wrongKey("qualified: only numbers can be, not a " + type.word());
        }
        return qualified && type.numeric();
    }

    private static @Nullable String list(Block column, ColumnType type) {
        if (type == ColumnType.CODE) {
            String list = column.needText("list");
            return list.isEmpty() ? null : list;
        }
        column.get("list").ifPresent(l -> l.wrongKey("list: belongs to type code, not " + type.word()));
        return null;
    }
}
