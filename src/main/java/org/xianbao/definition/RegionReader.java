package org.xianbao.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code lists/regions.csv}: each place with its name and parent for a time. */
final class RegionReader {
    static final String FILE = "lists/regions.csv";
    static final List<String> COLUMNS = List.of("code", "name", "level", "parent", "from", "to", "aliases");
    private static final Pattern CODE = Pattern.compile("\\d{6}(?:\\d{3})?");

    private record Read(Region region, Csv.Line line) {
        Span span() {
            return new Span(region.from(), region.to());
        }
    }

    private final ListReader csv;
    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;
    /** Codes on lines that could not be read; what refers to them is not a mistake of its own. */
    private final Set<String> unread = new HashSet<>();

    private final Map<String, List<Read>> byCode = new LinkedHashMap<>();

    RegionReader(DefinitionFiles.Text file, Mistakes mistakes) {
        this.csv = new ListReader(file, mistakes);
        this.file = file;
        this.mistakes = mistakes;
    }

    List<Region> read() {
        List<Region> regions = new ArrayList<>();
        for (Csv.Line line : Csv.read(file, COLUMNS, mistakes)) {
            region(line).ifPresent(region -> {
                List<Read> same = byCode.computeIfAbsent(region.code(), c -> new ArrayList<>());
                Read read = new Read(region, line);
                same.stream()
                        .filter(o -> o.span().overlaps(read.span()))
                        .findFirst()
                        .ifPresent(o -> csv.wrong(
                                line.get("from"),
                                "overlaps '" + region.code() + "' on line "
                                        + o.line().line()));
                same.add(read);
                regions.add(region);
            });
        }
        byCode.values().forEach(same -> same.forEach(this::checkParent));
        return List.copyOf(regions);
    }

    Set<String> unread() {
        return unread;
    }

    private Optional<Region> region(Csv.Line line) {
        String code = csv.need(line, "code");
        String name = csv.need(line, "name");
        Optional<Region.Level> level = level(line);
        String parent = line.get("parent").text();
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            csv.wrong(line.get("code"), "'" + code + "' must have 6 digits, or 9 for a township");
        }
        csv.need(line, "from");
        Optional<LocalDate> from = csv.date(line.get("from"));
        LocalDate to = csv.date(line.get("to")).orElse(null);
        if (from.isEmpty() || level.isEmpty() || code.isEmpty()) {
            unread.add(code);
            return Optional.empty();
        }
        if (to != null && to.isBefore(from.get())) {
            csv.wrong(line.get("to"), "is before 'from'");
            unread.add(code);
            return Optional.empty();
        }
        if (parent.isEmpty() && level.get() != Region.Level.NATION) {
            csv.wrong(line.get("parent"), "is empty; only the nation has none");
        }
        return Optional.of(new Region(
                code,
                name,
                level.get(),
                parent.isEmpty() ? null : parent,
                from.get(),
                to,
                ListReader.several(line.get("aliases"))));
    }

    private Optional<Region.Level> level(Csv.Line line) {
        String word = csv.need(line, "level");
        Optional<Region.Level> level = Arrays.stream(Region.Level.values())
                .filter(l -> FormReader.word(l).equals(word))
                .findFirst();
        if (level.isEmpty() && !word.isEmpty()) {
            List<String> words =
                    Arrays.stream(Region.Level.values()).map(FormReader::word).toList();
            csv.wrong(line.get("level"), "unknown level '" + word + "'" + Nearest.hint(word, words));
        }
        return level;
    }

    private void checkParent(Read read) {
        String parent = read.region().parent();
        if (parent == null || unread.contains(parent)) {
            return;
        }
        List<Read> above = byCode.getOrDefault(parent, List.of());
        Csv.Field field = read.line().get("parent");
        if (above.isEmpty()) {
            csv.wrong(field, "there is no region '" + parent + "'");
            return;
        }
        if (above.stream()
                .anyMatch(a -> a.region().level().compareTo(read.region().level()) >= 0)) {
            csv.wrong(
                    field,
                    "'" + parent + "' is not above a "
                            + FormReader.word(read.region().level()));
        }
        LocalDate gap = read.span().firstGap(above.stream().map(Read::span).toList());
        if (gap != null) {
            csv.wrong(field, "region '" + parent + "' does not exist on " + gap);
        }
    }
}
