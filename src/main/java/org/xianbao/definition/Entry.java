package org.xianbao.definition;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One {@code key: value} of a definition file. Each reading method tells the mistake where the value does not fit. */
record Entry(YamlFile file, String key, Node keyNode, Node value) {
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,4}) (month|year)s?");
    private static final int MOST_MONTHS = 1200;

    /** 1-based. */
    int line() {
        return keyNode.getStartMark().getLine() + 1;
    }

    /** A single value as it is written; never blank. */
    Optional<String> text() {
        if (value instanceof ScalarNode scalar) {
            if (!scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue().strip());
            }
            wrong(key + ": has no value");
        } else {
            wrong(key + ": must be a single value");
        }
        return Optional.empty();
    }

    /** SQL that can stand within parentheses in a statement. */
    Optional<String> sql() {
        Optional<String> text = text();
        Optional<String> fault = text.flatMap(SqlFragment::fault);
        fault.ifPresent(f -> wrong(key + ": " + f));
        return fault.isPresent() ? Optional.empty() : text;
    }

    Optional<Block> block() {
        if (value instanceof MappingNode mapping) {
            return Optional.of(new Block(file, mapping, keyNode));
        }
        wrong(key + ": must be a block of 'key: value'");
        return Optional.empty();
    }

    /** A list's items as entries with this key; a single value is not taken for a list. */
    List<Entry> items() {
        if (value instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(item -> new Entry(file, key, item, item))
                    .toList();
        }
        wrong(key + ": must be a list: [a, b]");
        return List.of();
    }

    boolean isBlock() {
        return value instanceof MappingNode;
    }

    boolean isList() {
        return value instanceof SequenceNode;
    }

    boolean isText() {
        return value instanceof ScalarNode;
    }

    boolean isNull() {
        return value.getTag().equals(Tag.NULL);
    }

    /** {@code true} or {@code false}; false, with the mistake told, when it is neither. */
    boolean flag() {
        Optional<String> word = text();
        if (word.isPresent() && !word.get().equals("true") && !word.get().equals("false")) {
            wrong(key + ": must be true or false, not '" + word.get() + "'");
        }
        return word.filter("true"::equals).isPresent();
    }

    Optional<BigDecimal> number() {
        Optional<String> text = text();
        try {
            return text.map(BigDecimal::new);
        } catch (NumberFormatException e) {
            wrong(key + ": must be a number, not '" + text.orElse("") + "'");
            return Optional.empty();
        }
    }

    /** A whole number within these bounds, both included. */
    Optional<Integer> whole(int least, int most) {
        Optional<BigDecimal> number = number();
        Optional<Integer> whole = number.filter(n -> n.stripTrailingZeros().scale() <= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0 && n.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact);
        if (number.isPresent() && whole.isEmpty()) {
            wrong(key + ": must be a whole number from " + least + " to " + most);
        }
        return whole;
    }

    /** A span of calendar time, {@code 6 months} or {@code 2 years}, in months; at most a century. */
    Optional<Integer> months() {
        Optional<String> text = text();
        Matcher m = MONTHS.matcher(text.orElse(""));
        if (m.matches()) {
            int number = Integer.parseInt(m.group(1)) * (m.group(2).equals("year") ? 12 : 1);
            if (number > 0 && number <= MOST_MONTHS) {
                return Optional.of(number);
            }
        }
        text.ifPresent(t -> wrong(key + ": '" + t + "' must be a number of months or years: 12 months"));
        return Optional.empty();
    }

    /** One of the words. */
    <T> Optional<T> word(T[] values, Function<T, String> words) {
        Map<String, T> valid = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> valid.put(words.apply(v), v));
        Optional<String> text = text();
        if (text.isPresent() && !valid.containsKey(text.get())) {
            wrong(key + ": unknown word '" + text.get() + "'" + Nearest.hint(text.get(), valid.keySet()));
        }
        return text.map(valid::get);
    }

    /** {@code {zh: …, en: …}}, both needed. */
    Optional<Bilingual> bilingual() {
        if (!isBlock()) {
            wrong(key + ": must be {zh: …, en: …}");
            return Optional.empty();
        }
        return block().map(b -> {
            b.only(Keys.BILINGUAL);
            return new Bilingual(b.needText("zh"), b.needText("en"));
        });
    }

    void wrong(String message) {
        file.wrong(value, message);
    }

    void wrongKey(String message) {
        file.wrong(keyNode, message);
    }
}
