package org.xianbao.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a directory of definitions, {@code jobs/}; its {@code README.md} is the grammar. */
public final class DefinitionsLoader {
    private static final Pattern RETURN = Pattern.compile("returns/[^/]+/[^/]+\\.yaml");
    private static final Pattern INDICATORS = Pattern.compile("indicators/[^/]+\\.yaml");
    private static final Pattern LIST = Pattern.compile("lists/[^/]+\\.csv");
    private static final Pattern LIST_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> OWN_LISTS = Set.of(RegionReader.FILE, ReporterReader.FILE, ConcordanceReader.FILE);
    private static final Set<String> SINGLE = Set.of("nightly.yaml", "close.yaml");

    private final Mistakes mistakes = new Mistakes();
    private final DefinitionFiles files;

    private DefinitionsLoader(Function<Mistakes, DefinitionFiles> files) {
        this.files = files.apply(mistakes);
    }

    /**
     * Reads and checks everything. SQL is checked only for being closed in itself; whether it is right, a database tells.
     *
     * @throws InvalidDefinitions with every mistake, by file, line and column
     */
    public static Definitions load(Path jobs) {
        return new DefinitionsLoader(mistakes -> DefinitionFiles.read(jobs, mistakes)).load();
    }

    /**
     * Reads definitions that were in force once, from what was kept of them.
     *
     * @throws InvalidDefinitions when the grammar has changed since and they no longer hold
     */
    public static Definitions load(List<DefinitionSource> sources, String fingerprint) {
        return new DefinitionsLoader(mistakes -> DefinitionFiles.of(sources, fingerprint)).load();
    }

    private Definitions load() {
        mistakes.throwIfAny();
        Definitions definitions = definitions();
        mistakes.throwIfAny();
        return definitions;
    }

    private Definitions definitions() {
        checkNames();
        Set<String> names = new TreeSet<>();
        List<ReturnDefinition> returns = returns(names);
        Map<String, CodeList> lists = lists();
        Consistency.check(returns, lists.keySet(), mistakes);
        Set<String> unread = new TreeSet<>();
        List<Region> regions =
                files.get(RegionReader.FILE).map(t -> regions(t, unread)).orElseGet(() -> missing(RegionReader.FILE));
        Map<String, Frequency> calendars = new TreeMap<>();
        returns.forEach(r -> calendars.putIfAbsent(r.name(), r.every()));
        List<Reporter> reporters = files.get(ReporterReader.FILE)
                .map(t -> new ReporterReader(t, mistakes, regions, unread, calendars).read(names))
                .orElseGet(() -> missing(ReporterReader.FILE));
        List<Succession> successions = files.get(ConcordanceReader.FILE)
                .map(t -> new ConcordanceReader(t, mistakes, regions).read())
                .orElse(List.of());
        Settings settings = SettingsReader.read(files, mistakes);
        List<Indicator> indicators =
                indicators(names, ofPersons(returns), settings.screening().edit());
        PublishedSources.check(indicators, returns, lists, mistakes);
        YearsAgo.check(indicators, mistakes);
        Parts.check(indicators, mistakes);
        return new Definitions(
                returns,
                indicators,
                regions,
                successions,
                lists,
                reporters,
                settings,
                files.fingerprint(),
                files.sources());
    }

    private List<Region> regions(DefinitionFiles.Text text, Set<String> unread) {
        RegionReader reader = new RegionReader(text, mistakes);
        List<Region> regions = reader.read();
        unread.addAll(reader.unread());
        return regions;
    }

    private <T> List<T> missing(String name) {
        mistakes.add(name, 1, 1, "the file is missing");
        return List.of();
    }

    /** Every YAML and CSV file has a place; one that stands elsewhere would silently count for nothing. */
    private void checkNames() {
        for (String name : files.names()) {
            boolean placed = SINGLE.contains(name)
                    || RETURN.matcher(name).matches()
                    || INDICATORS.matcher(name).matches()
                    || LIST.matcher(name).matches();
            if (!placed) {
                mistakes.add(
                        name,
                        1,
                        1,
                        "no definition is read from here"
                                + Nearest.to(name, SINGLE)
                                        .map(n -> ", did you mean '" + n + "'?")
                                        .orElse(""));
            }
        }
        files.others().stream()
                .filter(n -> n.endsWith(".yml") || n.matches("(returns|indicators|lists)/.*[^/]"))
                .filter(n -> !n.endsWith(".md"))
                .forEach(n -> mistakes.add(n, 1, 1, "definitions end in .yaml, lists in .csv"));
    }

    /** @param names takes the names of all returns, readable or not */
    private List<ReturnDefinition> returns(Set<String> names) {
        List<ReturnDefinition> returns = new ArrayList<>();
        for (DefinitionFiles.Text text : files.matching(RETURN.asMatchPredicate())) {
            names.add(Path.of(text.name()).getName(1).toString());
            new ReturnReader(text, mistakes).read().ifPresent(returns::add);
        }
        if (names.isEmpty()) {
            mistakes.add("returns", 1, 1, "no return is declared: returns/<return>/<since>.yaml");
        }
        return returns.stream()
                .sorted(Comparator.comparing(ReturnDefinition::name).thenComparing(ReturnDefinition::since))
                .toList();
    }

    private Map<String, CodeList> lists() {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        for (DefinitionFiles.Text text : files.matching(LIST.asMatchPredicate())) {
            if (OWN_LISTS.contains(text.name())) {
                continue;
            }
            String name = text.name().substring("lists/".length(), text.name().length() - ".csv".length());
            if (!LIST_NAME.matcher(name).matches()) {
                mistakes.add(text.name(), 1, 1, "a list's name must be of a-z, 0-9, _");
            }
            lists.put(name, new ListReader(text, mistakes).read(name));
        }
        return Collections.unmodifiableMap(lists);
    }

    private static Set<String> ofPersons(List<ReturnDefinition> returns) {
        return returns.stream()
                .filter(r -> r.columns().stream().anyMatch(c -> c.type() == ColumnType.CITIZEN_ID))
                .map(ReturnDefinition::name)
                .collect(Collectors.toSet());
    }

    private List<Indicator> indicators(Set<String> returns, Set<String> ofPersons, RatioEdit usual) {
        Map<String, Indicator> byName = new HashMap<>();
        List<Indicator> indicators = files.matching(INDICATORS.asMatchPredicate()).stream()
                .flatMap(t -> new IndicatorReader(t, mistakes, returns, ofPersons, usual).read().stream())
                .collect(Collectors.toUnmodifiableList());
        for (Indicator i : indicators) {
            Indicator first = byName.putIfAbsent(i.name(), i);
            if (first != null) {
                mistakes.add(
                        i.file(),
                        i.line(),
                        3,
                        "indicator '" + i.name() + "' is already in " + first.file() + ", line " + first.line());
            }
        }
        return indicators;
    }
}
