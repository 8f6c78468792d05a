package org.xianbao.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads code lists, and what all CSV files have in common. */
final class ListReader {
    static final List<String> COLUMNS = List.of("code", "zh", "en", "aliases");

    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;

    ListReader(DefinitionFiles.Text file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    CodeList read(String name) {
        List<CodeList.Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Map<String, String> meanings = new HashMap<>();
        for (Csv.Line line : Csv.read(file, COLUMNS, mistakes)) {
            String code = need(line, "code");
            String zh = need(line, "zh");
            String en = need(line, "en");
            List<String> aliases = several(line.get("aliases"));
            Integer first = lines.putIfAbsent(code, line.line());
            if (first != null) {
                wrong(line.get("code"), "'" + code + "' is already on line " + first);
            } else {
                Stream.concat(Stream.of(code, zh), aliases.stream()).distinct().forEach(spelling -> {
                    String other = meanings.putIfAbsent(spelling, code);
                    if (other != null) {
                        wrong(
                                line.get(spelling.equals(zh) ? "zh" : "aliases"),
                                "'" + spelling + "' already means '" + other + "'");
                    }
                });
            }
            entries.add(new CodeList.Entry(code, new Bilingual(zh, en), aliases));
        }
        return new CodeList(name, List.copyOf(entries));
    }

    String need(Csv.Line line, String name) {
        Csv.Field field = line.get(name);
        if (field.text().isEmpty() && line.fields().containsKey(name)) {
            wrong(field, "is empty");
        }
        return field.text();
    }

    /** Parts between semicolons or bars. */
    static List<String> several(Csv.Field field) {
        return Stream.of(field.text().split("[;；|]"))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** An ISO date; empty when the field is, or, with the mistake told, when it is none. */
    Optional<LocalDate> date(Csv.Field field) {
        if (field.text().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(field.text()));
        } catch (DateTimeException e) {
            wrong(field, "'" + field.text() + "' is no date; write it like 2018-07-01");
            return Optional.empty();
        }
    }

    void wrong(Csv.Field field, String message) {
        mistakes.add(file.name(), field.line(), field.column(), field.name() + ": " + message);
    }
}
