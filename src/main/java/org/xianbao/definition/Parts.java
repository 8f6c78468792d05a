package org.xianbao.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds {@code parts} to name indicators that can be parts of the one they are named by. */
final class Parts {
    private final Map<String, Indicator> byName;
    private final Mistakes mistakes;

    private Parts(List<Indicator> indicators, Mistakes mistakes) {
        this.byName = indicators.stream().collect(Collectors.toMap(Indicator::name, Function.identity(), (a, b) -> a));
        this.mistakes = mistakes;
    }

    static void check(List<Indicator> indicators, Mistakes mistakes) {
        Parts parts = new Parts(indicators, mistakes);
        indicators.forEach(parts::check);
    }

    private void check(Indicator total) {
        if (!total.parts().isEmpty() && (!total.persons() || total.kind() == Indicator.Kind.RATIO)) {
            wrong(total, "only a count of persons or households is broken down");
            return;
        }
        for (String name :
                total.parts().stream().flatMap(List::stream).distinct().toList()) {
            String mistake = mistake(total, name);
            if (!mistake.isEmpty()) {
                wrong(total, mistake);
            }
        }
    }

    private void wrong(Indicator total, String mistake) {
        mistakes.add(total.file(), total.line(), 3, "parts: " + mistake);
    }

    private String mistake(Indicator total, String name) {
        Indicator part = byName.get(name);
        if (part == null) {
            return "there is no indicator '" + name + "'" + Nearest.hint(name, byName.keySet());
        }
        if (holds(part, total.name(), new HashSet<>())) {
            return "'" + name + "' cannot be a part of itself";
        }
        if (!part.from().equals(total.from())) {
            return "'" + name + "' is of another return, '" + part.from() + "'";
        }
        if (!Objects.equals(part.region(), total.region()) || !Objects.equals(part.source(), total.source())) {
            return "'" + name + "' is measured by another region or source";
        }
        if (part.kind() == Indicator.Kind.RATIO) {
            return part.percent() && part.persons() ? "" : "'" + name + "' is a ratio that is no share of persons";
        }
        if (!part.persons()) {
            return "'" + name + "' does not count persons or households";
        }
        return part.unit().equals(total.unit()) ? "" : "'" + name + "' has another unit, " + part.unit();
    }

    /** Whether an indicator is the other, or has it among its parts, by whatever steps. */
    private boolean holds(Indicator indicator, String other, Set<String> seen) {
        return indicator.name().equals(other)
                || (seen.add(indicator.name())
                        && indicator.parts().stream()
                                .flatMap(List::stream)
                                .map(byName::get)
                                .filter(Objects::nonNull)
                                .anyMatch(part -> holds(part, other, seen)));
    }
}
