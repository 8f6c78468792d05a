package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/**
 * Each folder of {@code input-samples/defects} is a test: one workbook with one thing wrong, {@code expected.tsv} with
 * the findings it must get, {@code before/} with what came in before it, and {@code corrected.*}, which must pass.
 */
class DefectsTest {
    private static final Path FOLDERS = Path.of("input-samples/defects");
    private static Check check;

    @BeforeAll
    static void prepare() throws Exception {
        Definitions definitions = DefinitionsLoader.load(Path.of("jobs"));
        TestDatabase database = TestDatabase.migrated();
        new Schema(definitions).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
        check = new Check(database.dataSource(), definitions, PersonalKey.of("only for this test"));
    }

    @Test
    void thereAreAtLeastSixty() throws IOException {
        assertThat(folders()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void getsItsFindings(Path folder) throws Exception {
        assertThat(check.check(defect(folder), before(folder)).findings())
                .extracting(DefectsTest::line)
                .containsExactlyInAnyOrderElementsOf(expected(folder));
    }

    @ParameterizedTest
    @MethodSource("correctable")
    void isAcceptedWhenCorrected(Path folder) throws Exception {
        Path corrected = only(folder, name -> name.startsWith("corrected."));
        Judged checked = check.check(corrected, before(folder));
        assertThat(checked.findings())
                .filteredOn(f -> f.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(checked.returns()).isNotEmpty().allMatch(r -> r.verdict().equals("accepted"));
    }

    private static String line(Judged.Found found) {
        return String.join(
                "\t",
                found.severity().name().toLowerCase(java.util.Locale.ROOT),
                found.rule(),
                Objects.requireNonNullElse(found.sheet(), ""),
                Objects.requireNonNullElse(found.cell(), ""),
                Objects.requireNonNullElse(found.reported(), ""));
    }

    private static List<String> expected(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("expected.tsv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Path defect(Path folder) throws IOException {
        return only(folder, name -> !name.startsWith("corrected.") && !name.equals("expected.tsv"));
    }

    private static Path only(Path folder, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(f -> wanted.test(f.getFileName().toString()))
                    .toList();
            assertThat(found).as("workbooks in " + folder).hasSize(1);
            return found.get(0);
        }
    }

    private static List<Path> before(Path folder) throws IOException {
        Path before = folder.resolve("before");
        if (!Files.exists(before)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(before)) {
            return files.sorted().toList();
        }
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.sorted().toList();
        }
    }

    static List<Path> correctable() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.filter(f -> {
                        try (Stream<Path> files = Files.list(f)) {
                            return files.anyMatch(
                                    p -> p.getFileName().toString().startsWith("corrected."));
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
        }
    }
}
