package org.xianbao.export.dictionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Place;
import org.xianbao.definition.Region;
import org.xianbao.definition.Reporter;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.export.dictionary.Dictionary.Cell;
import org.xianbao.export.dictionary.Dictionary.Entry;
import org.xianbao.export.dictionary.Dictionary.Fact;
import org.xianbao.export.dictionary.Dictionary.Grid;
import org.xianbao.export.words.Words;

/** The returns, each edition of a form by itself. */
final class ReturnEntries {
    private final Definitions definitions;

    ReturnEntries(Definitions definitions) {
        this.definitions = definitions;
    }

    List<Entry> all() {
        return definitions.returns().stream().map(this::entry).toList();
    }

    private Entry entry(ReturnDefinition d) {
        List<Grid> grids = new ArrayList<>();
        grids.add(Dictionary.grid(
                "columns",
                List.of("name", "title", "heading", "type", "unit", "list", "required", "qualified"),
                d.columns().stream().map(ReturnEntries::column).toList()));
        if (!d.form().items().isEmpty()) {
            grids.add(Dictionary.grid(
                    "items",
                    List.of("code", "title"),
                    d.form().items().entrySet().stream()
                            .map(e -> List.of(Cell.code(e.getKey()), Cell.text(e.getValue())))
                            .toList()));
        }
        if (!d.rules().isEmpty()) {
            grids.add(Dictionary.grid(
                    "rules",
                    List.of("severity", "name", "words", "sql"),
                    d.rules().stream().map(r -> rule(d, r)).toList()));
        }
        return new Entry(d.name() + "-" + label(d), title(d), facts(d), grids);
    }

    /** With the day from which it is valid, where the form has several editions. */
    private Bilingual title(ReturnDefinition d) {
        Bilingual title = d.title();
        if (definitions.layouts(d.name()).size() == 1) {
            return title;
        }
        Bilingual since = Words.of("dictionary.since", Map.of("day", d.since().toString()));
        return new Bilingual(title.zh() + since.zh(), title.en() + since.en());
    }

    private List<Fact> facts(ReturnDefinition d) {
        return List.of(
                Dictionary.fact("name", Cell.code(d.name())),
                Dictionary.fact("valid", Cell.text(validity(d))),
                Dictionary.fact(
                        "kind", Cell.word("dictionary.form." + d.form().kind().name())),
                Dictionary.fact(
                        "every", Cell.word("dictionary.every." + d.every().word())),
                Dictionary.fact(
                        "due",
                        Cell.text(Words.of(
                                "dictionary.due",
                                Map.of("days", Integer.toString(d.due().days()))))),
                Dictionary.fact("key", Cell.code(String.join(", ", d.key()))),
                Dictionary.fact("owed", Cell.text(owed(d))),
                Dictionary.fact("missing", Cell.text(missing(d))),
                Dictionary.fact("views", Cell.code("stats.return_" + d.name())));
    }

    private static String label(ReturnDefinition d) {
        return d.file().getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    private String validity(ReturnDefinition d) {
        String until = definitions.layouts(d.name()).stream()
                .map(ReturnDefinition::since)
                .filter(since -> since.isAfter(d.since()))
                .min(Comparator.naturalOrder())
                .map(next -> next.minusDays(1).toString())
                .orElse("…");
        return d.since() + " – " + until;
    }

    private String owed(ReturnDefinition d) {
        return definitions.reporters().stream()
                .filter(r -> r.returnName().equals(d.name()))
                .map(this::reporter)
                .collect(Collectors.joining("；"));
    }

    private String reporter(Reporter r) {
        String name = definitions.regions().stream()
                .filter(region -> region.code().equals(r.region()))
                .map(Region::name)
                .reduce((older, newer) -> newer)
                .orElse("");
        String exempt = r.exempt().isEmpty()
                ? ""
                : "，免报 " + r.exempt().stream().sorted().collect(Collectors.joining(" "));
        return name + " " + r.region() + "（" + r.from() + " – " + (r.to() == null ? "…" : r.to()) + exempt + "）";
    }

    private static Bilingual missing(ReturnDefinition d) {
        return new Bilingual(missing(d, true), missing(d, false));
    }

    private static String missing(ReturnDefinition d, boolean chinese) {
        return d.form().missing().entrySet().stream()
                .map(e -> {
                    Bilingual meaning =
                            Words.of("dictionary.missing." + e.getValue().word());
                    Bilingual blank = Words.of("dictionary.blank");
                    String mark = e.getKey().isEmpty() ? (chinese ? blank.zh() : blank.en()) : e.getKey();
                    return mark + " = " + (chinese ? meaning.zh() : meaning.en());
                })
                .sorted()
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static List<Cell> column(Column c) {
        return List.of(
                Cell.code(c.name()),
                Cell.text(c.title()),
                Cell.text(place(c.place())),
                Cell.code(c.type().word()),
                Cell.text(unit(c)),
                Cell.code(c.list() == null ? "" : c.list()),
                Cell.flag(c.required()),
                Cell.flag(c.qualified()));
    }

    private static String unit(Column c) {
        String unit = c.unit() == null ? "" : c.unit();
        return c.reported() == null ? unit : unit + "（" + c.reported() + "）";
    }

    private static String place(Place place) {
        if (place instanceof Place.Under under) {
            return under.path();
        }
        if (place instanceof Place.Item item) {
            return item.label();
        }
        if (place instanceof Place.At at) {
            return at.cell().toString();
        }
        if (place instanceof Place.After after) {
            return after.label();
        }
        return "";
    }

    private static List<Cell> rule(ReturnDefinition d, Rule rule) {
        return List.of(
                Cell.word("dictionary.severity." + rule.severity().name()),
                Cell.code(rule.name()),
                Cell.text(RuleText.words(d, rule)),
                Cell.code(RuleText.sql(rule.check())));
    }
}
