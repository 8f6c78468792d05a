package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.xianbao.definition.Definitions;
import org.xianbao.judge.Judged;

/** The sender's own workbook, to be sent back. */
public final class Reply {
    public Reply(Definitions definitions) {}

    public void write(Path original, Judged judged, Path target) throws IOException {
        Files.copy(original, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
