package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xianbao.definition.Definitions;
import org.xianbao.judge.Judged;

/**
 * A folder of annotated workbooks of which nothing is noted: those of a check. What an earlier check left under the same
 * name is replaced. Not thread-safe.
 */
public final class ReplyFolder {
    private final Reply reply;
    private final Path folder;
    private final ReplyName names = ReplyName.ofPlatform();
    private final TakenNames taken = new TakenNames();

    public ReplyFolder(Definitions definitions, Path folder) {
        this.reply = new Reply(definitions);
        this.folder = folder;
    }

    /**
     * Writes the annotated workbook.
     *
     * @return where it is
     */
    public Path write(Path original, Judged judged) throws IOException {
        List<ReplyName.Part> parts =
                judged.returns().stream().map(ReplyName.Part::of).toList();
        String wanted = names.of(parts, judged.workbook(), judged.state());
        String name = taken.claim(List.of(wanted)).get(0);
        Path file = folder.resolve(name + Ending.of(original, judged));
        WholeFile.write(file, target -> reply.write(original, judged, target));
        return file;
    }
}
