package org.xianbao.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the sources that indicators publish against the code list of the column that names them. */
final class PublishedSources {
    private PublishedSources() {}

    /** Only where the source is such a column as it stands; what other SQL gives is known when returns come. */
    static void check(
            List<Indicator> indicators,
            List<ReturnDefinition> returns,
            Map<String, CodeList> lists,
            Mistakes mistakes) {
        for (Indicator indicator : indicators) {
            codes(indicator, returns, lists).ifPresent(codes -> indicator.publish().stream()
                    .filter(source -> !codes.contains(source))
                    .forEach(source -> mistakes.add(
                            indicator.file(),
                            indicator.line(),
                            3,
                            "publish: '" + source + "' is no code of " + indicator.source()
                                    + Nearest.hint(source, codes))));
        }
    }

    private static Optional<List<String>> codes(
            Indicator indicator, List<ReturnDefinition> returns, Map<String, CodeList> lists) {
        String source = indicator.source();
        if (source == null) {
            return Optional.empty();
        }
        return returns.stream()
                .filter(r -> r.name().equals(indicator.from()))
                .flatMap(r -> r.column(source).stream())
                .flatMap(c -> Optional.ofNullable(c.list()).map(lists::get).stream())
                .findFirst()
                .map(list -> list.entries().stream().map(CodeList.Entry::code).toList());
    }
}
