package org.xianbao.export.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.export.dictionary.Dictionary.Cell;
import org.xianbao.export.dictionary.Dictionary.Entry;

/** The indicators, a theme an entry. */
final class IndicatorEntries {
    private static final List<String> HEADS =
            List.of("name", "title", "indicator-kind", "unit", "over-time", "over-regions", "from", "definition");

    private final Map<Bilingual, List<Indicator>> themes = new LinkedHashMap<>();

    IndicatorEntries(Definitions definitions) {
        definitions.indicators().forEach(i -> themes.computeIfAbsent(i.theme(), theme -> new ArrayList<>())
                .add(i));
    }

    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        themes.forEach((theme, indicators) -> entries.add(new Entry(
                "theme-" + (entries.size() + 1),
                theme,
                List.of(),
                List.of(Dictionary.grid(
                        "indicators",
                        HEADS,
                        indicators.stream().map(IndicatorEntries::row).toList())))));
        return entries;
    }

    private static List<Cell> row(Indicator i) {
        return List.of(
                Cell.code(i.name()),
                Cell.text(i.title()),
                Cell.word("dictionary.kind." + i.kind().word()),
                Cell.text(i.unit()),
                Cell.word("dictionary.over-time." + overTime(i)),
                Cell.word("dictionary.combine." + i.combine().name().toLowerCase(Locale.ROOT)),
                Cell.code(i.from()),
                Cell.code(definition(i)));
    }

    private static String overTime(Indicator i) {
        if (i.kind() == Indicator.Kind.CASE) {
            return "never";
        }
        return i.asOf() ? "last" : "sum";
    }

    private static String definition(Indicator i) {
        StringBuilder sql = new StringBuilder();
        add(sql, i.denominator() == null ? "" : "numerator ", i.value());
        add(sql, "denominator ", i.denominator());
        add(sql, "distinct ", i.member());
        add(sql, "where ", i.where());
        add(sql, "region ", i.region());
        add(sql, "source ", i.source());
        add(sql, "qualifier ", i.qualifier());
        return sql.toString();
    }

    private static void add(StringBuilder sql, String word, @Nullable String part) {
        if (part != null) {
            sql.append(sql.isEmpty() ? "" : "\n").append(word).append(part);
        }
    }
}
