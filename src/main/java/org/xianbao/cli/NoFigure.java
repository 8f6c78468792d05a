package org.xianbao.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Nearest;
import org.xianbao.definition.Region;
import org.xianbao.lineage.Asked;
import org.xianbao.lineage.Elsewhere;

/** What is said when a figure that was asked about does not exist: which word of the question names nothing, and what comes nearest. */
final class NoFigure {
    private static final int PERIODS = 6;

    private final Definitions definitions;
    private final Console console;

    NoFigure(Definitions definitions, Console console) {
        this.definitions = definitions;
        this.console = console;
    }

    String text(Asked asked, Elsewhere elsewhere) {
        Map<String, String> said = new LinkedHashMap<>(
                Map.of("indicator", asked.indicator(), "region", asked.region(), "period", asked.period()));
        boolean defined =
                definitions.indicators().stream().anyMatch(i -> i.name().equals(asked.indicator()));
        if (!defined && elsewhere.periods().isEmpty()) {
            said.put("hint", nearest(asked.indicator(), indicators()));
            return console.text("trace.none.indicator", said);
        }
        if (definitions.regions().stream().noneMatch(r -> r.code().equals(asked.region()))) {
            said.put("hint", nearest(asked.region(), regions()));
            return console.text("trace.none.region", said);
        }
        said.put("hint", hint(asked, elsewhere));
        return console.text("trace.none", said);
    }

    private String hint(Asked asked, Elsewhere elsewhere) {
        if (!elsewhere.sources().isEmpty()) {
            return console.text("trace.none.sources", Map.of("sources", String.join(" ", elsewhere.sources())));
        }
        if (asked.edition() != null && elsewhere.editions() > 0) {
            return console.text("trace.none.editions", Map.of("n", Integer.toString(elsewhere.editions())));
        }
        List<String> periods = elsewhere.periods();
        return periods.isEmpty()
                ? console.text("trace.none.never")
                : console.text(
                        "trace.none.periods",
                        Map.of(
                                "periods",
                                String.join(" ", periods.subList(0, Math.min(PERIODS, periods.size())))
                                        + (periods.size() > PERIODS ? " …" : "")));
    }

    private String nearest(String word, Map<String, String> known) {
        Collection<String> words = known.keySet();
        return Nearest.to(word, words)
                .map(near -> console.text("trace.none.nearest", Map.of("nearest", String.valueOf(known.get(near)))))
                .orElse("");
    }

    /** By all that somebody may call one: its name, or its title. */
    private Map<String, String> indicators() {
        Map<String, String> names = new LinkedHashMap<>();
        definitions.indicators().forEach(i -> {
            names.put(i.name(), i.name());
            names.putIfAbsent(i.title().zh(), i.name());
            names.putIfAbsent(i.title().en(), i.name());
        });
        return names;
    }

    private Map<String, String> regions() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Region region : definitions.regions()) {
            names.putIfAbsent(region.name(), region.name() + " " + region.code());
            names.putIfAbsent(region.code(), region.name() + " " + region.code());
        }
        return names;
    }
}
