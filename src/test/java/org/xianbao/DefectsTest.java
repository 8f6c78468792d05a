package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** Each folder of {@code input-samples/defects} is a test. */
class DefectsTest {
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
    void getsItsFindings(DefectFolder folder) throws Exception {
        assertThat(check.check(folder.sent(), folder.before()).findings())
                .extracting(DefectFolder::line)
                .containsExactlyInAnyOrderElementsOf(folder.expected());
    }

    @ParameterizedTest
    @MethodSource("correctable")
    void isAcceptedWhenCorrected(DefectFolder folder) throws Exception {
        Judged checked = check.check(folder.corrected(), folder.before());
        assertThat(checked.findings())
                .filteredOn(f -> f.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(checked.returns()).isNotEmpty().allMatch(r -> r.verdict().equals("accepted"));
    }

    static List<DefectFolder> folders() throws IOException {
        return DefectFolder.all();
    }

    static List<DefectFolder> correctable() throws IOException {
        List<DefectFolder> correctable = new ArrayList<>();
        for (DefectFolder folder : folders()) {
            if (folder.isCorrectable()) {
                correctable.add(folder);
            }
        }
        return correctable;
    }
}
