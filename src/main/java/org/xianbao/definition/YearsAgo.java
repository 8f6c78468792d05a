package org.xianbao.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds {@code year-ago} to name another statement of the same figure: of the same return, unit and kind. */
final class YearsAgo {
    private YearsAgo() {}

    static void check(List<Indicator> indicators, Mistakes mistakes) {
        Map<String, Indicator> byName =
                indicators.stream().collect(Collectors.toMap(Indicator::name, Function.identity(), (a, b) -> a));
        for (Indicator indicator : indicators) {
            String name = indicator.yearAgo();
            if (name != null) {
                String mistake = mistake(indicator, name, byName);
                if (!mistake.isEmpty()) {
                    mistakes.add(indicator.file(), indicator.line(), 3, "year-ago: " + mistake);
                }
            }
        }
    }

    private static String mistake(Indicator indicator, String name, Map<String, Indicator> byName) {
        Indicator other = byName.get(name);
        if (other == null) {
            return "there is no indicator '" + name + "'" + Nearest.hint(name, byName.keySet());
        }
        if (other.equals(indicator)) {
            return "'" + name + "' cannot be what it is compared with";
        }
        if (!other.from().equals(indicator.from())) {
            return "'" + name + "' is of another return, '" + other.from() + "'";
        }
        if (!other.unit().equals(indicator.unit()) || other.percent() != indicator.percent()) {
            return "'" + name + "' has another unit, " + other.unit();
        }
        return other.kind() == indicator.kind()
                ? ""
                : "'" + name + "' is of another kind, " + other.kind().word();
    }
}
