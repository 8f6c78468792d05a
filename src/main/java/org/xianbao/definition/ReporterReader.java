package org.xianbao.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code lists/reporters.csv}: who owes which return; a row for a named return takes the place of {@code *}. */
final class ReporterReader {
    static final String FILE = "lists/reporters.csv";
    static final List<String> COLUMNS = List.of("region", "return", "from", "to", "exempt");
    private static final String ALL = "*";

    private record Read(Reporter reporter, Csv.Line line) {
        boolean same(Read other) {
            return reporter.region().equals(other.reporter.region())
                    && reporter.returnName().equals(other.reporter.returnName());
        }

        Span span() {
            return new Span(reporter.from(), reporter.to());
        }
    }

    private final ListReader csv;
    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;
    private final List<Region> regions;
    private final Set<String> unread;
    private final Map<String, Frequency> returns;
    private final List<Read> reads = new ArrayList<>();

    /** @param unread region codes that could not be read
     * @param returns the calendar of every return that could be read */
    ReporterReader(
            DefinitionFiles.Text file,
            Mistakes mistakes,
            List<Region> regions,
            Set<String> unread,
            Map<String, Frequency> returns) {
        this.csv = new ListReader(file, mistakes);
        this.file = file;
        this.mistakes = mistakes;
        this.regions = regions;
        this.unread = unread;
        this.returns = returns;
    }

    /** @param declared names of all returns, readable or not */
    List<Reporter> read(Set<String> declared) {
        for (Csv.Line line : Csv.read(file, COLUMNS, mistakes)) {
            reporter(line, declared).ifPresent(r -> {
                Read read = new Read(r, line);
                reads.stream()
                        .filter(o -> o.same(read) && o.span().overlaps(read.span()))
                        .findFirst()
                        .ifPresent(o -> csv.wrong(
                                line.get("from"), "overlaps line " + o.line().line()));
                reads.add(read);
            });
        }
        return expanded();
    }

    private Optional<Reporter> reporter(Csv.Line line, Set<String> declared) {
        String region = csv.need(line, "region");
        String name = csv.need(line, "return");
        if (!name.isEmpty() && !name.equals(ALL) && !declared.contains(name)) {
            csv.wrong(line.get("return"), "unknown return '" + name + "'" + Nearest.hint(name, declared));
        }
        csv.need(line, "from");
        Optional<LocalDate> from = csv.date(line.get("from"));
        LocalDate to = csv.date(line.get("to")).orElse(null);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        if (to != null && to.isBefore(from.get())) {
            csv.wrong(line.get("to"), "is before 'from'");
        }
        checkRegion(line, region, new Span(from.get(), to));
        Set<String> exempt = new LinkedHashSet<>(ListReader.several(line.get("exempt")));
        boolean told = name.equals(ALL) ? returns.keySet().containsAll(declared) : returns.containsKey(name);
        exempt.stream()
                .filter(label -> told && !known(label, name))
                .forEach(label -> csv.wrong(
                        line.get("exempt"),
                        "'" + label + "' is no period of " + (name.equals(ALL) ? "any return" : name)));
        return Optional.of(new Reporter(region, name, from.get(), to, Set.copyOf(exempt)));
    }

    private void checkRegion(Csv.Line line, String region, Span span) {
        List<Span> known = regions.stream()
                .filter(r -> r.code().equals(region))
                .map(r -> new Span(r.from(), r.to()))
                .toList();
        if (region.isEmpty() || unread.contains(region)) {
            return;
        }
        if (known.isEmpty()) {
            csv.wrong(line.get("region"), "there is no region '" + region + "'");
        } else {
            LocalDate gap = span.firstGap(known);
            if (gap != null) {
                csv.wrong(line.get("region"), "region '" + region + "' does not exist on " + gap);
            }
        }
    }

    private boolean known(String label, String name) {
        Frequency own = returns.get(name);
        Set<Frequency> calendars = own != null ? Set.of(own) : new HashSet<>(returns.values());
        return calendars.stream().anyMatch(f -> Period.parse(label, f).isPresent());
    }

    private List<Reporter> expanded() {
        List<Reporter> reporters = new ArrayList<>();
        for (Read read : reads) {
            Reporter r = read.reporter();
            if (!r.returnName().equals(ALL)) {
                reporters.add(r);
                continue;
            }
            for (String name : returns.keySet()) {
                Reporter one = new Reporter(r.region(), name, r.from(), r.to(), r.exempt());
                if (reads.stream().noneMatch(o -> o.same(new Read(one, read.line())))) {
                    reporters.add(one);
                }
            }
        }
        return List.copyOf(reporters);
    }
}
