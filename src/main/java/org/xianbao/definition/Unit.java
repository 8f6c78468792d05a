package org.xianbao.definition;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A unit of a quantity: a base unit ({@code 元}, {@code 人}) times a power of ten that its name begins with
 * ({@code 万元}, {@code 百万元}, {@code 十万人}).
 *
 * @param base the name without its multiplier; never empty; {@code 人} for the measure words of persons (名, 位)
 * @param exponent of ten: 4 for {@code 万元}
 */
public record Unit(String base, int exponent) {

    private static final Map<Character, Integer> MULTIPLIERS = Map.of('十', 1, '百', 2, '千', 3, '万', 4, '亿', 8);
    /** Names that begin with a multiplier and are units of their own. */
    private static final Map<String, Unit> WHOLE = Map.of(
            "千克", new Unit("千克", 0),
            "千米", new Unit("千米", 0),
            "千瓦", new Unit("千瓦", 0),
            "百分点", new Unit("百分点", 0));

    /** Measure words that count persons; the numbers are the same. */
    private static final Map<String, String> SAME = Map.of("名", "人", "位", "人");

    /** Reads a unit's name, spaces ignored; empty when nothing but a multiplier, or nothing at all, is left of it. */
    public static Optional<Unit> parse(String name) {
        String plain = name.strip();
        int exponent = 0;
        int at = 0;
        while (at < plain.length() && !WHOLE.containsKey(plain.substring(at))) {
            Integer power = MULTIPLIERS.get(plain.charAt(at));
            if (power == null) {
                break;
            }
            exponent += power;
            at++;
        }
        String base = plain.substring(at);
        return base.isEmpty() ? Optional.empty() : Optional.of(new Unit(SAME.getOrDefault(base, base), exponent));
    }

    /** The power of ten of a multiplier without a unit: 4 of {@code 万}; empty when the name is anything else. */
    public static OptionalInt multiplier(String name) {
        int exponent = 0;
        for (int i = 0; i < name.length(); i++) {
            Integer power = MULTIPLIERS.get(name.charAt(i));
            if (power == null) {
                return OptionalInt.empty();
            }
            exponent += power;
        }
        return name.isEmpty() ? OptionalInt.empty() : OptionalInt.of(exponent);
    }

    /**
     * The power of ten that turns a number of {@code from} into a number of {@code to}: 4 from {@code 万元} to
     * {@code 元}. Empty when their base units differ or one is no unit.
     */
    public static OptionalInt conversion(String from, String to) {
        Optional<Unit> source = parse(from);
        Optional<Unit> target = parse(to);
        return source.isPresent() && target.isPresent() && source.get().base.equals(target.get().base)
                ? OptionalInt.of(source.get().exponent - target.get().exponent)
                : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return "10^" + exponent + " " + base;
    }
}
