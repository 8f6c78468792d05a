package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xianbao.DefectFolder;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judged;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** Every folder of {@code input-samples/defects}, judged and replied to once for all tests of a run. */
final class RepliedDefects {
    /** One of them; {@code reply} lies under {@code target}. */
    record Replied(DefectFolder folder, Judged judged, Path reply) {
        boolean isRefused() {
            return NoticePage.isFor(judged);
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    private static final Path REPLIES = Path.of("target", "replies");
    private static final Map<String, Replied> DONE = new LinkedHashMap<>();
    private static final Definitions DEFINITIONS = DefinitionsLoader.load(Path.of("jobs"));
    private static final Check CHECK = check();

    private RepliedDefects() {}

    private static Check check() {
        try {
            TestDatabase database = TestDatabase.migrated();
            new Schema(DEFINITIONS).apply(database.dataSource(), LocalDate.of(2019, 1, 1));
            Files.createDirectories(REPLIES);
            return new Check(database.dataSource(), DEFINITIONS, PersonalKey.of("only for this test"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static synchronized List<Replied> all() throws Exception {
        for (DefectFolder folder : DefectFolder.all()) {
            if (!DONE.containsKey(folder.toString())) {
                Judged judged = CHECK.check(folder.sent(), folder.before());
                DONE.put(
                        folder.toString(),
                        new Replied(folder, judged, reply(folder.sent(), judged, folder.toString())));
            }
        }
        return List.copyOf(DONE.values());
    }

    /** Those that could be read. */
    static List<Replied> readable() throws Exception {
        return all().stream().filter(r -> !r.isRefused()).toList();
    }

    static Replied named(String name) throws Exception {
        all();
        return Objects.requireNonNull(DONE.get(name));
    }

    static Judged check(Path file, List<Path> before) throws Exception {
        return CHECK.check(file, before);
    }

    /** Writes a reply under this name. */
    static Path reply(Path original, Judged judged, String name) throws IOException {
        boolean xls = !NoticePage.isFor(judged) && original.toString().endsWith(".xls");
        Path target = REPLIES.resolve(name + (xls ? ".xls" : ".xlsx"));
        new Reply(DEFINITIONS).write(original, judged, target);
        return target;
    }
}
