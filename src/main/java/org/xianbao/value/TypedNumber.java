package org.xianbao.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that was typed as text: {@code 60余万元} is 60, of {@code 万元}, qualified {@code >}.
 *
 * <pre>
 * [约 近 超过 …] [+ -] digits [余 多] [十 百 千 万 亿 …] [余 多] [unit] [余 多 左右 以上 以下 …]
 * </pre>
 *
 * Parenthesised numbers are refused: {@code (5)} may be a negative or a remark. So is scientific notation, for what was
 * displayed so has lost digits.
 *
 * @param unit what stands behind the digits, qualifiers left out: {@code 万元}, {@code 万}, {@code %}; empty for nothing
 * @param qualifier {@code = > < ≈ ≈<}
 * @param refused the rule that it breaks; null when it is a number, and only then the rest counts
 */
record TypedNumber(
        BigDecimal value,
        String unit,
        String qualifier,
        @Nullable String refused) {
    private static final int LONGEST = 60;
    private static final Map<String, String> QUALIFIERS = Map.ofEntries(
            Map.entry("大约", "≈"),
            Map.entry("约", "≈"),
            Map.entry("≈", "≈"),
            Map.entry("左右", "≈"),
            Map.entry("上下", "≈"),
            Map.entry("近", "≈<"),
            Map.entry("将近", "≈<"),
            Map.entry("接近", "≈<"),
            Map.entry("超过", ">"),
            Map.entry("超", ">"),
            Map.entry("逾", ">"),
            Map.entry("多于", ">"),
            Map.entry("高于", ">"),
            Map.entry("大于", ">"),
            Map.entry("至少", ">"),
            Map.entry("不少于", ">"),
            Map.entry("≥", ">"),
            Map.entry(">=", ">"),
            Map.entry(">", ">"),
            Map.entry("余", ">"),
            Map.entry("多", ">"),
            Map.entry("以上", ">"),
            Map.entry("不足", "<"),
            Map.entry("不到", "<"),
            Map.entry("少于", "<"),
            Map.entry("低于", "<"),
            Map.entry("小于", "<"),
            Map.entry("至多", "<"),
            Map.entry("不超过", "<"),
            Map.entry("≤", "<"),
            Map.entry("<=", "<"),
            Map.entry("<", "<"),
            Map.entry("以下", "<"),
            Map.entry("以内", "<"));
    private static final Pattern NUMBER =
            Pattern.compile("(大约|约|≈|将近|接近|近|超过|超|逾|多于|高于|大于|至少|不少于|不超过|≥|>=|>|不足|不到|少于|低于|小于|至多|≤|<=|<)? *"
                    + "([+-]?) *(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+) *"
                    + "(余|多)? *([十百千万亿]*) *(余|多)? *((?:[\\p{L}%‰°㎡][^\\d]{0,19}?)??) *(余|多|左右|上下|以上|以下|以内)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d+");
    private static final Pattern PARENTHESISED = Pattern.compile("-?\\(.*\\d.*\\)");
    private static final Pattern CHINESE = Pattern.compile(".{0,4}[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟半]{2,}.{0,4}");

    /** Reads a half-width text. */
    static TypedNumber parse(String text, Grouping grouping) {
        Matcher m = NUMBER.matcher(text);
        if (text.length() > LONGEST) {
            return refuse("not-a-number");
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return refuse("digits-lost");
        }
        if (!m.matches()) {
            return refuse(other(text));
        }
        String digits = m.group(3);
        if (digits.indexOf(',') >= 0
                && (grouping == Grouping.NONE || !GROUPED.matcher(digits).matches())) {
            return refuse("bad-thousands");
        }
        String qualifier = qualifier(m.group(1), m.group(4), m.group(6), m.group(8));
        if (qualifier == null) {
            return refuse("qualifier-unclear");
        }
        BigDecimal value = new BigDecimal(m.group(2) + digits.replace(",", ""));
        return new TypedNumber(value, (m.group(5) + m.group(7)).strip(), qualifier, null);
    }

    private static String other(String text) {
        if (PARENTHESISED.matcher(text).matches()) {
            return "parenthesised";
        }
        return CHINESE.matcher(text).matches() ? "chinese-numeral" : "not-a-number";
    }

    /** The one qualifier that they all mean, {@code =} when there is none; null when they differ. */
    private static @Nullable String qualifier(@Nullable String... words) {
        String all = "=";
        for (String word : words) {
            if (word != null) {
                String one = QUALIFIERS.getOrDefault(word, "=");
                if (!all.equals("=") && !all.equals(one)) {
                    return null;
                }
                all = one;
            }
        }
        return all;
    }

    private static TypedNumber refuse(String rule) {
        return new TypedNumber(BigDecimal.ZERO, "", "=", rule);
    }
}
