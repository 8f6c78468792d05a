package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.DefectFolder;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** Each folder of {@code input-samples/defects} gets its reply, and the reply is as good as what was sent. */
class RepliesTest {
    private static Check check;
    private static Reply reply;

    @BeforeAll
    static void prepare() throws Exception {
        Definitions definitions = DefinitionsLoader.load(Path.of("jobs"));
        TestDatabase database = TestDatabase.migrated();
        new Schema(definitions).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
        check = new Check(database.dataSource(), definitions, PersonalKey.of("only for this test"));
        reply = new Reply(definitions);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void marksExactlyTheCellsThatHaveFindings(DefectFolder folder) throws Exception {
        Judged judged = check.check(folder.sent(), folder.before());
        Path target = Path.of("/tmp/annotate-out").resolve(folder + extension(folder));
        Files.createDirectories(target.getParent());
        reply.write(folder.sent(), judged, target);
        try (Workbook w = WorkbookFactory.create(target.toFile(), null, true)) {
            assertThat(w.getSheetAt(0).getSheetName()).isEqualTo("审核结果");
        }
    }

    private static String extension(DefectFolder folder) throws IOException {
        return folder.toString().equals("old-binary-workbook") ? ".xls" : ".xlsx";
    }

    static List<DefectFolder> folders() throws IOException {
        return DefectFolder.all();
    }
}
