package org.xianbao.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code indicators/<theme>.yaml}. */
final class IndicatorReader {
    /** Units of persons and households. */
    static final Set<String> PERSONS = Set.of("人", "人次", "万人", "万人次", "名", "位", "户", "万户");

    private static final Bilingual UNTITLED = new Bilingual("", "");

    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;
    private final Set<String> returns;
    private final Set<String> ofPersons;
    private final RatioEdit usual;

    /**
     * @param returns names of all returns, readable or not
     * @param ofPersons those whose rows are of persons, by citizen ID
     * @param usual how an indicator is screened that does not say
     */
    IndicatorReader(
            DefinitionFiles.Text file, Mistakes mistakes, Set<String> returns, Set<String> ofPersons, RatioEdit usual) {
        this.file = file;
        this.mistakes = mistakes;
        this.returns = returns;
        this.ofPersons = ofPersons;
        this.usual = usual;
    }

    List<Indicator> read() {
        List<Indicator> indicators = new ArrayList<>();
        Optional<Block> block = new YamlFile(file.name(), mistakes).read(file.text());
        if (block.isPresent()) {
            block.get().only(Keys.INDICATORS);
            Bilingual theme =
                    block.get().need("theme").flatMap(Entry::bilingual).orElse(UNTITLED);
            for (Entry e : block.get()
                    .need("indicators")
                    .flatMap(Entry::block)
                    .map(Block::entries)
                    .orElse(List.of())) {
                e.block().flatMap(b -> indicator(e, b, theme)).ifPresent(indicators::add);
            }
        }
        return indicators;
    }

    private Optional<Indicator> indicator(Entry entry, Block block, Bilingual theme) {
        block.only(Keys.INDICATOR);
        if (!Names.DASHED.matcher(entry.key()).matches()) {
            entry.wrongKey("indicator name '" + entry.key() + "' must be of a-z, 0-9 and single dashes");
        }
        Bilingual title = block.need("title").flatMap(Entry::bilingual).orElse(UNTITLED);
        Optional<Indicator.Kind> kind =
                block.need("kind").flatMap(k -> k.word(Indicator.Kind.values(), Indicator.Kind::word));
        String unit = block.needText("unit");
        Optional<String> from = block.need("from").flatMap(this::returnName);
        if (kind.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        boolean ratio = kind.get() == Indicator.Kind.RATIO;
        boolean distinct = block.has("distinct");
        if (distinct) {
            refuse(block, "value", "an indicator that counts by 'distinct' has none");
            refuse(block, "combine", "an indicator that counts by 'distinct' has none");
        } else {
            block.need("value");
        }
        if (ratio) {
            block.need("denominator");
        } else {
            refuse(block, "denominator", "belongs to kind ratio");
            refuse(block, "percent", "belongs to kind ratio");
        }
        return Optional.of(new Indicator(
                entry.key(),
                title,
                theme,
                kind.get(),
                unit,
                from.get(),
                sql(block, "where"),
                distinct ? null : sql(block, "value"),
                sql(block, "denominator"),
                block.get("percent").map(Entry::flag).orElse(false),
                sql(block, "distinct"),
                sql(block, "region"),
                sql(block, "source"),
                publish(block),
                block.get("year-ago").flatMap(Entry::text).orElse(null),
                parts(block),
                sql(block, "qualifier"),
                distinct ? Indicator.Combine.DISTINCT : combine(block, kind.get()),
                asOf(block, kind.get()),
                persons(entry, block, from.get(), !ratio && PERSONS.contains(unit)),
                block.get("headline").map(Entry::flag).orElse(false),
                screen(block, kind.get()),
                file.name(),
                entry.line()));
    }

    /** What is said by place of a list of persons tells of the few that a place has, so it must be known how many these are. */
    private boolean persons(Entry entry, Block block, String from, boolean byUnit) {
        Optional<Entry> said = block.get("persons");
        if (said.isEmpty() && !byUnit && block.has("region") && ofPersons.contains(from)) {
            entry.wrongKey("'" + entry.key() + "' is measured by place on a list of persons: say persons: true when its"
                    + " value (of a ratio: its denominator) counts them, else persons: false");
        }
        return said.map(Entry::flag).orElse(byUnit);
    }

    private @Nullable RatioEdit screen(Block block, Indicator.Kind kind) {
        Optional<Entry> said = block.get("screen");
        if (!kind.isScreened()) {
            refuse(block, "screen", "kind " + kind.word() + " is not screened");
            return null;
        }
        return said.isPresent() ? ScreeningReader.own(said.get(), usual) : usual;
    }

    private static void refuse(Block block, String key, String why) {
        block.get(key).ifPresent(e -> e.wrongKey(key + ": " + why));
    }

    private static @Nullable String sql(Block block, String key) {
        return block.get(key).flatMap(Entry::sql).orElse(null);
    }

    /** The sources to publish: one, or several in order. */
    private static List<String> publish(Block block) {
        Optional<Entry> publish = block.get("publish");
        if (publish.isPresent() && !block.has("source")) {
            refuse(block, "publish", "there is no 'source' to choose from");
        }
        List<Entry> entries =
                publish.map(p -> p.isList() ? p.items() : List.of(p)).orElse(List.of());
        List<String> sources = new ArrayList<>();
        for (Entry entry : entries) {
            entry.text().ifPresent(source -> {
                if (sources.contains(source)) {
                    entry.wrong("publish: '" + source + "' is named twice");
                }
                sources.add(source);
            });
        }
        return List.copyOf(sources);
    }

    /** One breakdown, {@code [men, women]}, or several. */
    private static List<List<String>> parts(Block block) {
        Optional<Entry> parts = block.get("parts");
        List<Entry> items = parts.map(Entry::items).orElse(List.of());
        if (parts.isPresent() && parts.get().isList() && items.isEmpty()) {
            parts.get().wrong("parts: names no indicator");
        }
        return items.stream().anyMatch(Entry::isList)
                ? items.stream().map(IndicatorReader::breakdown).toList()
                : items.isEmpty() ? List.of() : List.of(breakdown(parts.get()));
    }

    private static List<String> breakdown(Entry list) {
        List<String> names = new ArrayList<>();
        for (Entry item : list.items()) {
            item.text().ifPresent(name -> {
                if (names.contains(name)) {
                    item.wrong("parts: '" + name + "' is named twice");
                }
                names.add(name);
            });
        }
        return List.copyOf(names);
    }

    private Optional<String> returnName(Entry from) {
        Optional<String> name = from.text();
        if (name.isPresent() && !returns.contains(name.get())) {
            from.wrong("from: unknown return '" + name.get() + "'" + Nearest.hint(name.get(), returns));
            return Optional.empty();
        }
        return name;
    }

    /** What {@code combine} may say; {@code DISTINCT} follows from {@code distinct}. */
    static Indicator.Combine[] combines() {
        return java.util.Arrays.stream(Indicator.Combine.values())
                .filter(c -> c != Indicator.Combine.DISTINCT)
                .toArray(Indicator.Combine[]::new);
    }

    private static Indicator.Combine combine(Block block, Indicator.Kind kind) {
        boolean single = kind == Indicator.Kind.CASE || kind == Indicator.Kind.ATTRIBUTE;
        return block.get("combine")
                .flatMap(c -> c.word(combines(), FormReader::word))
                .orElse(single ? Indicator.Combine.NEVER : Indicator.Combine.SUM);
    }

    /** What {@code over-time} may say. */
    enum OverTime {
        SUM,
        LAST
    }

    private static boolean asOf(Block block, Indicator.Kind kind) {
        Optional<OverTime> said = block.get("over-time").flatMap(o -> o.word(OverTime.values(), FormReader::word));
        boolean may = kind.addsOverTime() || kind == Indicator.Kind.RATIO;
        if (said.isPresent() && said.get() == OverTime.SUM && !may) {
            block.get("over-time")
                    .ifPresent(o -> o.wrong("over-time: kind " + kind.word() + " cannot be summed over time"));
        }
        return said.map(o -> o == OverTime.LAST).orElse(!kind.addsOverTime());
    }
}
