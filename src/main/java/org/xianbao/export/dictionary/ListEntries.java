package org.xianbao.export.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Region;
import org.xianbao.export.dictionary.Dictionary.Cell;
import org.xianbao.export.dictionary.Dictionary.Entry;
import org.xianbao.export.words.Words;

/** The code lists, and the regions in time. */
final class ListEntries {
    private ListEntries() {}

    static List<Entry> lists(Definitions definitions) {
        return new TreeMap<>(definitions.lists())
                .values().stream()
                        .map(list -> new Entry(
                                list.name(),
                                new Bilingual(list.name(), list.name()),
                                List.of(),
                                List.of(Dictionary.grid(
                                        "codes",
                                        List.of("code", "title", "aliases"),
                                        list.entries().stream()
                                                .map(ListEntries::code)
                                                .toList()))))
                        .toList();
    }

    private static List<Cell> code(CodeList.Entry e) {
        return List.of(Cell.code(e.code()), Cell.text(e.title()), Cell.text(String.join("、", e.aliases())));
    }

    static List<Entry> regions(Definitions definitions) {
        return List.of(new Entry(
                "regions",
                Words.of("dictionary.regions.all"),
                List.of(),
                List.of(Dictionary.grid(
                        "regions",
                        List.of("code", "region", "level", "parent", "from-day", "to-day", "aliases"),
                        definitions.regions().stream().map(ListEntries::region).toList()))));
    }

    private static List<Cell> region(Region r) {
        return List.of(
                Cell.code(r.code()),
                Cell.text(r.name()),
                Cell.word("dictionary.level." + r.level().name()),
                Cell.code(r.parent() == null ? "" : r.parent()),
                Cell.text(day(r.from())),
                Cell.text(day(r.to())),
                Cell.text(String.join("、", r.aliases())));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
