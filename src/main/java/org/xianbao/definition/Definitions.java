package org.xianbao.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything under {@code jobs/}, checked. Immutable.
 *
 * @param returns every layout of every return, by name and then by {@code since}
 * @param successions what became of regions, where something is known of it
 * @param fingerprint SHA-256 over the definition files, hex
 * @param sources the files it was read from, by name
 */
public record Definitions(
        List<ReturnDefinition> returns,
        List<Indicator> indicators,
        List<Region> regions,
        List<Succession> successions,
        Map<String, CodeList> lists,
        List<Reporter> reporters,
        Settings settings,
        String fingerprint,
        List<DefinitionSource> sources) {

    /** The layout of a return that is valid for the period; the earliest one for periods before it. */
    public Optional<ReturnDefinition> layout(String name, Period period) {
        List<ReturnDefinition> layouts = layouts(name);
        return layouts.stream()
                .filter(r -> !r.since().isAfter(period.start()))
                .max(Comparator.comparing(ReturnDefinition::since))
                .or(() -> layouts.stream().min(Comparator.comparing(ReturnDefinition::since)));
    }

    /** All layouts of a return, oldest first. */
    public List<ReturnDefinition> layouts(String name) {
        return returns.stream().filter(r -> r.name().equals(name)).toList();
    }

    /** Names of the returns, each once, in order. */
    public List<String> returnNames() {
        return returns.stream().map(ReturnDefinition::name).distinct().toList();
    }

    /** A code list by its name. */
    public Optional<CodeList> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** Who owes the return for the period; nobody owes an event. */
    public List<Reporter> owing(String returnName, Period period) {
        return period.frequency() == Frequency.EVENT
                ? List.of()
                : reporters.stream()
                        .filter(r -> r.returnName().equals(returnName) && r.owes(period))
                        .toList();
    }
}
