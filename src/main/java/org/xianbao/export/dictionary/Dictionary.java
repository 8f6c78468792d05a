package org.xianbao.export.dictionary;

import java.util.List;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Definitions;
import org.xianbao.export.words.Words;

/**
 * What the definitions say, for people: parts of entries, each with facts and tables.
 *
 * @param fingerprint of the definitions, hex
 */
public record Dictionary(String fingerprint, List<Part> parts) {

    /** The returns, the indicators, the code lists or the regions. */
    public record Part(String key, Bilingual title, List<Entry> entries) {}

    /** @param id unique in its part */
    public record Entry(String id, Bilingual title, List<Fact> facts, List<Grid> grids) {}

    public record Fact(Bilingual label, Cell value) {}

    /** A table; {@code key} tells tables of the same columns in several entries. */
    public record Grid(String key, Bilingual title, List<Bilingual> heads, List<List<Cell>> rows) {}

    /** A text in both languages; {@code code} where it is SQL or a name in the database. */
    public record Cell(Bilingual text, boolean code) {
        static Cell text(Bilingual text) {
            return new Cell(text, false);
        }

        static Cell text(String text) {
            return text(new Bilingual(text, text));
        }

        static Cell code(String code) {
            return new Cell(new Bilingual(code, code), true);
        }

        static Cell word(String key) {
            return text(Words.of(key));
        }

        static Cell flag(boolean value) {
            return value ? word("dictionary.yes") : text("");
        }
    }

    public static Dictionary of(Definitions definitions) {
        return new Dictionary(
                definitions.fingerprint(),
                List.of(
                        new Part("returns", Words.of("dictionary.returns"), new ReturnEntries(definitions).all()),
                        new Part(
                                "indicators",
                                Words.of("dictionary.indicators"),
                                new IndicatorEntries(definitions).all()),
                        new Part("lists", Words.of("dictionary.lists"), ListEntries.lists(definitions)),
                        new Part("regions", Words.of("dictionary.regions"), ListEntries.regions(definitions))));
    }

    static Grid grid(String key, List<String> heads, List<List<Cell>> rows) {
        return new Grid(
                key,
                Words.of("dictionary.grid." + key),
                heads.stream().map(h -> Words.of("dictionary.head." + h)).toList(),
                rows);
    }

    static Fact fact(String key, Cell value) {
        return new Fact(Words.of("dictionary.fact." + key), value);
    }
}
