package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xianbao.judge.Judged;

/**
 * A folder of {@code input-samples/defects}: one workbook with one thing wrong, {@code expected.tsv} with the findings it
 * must get, {@code before/} with what came in before it, and {@code corrected.*}, which must pass.
 */
public record DefectFolder(Path path) {
    private static final Path ALL = Path.of("input-samples/defects");

    /** All of them, by name. */
    public static List<DefectFolder> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.sorted().map(DefectFolder::new).toList();
        }
    }

    public static DefectFolder named(String name) {
        return new DefectFolder(ALL.resolve(name));
    }

    public Path sent() throws IOException {
        return only(name -> !name.startsWith("corrected.") && !name.equals("expected.tsv"));
    }

    public Path corrected() throws IOException {
        return only(DefectFolder::isCorrected);
    }

    public boolean isCorrectable() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(f -> isCorrected(f.getFileName().toString()));
        }
    }

    private static boolean isCorrected(String name) {
        return name.startsWith("corrected.");
    }

    public List<Path> before() throws IOException {
        Path before = path.resolve("before");
        if (!Files.exists(before)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(before)) {
            return files.sorted().toList();
        }
    }

    /** Severity, rule, sheet, cell and reported text of each finding, parted by tabs. */
    public List<String> expected() throws IOException {
        return Files.readAllLines(path.resolve("expected.tsv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** A finding as {@link #expected()} tells it. */
    public static String line(Judged.Found found) {
        return String.join(
                "\t",
                found.severity().name().toLowerCase(Locale.ROOT),
                found.rule(),
                Objects.requireNonNullElse(found.sheet(), ""),
                Objects.requireNonNullElse(found.cell(), ""),
                Objects.requireNonNullElse(found.reported(), ""));
    }

    private Path only(Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(f -> wanted.test(f.getFileName().toString()))
                    .toList();
            assertThat(found).as("workbooks in " + path).hasSize(1);
            return found.get(0);
        }
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
