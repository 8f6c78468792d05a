package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** What the project's own defective workbooks are told: few hints, since most of them hold one figure that nothing explains. */
class SampleHintsTest {
    private static final Path FOLDERS = Path.of("input-samples/defects");

    /** Those with a slip, and as many with a figure that is simply wrong. */
    private static final List<String> TRIED = List.of(
            "bursary-that-the-funds-do-not-know",
            "fraction-instead-of-per-cent",
            "share-over-one-hundred",
            "years-that-do-not-fit",
            "yuan-in-a-column-of-ten-thousands",
            "income-that-jumps",
            "insured-exceed-those-due",
            "measures-that-do-not-add-up",
            "more-poor-than-people",
            "plan-that-changed",
            "premiums-that-do-not-add-up",
            "start-that-moved",
            "total-that-does-not-add-up",
            "trained-longer-than-the-course");

    @Test
    void hintsWhereASlipExplainsTheDefectAndNowhereElse() throws Exception {
        Definitions definitions = DefinitionsLoader.load(Path.of("jobs"));
        TestDatabase database = TestDatabase.migrated();
        new Schema(definitions).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
        Check check = new Check(database.dataSource(), definitions, PersonalKey.of("only for this test"));

        Map<String, String> hints = new TreeMap<>();
        for (String name : TRIED) {
            Path folder = FOLDERS.resolve(name);
            List<Path> before = Files.exists(folder.resolve("before")) ? list(folder.resolve("before")) : List.of();
            for (Judged.Found found : check.check(sent(folder), before).findings()) {
                var hint = found.hint();
                if (hint != null) {
                    hints.put(folder.getFileName() + " " + found.rule(), hint.zh());
                }
            }
        }

        assertThat(hints)
                .containsOnly(
                        entry(
                                "bursary-that-the-funds-do-not-know bursary-is-in-the-funds",
                                "可能：D13 应为 50（现为 500，为应填数的 10 倍）"),
                        entry(
                                "fraction-instead-of-per-cent incidence-agrees",
                                "可能：D8 应为 0.0216（现为 2.16，为应填数的 100 倍）；或 D11 应为 11.7%（现为 0.117%，仅为应填数的 1/100）"),
                        entry("share-over-one-hundred incidence-agrees", "可能：D11 应为 11.7%（现为 117%，为应填数的 10 倍）"),
                        entry("share-over-one-hundred incidence-is-a-share", "可能：D11 应为 11.7%（现为 117%，为应填数的 10 倍）"),
                        entry("years-that-do-not-fit years-agree", "可能：D7 应为 23（现为 32，数字颠倒）"),
                        entry(
                                "yuan-in-a-column-of-ten-thousands amount-plausible",
                                "可能：D8 应为 100（现为 1000000，误以“元”填报，本栏单位为“万元”）"));
    }

    private static Path sent(Path folder) throws IOException {
        return list(folder).stream()
                .filter(f -> f.getFileName().toString().startsWith("sent."))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
