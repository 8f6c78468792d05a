package org.xianbao.definition;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code returns/<return>/<since>.yaml}. */
final class ReturnReader {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,3}) days?");
    private static final Pattern SINCE = Pattern.compile("\\d{4}(?:-\\d{2})?");

    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;

    ReturnReader(DefinitionFiles.Text file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** Empty, with the mistakes told, when there is too little to go on. */
    Optional<ReturnDefinition> read() {
        return new YamlFile(file.name(), mistakes).read(file.text()).flatMap(this::definition);
    }

    private Optional<ReturnDefinition> definition(Block block) {
        block.only(Keys.RETURN);
        String name = name(block);
        Optional<Bilingual> title = block.need("title").flatMap(Entry::bilingual);
        Optional<Frequency> every = block.need("every").flatMap(e -> e.word(Frequency.values(), Frequency::word));
        Optional<Deadline> due = block.need("due").flatMap(ReturnReader::deadline);
        Optional<LocalDate> since = since(every.orElse(Frequency.MONTH));
        Optional<FormReader.Read> read =
                block.need("form").flatMap(Entry::block).map(FormReader::read);
        Optional<Form> form = read.flatMap(FormReader.Read::form);
        List<Column> columns = read.map(FormReader.Read::columns).orElse(List.of());
        boolean grid = form.filter(f -> f.kind() == Form.Kind.GRID).isPresent();
        RuleReader reader = new RuleReader(columns, declared(block), grid);
        List<Rule> rules =
                block.get("rules").flatMap(Entry::block).map(reader::read).orElse(List.of());
        List<String> key = key(block, reader, rules, form);
        if (title.isEmpty() || every.isEmpty() || due.isEmpty() || since.isEmpty() || form.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReturnDefinition(
                name,
                title.get(),
                every.get(),
                due.get(),
                key,
                since.get(),
                form.get(),
                columns,
                rules,
                Path.of(file.name()),
                file.version()));
    }

    private String name(Block block) {
        String name = block.needText("return");
        String folder = Path.of(file.name()).getName(1).toString();
        block.get("return").filter(e -> !name.isEmpty()).ifPresent(e -> {
            Names.faultOfReturn(name).ifPresent(f -> e.wrong("return: " + f));
            if (!name.equals(folder)) {
                e.wrong("return: '" + name + "' must be called as its folder, '" + folder + "'");
            }
        });
        return name;
    }

    private static Optional<Deadline> deadline(Entry due) {
        Optional<String> text = due.text();
        Matcher m = DAYS.matcher(text.orElse(""));
        if (m.matches()) {
            return Optional.of(new Deadline(Integer.parseInt(m.group(1))));
        }
        text.ifPresent(t -> due.wrong("due: '" + t + "' must be a number of days: 5 days"));
        return Optional.empty();
    }

    /** The first day of the file name's month, or of its year's first month, in the return's calendar. */
    private Optional<LocalDate> since(Frequency every) {
        String label = file.name()
                .substring(file.name().lastIndexOf('/') + 1, file.name().length() - ".yaml".length());
        String month = label.length() == 4 ? label + "-01" : label;
        Frequency calendar = every == Frequency.MONTH_21ST ? every : Frequency.MONTH;
        Optional<LocalDate> since =
                SINCE.matcher(label).matches() ? Period.parse(month, calendar).map(Period::start) : Optional.empty();
        if (since.isEmpty()) {
            mistakes.add(
                    file.name(),
                    1,
                    1,
                    "the file must be called by the period it is valid from: 2010.yaml, 2018-07.yaml");
        }
        return since;
    }

    /** The names of all columns, readable or not. */
    private static Set<String> declared(Block block) {
        Set<String> names = new LinkedHashSet<>();
        Optional<Block> form = block.get("form").filter(Entry::isBlock).flatMap(Entry::block);
        for (String part : List.of("header", "columns")) {
            form.flatMap(f -> f.get(part))
                    .filter(Entry::isBlock)
                    .flatMap(Entry::block)
                    .ifPresent(b -> b.entries().forEach(e -> names.add(e.key())));
        }
        names.remove("county");
        names.remove("period");
        return names;
    }

    private static List<String> key(Block block, RuleReader reader, List<Rule> rules, Optional<Form> form) {
        Optional<Entry> entry = block.need("key");
        if (entry.isEmpty()) {
            return List.of();
        }
        List<String> key = entry.get().items().isEmpty() ? List.of() : reader.names(entry.get());
        boolean manyRows = form.filter(f -> f.kind() != Form.Kind.UNIT).isPresent();
        List<String> lookBack = new ArrayList<>();
        rules.stream().filter(RuleReader::looksBack).forEach(r -> lookBack.add(r.name()));
        if (key.isEmpty() && manyRows && !lookBack.isEmpty()) {
            entry.get()
                    .wrong("key: is empty, but rule '" + lookBack.get(0)
                            + "' looks back with prev.; say which columns tell one row from another");
        }
        return key;
    }
}
