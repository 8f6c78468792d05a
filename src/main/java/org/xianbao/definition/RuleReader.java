package org.xianbao.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.finding.Severity;

/** Reads a return's rules; each must name only columns of the return. */
final class RuleReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> declared;
    private final Set<String> fields = new TreeSet<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param declared names of all columns, readable or not; a rule may name them without a mistake */
    RuleReader(List<Column> columns, Set<String> declared, boolean grid) {
        this.declared = declared;
        for (Column column : columns) {
            this.columns.put(column.name(), column);
            column.stored().forEach(f -> fields.add(f.name()));
        }
        fields.addAll(declared);
        if (grid) {
            fields.add(Form.ITEM);
        }
    }

    List<Rule> read(Block block) {
        block.only(Keys.RULES);
        for (Entry heading : block.entries()) {
            Arrays.stream(Severity.values())
                    .filter(s -> FormReader.word(s).equals(heading.key()))
                    .forEach(s -> heading.block().ifPresent(b -> b.entries().forEach(e -> add(e, s))));
        }
        return List.copyOf(rules);
    }

    private void add(Entry entry, Severity severity) {
        if (!Names.DASHED.matcher(entry.key()).matches()) {
            entry.wrongKey("rule name '" + entry.key() + "' must be of a-z, 0-9 and single dashes");
        }
        Integer first = lines.putIfAbsent(entry.key(), entry.line());
        if (first != null) {
            entry.wrongKey("rule '" + entry.key() + "' is already on line " + first);
        }
        (entry.isBlock() ? entry.block().flatMap(b -> rule(entry, b, severity)) : plain(entry, severity))
                .ifPresent(rules::add);
    }

    private static Optional<Rule> plain(Entry entry, Severity severity) {
        return entry.sql()
                .map(sql -> new Rule(
                        entry.key(),
                        severity,
                        new Rule.Check.Row(new Rule.Condition(null, sql)),
                        null,
                        null,
                        null,
                        List.of(),
                        entry.line()));
    }

    private Optional<Rule> rule(Entry entry, Block block, Severity severity) {
        block.only(Keys.RULE);
        Optional<Rule.Check> check = check(block);
        List<Rule.Example> examples = new ArrayList<>();
        for (String key : List.of("pass", "fail")) {
            block.get(key).ifPresent(e -> e.items()
                    .forEach(i -> example(i, key.equals("pass")).ifPresent(examples::add)));
            if (check.isPresent() && !(check.get() instanceof Rule.Check.Row)) {
                block.get(key).ifPresent(e -> e.wrongKey(key + ": only a rule over a single row takes example rows"));
            }
        }
        if (severity == Severity.REJECT) {
            block.get("across")
                    .ifPresent(e -> e.wrongKey("across: a county cannot be made to answer for another one's return;"
                            + " write it under query or note"));
        }
        Bilingual say = block.get("say").flatMap(this::say).orElse(null);
        String at = block.get("at").flatMap(this::column).orElse(null);
        Integer remember = block.get("remember").flatMap(Entry::months).orElse(null);
        if (severity != Severity.QUERY) {
            block.get("remember").ifPresent(e -> e.wrongKey("remember: only a query is explained"));
        }
        return check.map(
                c -> new Rule(entry.key(), severity, c, say, at, remember, List.copyOf(examples), entry.line()));
    }

    private Optional<Rule.Check> check(Block block) {
        List<String> shapes = List.of("check", "then", "unique", "total").stream()
                .filter(block::has)
                .toList();
        if (shapes.size() != 1) {
            block.wrong(
                    shapes.isEmpty()
                            ? "rule has no condition: one of check, when/then, unique, total"
                            : "rule has more than one condition: " + String.join(", ", shapes));
            return Optional.empty();
        }
        String shape = shapes.get(0);
        boolean condition = shape.equals("check") || shape.equals("then");
        if (!shape.equals("then")) {
            block.get("when").ifPresent(w -> w.wrongKey("when: goes with 'then'"));
        }
        if (!shape.equals("total")) {
            block.get("tolerance").ifPresent(t -> t.wrongKey("tolerance: goes with 'total'"));
        }
        if (!shape.equals("unique")) {
            block.get("across").ifPresent(a -> a.wrongKey("across: goes with 'unique'"));
        }
        boolean submission = block.get("over").map(o -> over(o, condition)).orElse(false);
        return switch (shape) {
            case "unique" ->
                block.get(shape)
                        .map(this::uniqueColumns)
                        .map(columns -> across(block) ? new Rule.Check.Apart(columns) : new Rule.Check.Unique(columns));
            case "total" -> block.get(shape).map(t -> new Rule.Check.Totals(totalColumns(t), tolerance(block)));
            default -> condition(block).map(c -> submission ? new Rule.Check.Submission(c) : new Rule.Check.Row(c));
        };
    }

    private static boolean over(Entry over, boolean condition) {
        if (!condition) {
            over.wrongKey("over: goes with 'check' or 'then'");
        }
        over.text()
                .filter(t -> !t.equals("submission"))
                .ifPresent(t -> over.wrong("over: unknown word '" + t + "'" + Nearest.hint(t, List.of("submission"))));
        return true;
    }

    private static boolean across(Block block) {
        block.get("across").ifPresent(across -> across.text()
                .filter(t -> !t.equals("counties"))
                .ifPresent(
                        t -> across.wrong("across: unknown word '" + t + "'" + Nearest.hint(t, List.of("counties")))));
        return block.has("across");
    }

    private static Optional<Rule.Condition> condition(Block block) {
        if (block.has("check")) {
            return block.get("check").flatMap(Entry::sql).map(sql -> new Rule.Condition(null, sql));
        }
        Optional<String> when = block.need("when").flatMap(Entry::sql);
        Optional<String> then = block.get("then").flatMap(Entry::sql);
        return when.flatMap(w -> then.map(t -> new Rule.Condition(w, t)));
    }

    private static BigDecimal tolerance(Block block) {
        Optional<Entry> entry = block.get("tolerance");
        BigDecimal tolerance = entry.flatMap(Entry::number).orElse(BigDecimal.ZERO);
        if (tolerance.signum() < 0) {
            entry.ifPresent(e -> e.wrong("tolerance: must not be negative"));
        }
        return tolerance;
    }

    private List<String> uniqueColumns(Entry unique) {
        return names(unique);
    }

    private List<String> totalColumns(Entry total) {
        for (Entry item : total.items()) {
            item.text()
                    .flatMap(name -> Optional.ofNullable(columns.get(name)))
                    .filter(c -> !c.type().numeric())
                    .ifPresent(c -> item.wrong(
                            "total: '" + c.name() + "' is a " + c.type().word() + ", not a number"));
        }
        return names(total);
    }

    /** A list of columns, each once. */
    List<String> names(Entry list) {
        List<String> names = new ArrayList<>();
        List<Entry> items = list.items();
        for (Entry item : items) {
            column(item).ifPresent(name -> {
                if (names.contains(name)) {
                    item.wrong(list.key() + ": '" + name + "' is there twice");
                }
                names.add(name);
            });
        }
        if (items.isEmpty() && list.value() instanceof org.yaml.snakeyaml.nodes.SequenceNode) {
            list.wrong(list.key() + ": names no column");
        }
        return List.copyOf(names);
    }

    private Optional<String> column(Entry entry) {
        Optional<String> name = entry.text();
        Set<String> valid = new TreeSet<>(declared);
        if (fields.contains(Form.ITEM)) {
            valid.add(Form.ITEM);
        }
        if (name.isPresent() && !valid.contains(name.get())) {
            entry.wrong(entry.key() + ": unknown column '" + name.get() + "'" + Nearest.hint(name.get(), valid));
            return Optional.empty();
        }
        return name;
    }

    private Optional<Bilingual> say(Entry entry) {
        Optional<Bilingual> said =
                entry.isBlock() ? entry.bilingual() : entry.text().map(t -> new Bilingual(t, t));
        said.ifPresent(s -> List.of(s.zh(), s.en()).stream().distinct().forEach(text -> placeholders(entry, text)));
        return said;
    }

    private void placeholders(Entry entry, String text) {
        Matcher m = PLACEHOLDER.matcher(text);
        while (m.find()) {
            String name = m.group(1);
            known(name).ifPresent(hint -> entry.wrong("say: unknown column '" + name + "'" + hint));
            Column column = columns.get(bare(name));
            if (column != null && (column.type() == ColumnType.CITIZEN_ID || column.type() == ColumnType.PHONE)) {
                entry.wrong("say: '" + name + "' is kept as a hash only; say {" + name + "_shown}");
            }
        }
    }

    private Optional<Rule.Example> example(Entry entry, boolean holds) {
        return entry.block().map(block -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (Entry e : block.entries()) {
                known(e.key()).ifPresent(hint -> e.wrongKey(entry.key() + ": unknown column '" + e.key() + "'" + hint));
                if (!e.isNull()) {
                    e.text().ifPresent(t -> row.put(e.key(), t));
                }
            }
            return new Rule.Example(java.util.Collections.unmodifiableMap(row), holds, entry.line());
        });
    }

    /** A hint at what was meant when this is no stored field, of this row or of {@code prev.}; empty when it is one. */
    private Optional<String> known(String name) {
        boolean unread = declared.stream()
                .anyMatch(d -> !columns.containsKey(d) && bare(name).startsWith(d + "_"));
        return unread || fields.contains(bare(name)) ? Optional.empty() : Optional.of(Nearest.hint(bare(name), fields));
    }

    private static String bare(String name) {
        return name.startsWith("prev.") ? name.substring("prev.".length()) : name;
    }

    /** Whether a rule looks at the period before. */
    static boolean looksBack(@Nullable Rule rule) {
        return rule != null
                && rule.check() instanceof Rule.Check.Row row
                && new SqlText(row.condition().sql()).usesPrevious();
    }
}
