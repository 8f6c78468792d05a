package org.xianbao.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code lists/concordance.csv}: what became of regions that were renamed, moved, merged or split. */
final class ConcordanceReader {
    static final String FILE = "lists/concordance.csv";
    static final List<String> COLUMNS = List.of("from", "to", "day", "kind", "share", "source");

    private record Read(Succession succession, Csv.Line line) {
        boolean from(String code, LocalDate day) {
            return succession.from().equals(code) && succession.day().equals(day);
        }

        boolean to(String code, LocalDate day) {
            return succession.to().equals(code) && succession.day().equals(day);
        }
    }

    private final ListReader csv;
    private final DefinitionFiles.Text file;
    private final Mistakes mistakes;
    private final List<Region> regions;
    private final List<Read> reads = new ArrayList<>();

    ConcordanceReader(DefinitionFiles.Text file, Mistakes mistakes, List<Region> regions) {
        this.csv = new ListReader(file, mistakes);
        this.file = file;
        this.mistakes = mistakes;
        this.regions = regions;
    }

    List<Succession> read() {
        List<Csv.Line> lines = Csv.read(file, COLUMNS, mistakes);
        lines.forEach(line -> succession(line).ifPresent(s -> add(s, line)));
        if (reads.size() == lines.size()) {
            reads.forEach(this::check);
            checkEnds();
        }
        return reads.stream().map(Read::succession).toList();
    }

    private void add(Succession succession, Csv.Line line) {
        reads.stream()
                .filter(r -> r.from(succession.from(), succession.day()) && r.to(succession.to(), succession.day()))
                .findFirst()
                .ifPresent(r -> csv.wrong(
                        line.get("to"), "is already on line " + r.line().line()));
        reads.add(new Read(succession, line));
    }

    private Optional<Succession> succession(Csv.Line line) {
        String from = csv.need(line, "from");
        String to = csv.need(line, "to");
        csv.need(line, "day");
        Optional<LocalDate> day = csv.date(line.get("day"));
        Optional<Succession.Kind> kind = kind(line);
        String source = csv.need(line, "source");
        if (from.isEmpty() || to.isEmpty() || day.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal share = share(line, kind.get());
        return Optional.of(new Succession(from, to, day.get(), kind.get(), share, source));
    }

    private Optional<Succession.Kind> kind(Csv.Line line) {
        String word = csv.need(line, "kind");
        Optional<Succession.Kind> kind = Arrays.stream(Succession.Kind.values())
                .filter(k -> FormReader.word(k).equals(word))
                .findFirst();
        if (kind.isEmpty() && !word.isEmpty()) {
            List<String> words = Arrays.stream(Succession.Kind.values())
                    .map(FormReader::word)
                    .toList();
            csv.wrong(line.get("kind"), "unknown word '" + word + "'" + Nearest.hint(word, words));
        }
        return kind;
    }

    /** All of it goes over unless the region was split. */
    private @Nullable BigDecimal share(Csv.Line line, Succession.Kind kind) {
        String text = line.get("share").text();
        if (kind != Succession.Kind.SPLIT) {
            if (!text.isEmpty()) {
                csv.wrong(line.get("share"), "belongs to a split");
            }
            return BigDecimal.ONE;
        }
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("0\\.\\d*[1-9]\\d*")) {
            csv.wrong(line.get("share"), "'" + text + "' must lie between 0 and 1, like 0.35");
            return null;
        }
        return new BigDecimal(text);
    }

    private void check(Read read) {
        Succession s = read.succession();
        checkExists(read, "from", s.from(), s.day().minusDays(1));
        checkExists(read, "to", s.to(), s.day());
        List<Succession> parts = reads.stream()
                .map(Read::succession)
                .filter(o -> o.from().equals(s.from()) && o.day().equals(s.day()))
                .toList();
        if ((parts.size() > 1) != (s.kind() == Succession.Kind.SPLIT)) {
            csv.wrong(
                    read.line().get("kind"),
                    "'" + s.from() + "' has " + parts.size() + " line" + (parts.size() == 1 ? "" : "s") + " on this day"
                            + (parts.size() > 1 ? ", so it is a split" : ", so it is no split"));
        } else if (parts.get(0).equals(s)) {
            checkShares(read, parts);
        }
        long origins = reads.stream().filter(r -> r.to(s.to(), s.day())).count();
        boolean alone = s.kind() == Succession.Kind.RENAME || s.kind() == Succession.Kind.MOVE;
        if (alone && origins > 1) {
            csv.wrong(read.line().get("kind"), "others become '" + s.to() + "' on this day, so it is a merge");
        }
    }

    private void checkExists(Read read, String name, String code, LocalDate day) {
        Csv.Field field = read.line().get(name);
        if (regions.stream().noneMatch(r -> r.code().equals(code))) {
            csv.wrong(field, "there is no region '" + code + "'");
        } else if (!exists(code, day)) {
            csv.wrong(field, "region '" + code + "' does not exist on " + day);
        } else if (goesOn(code, read.succession().day())
                && reads.stream()
                        .noneMatch(r -> r.from(code, read.succession().day())
                                && r.to(code, read.succession().day()))) {
            csv.wrong(field, "region '" + code + "' goes on; a line from it to itself must say so");
        }
    }

    private void checkShares(Read read, List<Succession> parts) {
        List<BigDecimal> shares =
                parts.stream().map(Succession::share).filter(Objects::nonNull).toList();
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!shares.isEmpty() && shares.size() < parts.size()) {
            csv.wrong(
                    read.line().get("share"),
                    "must be given for all parts of '" + parts.get(0).from() + "', or for none");
        } else if (!shares.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            csv.wrong(
                    read.line().get("share"),
                    "the shares of '" + parts.get(0).from() + "' come to " + sum.toPlainString() + ", not to 1");
        }
    }

    private boolean exists(String code, LocalDate day) {
        return regions.stream().anyMatch(r -> r.code().equals(code) && r.validOn(day));
    }

    private boolean goesOn(String code, LocalDate day) {
        return exists(code, day.minusDays(1)) && exists(code, day);
    }

    /** A county does not vanish: something must say where its figures count from then on. */
    private void checkEnds() {
        for (Region region : regions) {
            LocalDate to = region.to();
            if (to != null
                    && region.level() == Region.Level.COUNTY
                    && !exists(region.code(), to.plusDays(1))
                    && reads.stream().noneMatch(r -> r.from(region.code(), to.plusDays(1)))) {
                mistakes.add(
                        file.name(), 1, 1, "no line says what became of county '" + region.code() + "' after " + to);
            }
        }
    }
}
