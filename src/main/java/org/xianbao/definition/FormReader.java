package org.xianbao.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/** Reads the {@code form} block: where things stand, and the columns, those of the title block first. */
final class FormReader {
    private static final Pattern ROWS = Pattern.compile("(\\d{1,7})(?:\\s*-\\s*(\\d{1,7}))?");

    private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9_-]*");

    private final Block block;
    private final Form.Kind kind;
    private final List<Column> columns = new ArrayList<>();

    private FormReader(Block block, Form.Kind kind) {
        this.block = block;
        this.kind = kind;
    }

    /** {@code form} is empty, with the mistakes told, when there is no telling what kind it is or where its rows stand. */
    record Read(Optional<Form> form, List<Column> columns) {}

    static Read read(Block block) {
        block.only(Keys.FORM);
        return block.need("kind")
                .flatMap(k -> k.word(Form.Kind.values(), FormReader::word))
                .map(kind -> new FormReader(block, kind).read())
                .orElse(new Read(Optional.empty(), List.of()));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Read read() {
        Optional<Block> header = block.need("header").flatMap(Entry::block);
        Optional<Place> county = header.flatMap(h -> known(h, "county", ColumnType.REGION));
        Optional<Place> period = header.flatMap(h -> known(h, "period", ColumnType.PERIOD));
        header.ifPresent(this::headerColumns);
        block.need("columns").flatMap(Entry::block).ifPresent(this::bodyColumns);
        Optional<Form> form = block.need("rows").flatMap(Entry::block).flatMap(rows -> {
            rows.only(Keys.ROWS);
            Optional<int[]> heading = rows.need("heading").flatMap(FormReader::rows);
            Map<String, Bilingual> items = items(rows);
            String stub = labels(rows, "stub", kind != Form.Kind.ROSTER);
            String value = labels(rows, "value", kind == Form.Kind.UNIT);
            if (heading.isEmpty() || county.isEmpty() || period.isEmpty()) {
                return Optional.empty();
            }
            if (heading.get()[0] == 0 && county.get() instanceof Place.After label) {
                rows.get("heading")
                        .ifPresent(h -> h.wrong("heading: there is no row above it for '" + label.label() + "'"));
            }
            return Optional.of(new Form(
                    kind,
                    block.get("sheet").flatMap(Entry::text).orElse(null),
                    expected(),
                    county.get(),
                    period.get(),
                    heading.get()[0],
                    heading.get()[1],
                    rows.get("until").flatMap(Entry::text).orElse(null),
                    stub,
                    value,
                    items,
                    missing(),
                    block.get("hidden")
                            .flatMap(h -> h.word(Form.Hidden.values(), FormReader::word))
                            .orElse(Form.Hidden.NOTE),
                    block.get("template")
                            .flatMap(Entry::block)
                            .map(new TemplateReader(columns)::read)
                            .orElse(Template.NONE)));
        });
        return new Read(form, List.copyOf(columns));
    }

    private static Optional<Place> known(Block header, String key, ColumnType type) {
        return header.need(key).flatMap(Entry::block).flatMap(b -> {
            b.only(Keys.HEADER_PLACE);
            b.get("type").ifPresent(t -> t.text()
                    .filter(word -> !word.equals(type.word()))
                    .ifPresent(
                            word -> t.wrong("type: " + key + " is of type " + type.word() + ", not '" + word + "'")));
            return ColumnReader.headerPlace(b);
        });
    }

    private void headerColumns(Block header) {
        ColumnReader reader = new ColumnReader(kind, true);
        header.entries().stream()
                .filter(e -> !e.key().equals("county") && !e.key().equals("period"))
                .forEach(e -> reader.read(e).ifPresent(c -> add(c, e)));
    }

    private void bodyColumns(Block body) {
        ColumnReader reader = new ColumnReader(kind, false);
        if (body.entries().isEmpty()) {
            body.wrong("columns: there are none");
        }
        body.entries().forEach(e -> reader.read(e).ifPresent(c -> add(c, e)));
    }

    private void add(Column column, Entry entry) {
        for (Column other : columns) {
            if (other.name().equals(column.name())) {
                entry.wrongKey("column '" + column.name() + "' is already on line " + other.line());
                return;
            }
            if (other.place().equals(column.place())) {
                entry.wrongKey("column '" + column.name() + "' stands where '" + other.name() + "' on line "
                        + other.line() + " stands");
            }
            for (StoredField field : column.stored()) {
                if (other.stored().stream().anyMatch(o -> o.name().equals(field.name()))) {
                    entry.wrongKey("column '" + column.name() + "' and '" + other.name() + "' on line " + other.line()
                            + " both store '" + field.name() + "'");
                }
            }
        }
        columns.add(column);
    }

    private Map<CellAddress, String> expected() {
        Map<CellAddress, String> expected = new LinkedHashMap<>();
        for (Entry e : entries("expect")) {
            Optional<CellAddress> cell = ColumnReader.cell(e, e.key());
            Optional<String> glob = e.text();
            if (cell.isPresent() && glob.isPresent() && expected.put(cell.get(), glob.get()) != null) {
                e.wrongKey("expect: " + cell.get() + " is there twice");
            }
        }
        return Collections.unmodifiableMap(expected);
    }

    private Map<String, Missing> missing() {
        Map<String, Missing> missing = new LinkedHashMap<>();
        Missing[] declarable = java.util.Arrays.stream(Missing.values())
                .filter(m -> m != Missing.REFUSED)
                .toArray(Missing[]::new);
        for (Entry e : entries("missing")) {
            String mark = e.key().equals("blank") ? "" : e.key().strip();
            e.word(declarable, Missing::word).ifPresent(m -> missing.put(mark, m));
        }
        missing.putIfAbsent("", Missing.UNKNOWN);
        return Collections.unmodifiableMap(missing);
    }

    private List<Entry> entries(String key) {
        return block.get(key).flatMap(Entry::block).map(Block::entries).orElse(List.of());
    }

    private Map<String, Bilingual> items(Block rows) {
        Map<String, Bilingual> items = new LinkedHashMap<>();
        if (kind != Form.Kind.GRID) {
            rows.get("items").ifPresent(i -> i.wrongKey("items: only a grid has them, not a " + word(kind)));
            return items;
        }
        for (Entry e :
                rows.need("items").flatMap(Entry::block).map(Block::entries).orElse(List.of())) {
            if (!ITEM.matcher(e.key()).matches()) {
                e.wrongKey("items: code '" + e.key() + "' must be of a-z, 0-9, _ and -");
            }
            Optional<Bilingual> label = e.isBlock() ? e.bilingual() : e.text().map(t -> new Bilingual(t, t));
            label.ifPresent(l -> {
                if (items.values().stream().anyMatch(o -> o.zh().equals(l.zh()))) {
                    e.wrong("items: label '" + l.zh() + "' is there twice");
                }
                items.put(e.key(), l);
            });
        }
        if (rows.has("items") && items.isEmpty()) {
            rows.wrong("items: there are none");
        }
        return Collections.unmodifiableMap(items);
    }

    private @Nullable String labels(Block rows, String key, boolean needed) {
        Optional<Entry> entry = rows.get(key);
        if (needed) {
            return rows.need(key).flatMap(Entry::text).orElse(null);
        }
        entry.ifPresent(e -> e.wrongKey(key + ": a " + word(kind) + " has none"));
        return null;
    }

    /** {@code 5} or {@code 5-6}, as numbered in Excel; first and last, zero-based. */
    private static Optional<int[]> rows(Entry entry) {
        Optional<String> text = entry.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher m = ROWS.matcher(text.get());
        if (!m.matches()) {
            entry.wrong(entry.key() + ": '" + text.get() + "' is no row or range of rows; write 5 or 5-6");
            return Optional.empty();
        }
        int first = Integer.parseInt(m.group(1));
        int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
        if (first < 1 || last < first || last > 1_048_576) {
            entry.wrong(entry.key() + ": '" + text.get() + "' must run from a row to one not above it");
            return Optional.empty();
        }
        return Optional.of(new int[] {first - 1, last - 1});
    }
}
