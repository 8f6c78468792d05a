package org.xianbao.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** A blank form, filled in with what the counties sent on forms of their own, gets no finding. */
class BlankFormTest {
    static final Definitions DEFINITIONS = DefinitionsLoader.load(Path.of("jobs"));
    private static Check check;

    private final Path directory;

    BlankFormTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void prepare() throws Exception {
        check = check();
    }

    static Check check() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        new Schema(DEFINITIONS).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
        return new Check(database.dataSource(), DEFINITIONS, PersonalKey.of("only for this test"));
    }

    /** One return of one county as it was sent. */
    record Sent(Path file, ReturnDefinition definition, Region county, Period period) {
        @Override
        public String toString() {
            return definition.name() + " " + county.code() + " " + period;
        }
    }

    /** Of every edition of every return, the first that each county sent. */
    static List<Sent> sent() throws IOException {
        Set<String> seen = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("input-samples"))) {
            return files.filter(f -> f.toString().matches("input-samples/20[^/]*/[^/]*"))
                    .sorted()
                    .flatMap(BlankFormTest::returns)
                    .filter(s -> seen.add(s.definition().file() + s.county().code()))
                    .toList();
        }
    }

    private static Stream<Sent> returns(Path file) {
        return Values.sheets(DEFINITIONS, file, f -> {}).stream()
                .map(s -> new Sent(file, s.definition(), s.county(), s.period()));
    }

    @Test
    void everyEditionOfEveryReturnIsTried() throws IOException {
        assertThat(sent()).extracting(Sent::definition).containsAll(DEFINITIONS.returns());
    }

    @ParameterizedTest
    @MethodSource("sent")
    void filledInWithWhatWasSentItGetsNoFinding(Sent sent) throws Exception {
        List<Values.Row> rows = rows(sent);
        Path blank = blank(sent, rows.size() + 3, directory.resolve("blank.xlsx"));

        Path filled = new Filled(DEFINITIONS, blank).with(rows, directory.resolve("filled.xlsx"));

        Judged judged = check.check(filled, List.of());
        assertThat(judged.findings()).extracting(Judged.Found::rule).containsExactlyElementsOf(notes(sent));
        assertThat(judged.returns()).singleElement().satisfies(r -> {
            assertThat(r.verdict()).isEqualTo("accepted");
            assertThat(r.name()).isEqualTo(sent.definition().name());
            assertThat(r.region()).isEqualTo(sent.county().code());
            assertThat(r.period()).isEqualTo(sent.period().label());
            assertThat(r.rows()).isEqualTo(rows.size());
        });
    }

    /** What the figures themselves ask to be noted, on whatever form they stand. */
    private static List<String> notes(Sent sent) throws Exception {
        Set<String> rules = sent.definition().rules().stream()
                .filter(r -> r.severity() == Severity.NOTE)
                .map(Rule::name)
                .collect(Collectors.toSet());
        return rules.isEmpty()
                ? List.of()
                : check.check(sent.file(), List.of()).findings().stream()
                        .map(Judged.Found::rule)
                        .filter(rules::contains)
                        .toList();
    }

    static List<Values.Row> rows(Sent sent) {
        List<Values.Row> rows =
                Values.of(DEFINITIONS, sent.file(), sent.definition().name());
        assertThat(rows).isNotEmpty();
        return rows;
    }

    static Path blank(Sent sent, int rows, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            BlankForm.write(
                    DEFINITIONS, new Order(sent.definition(), sent.period(), sent.county(), List.of(), rows), out);
        }
        return file;
    }
}
