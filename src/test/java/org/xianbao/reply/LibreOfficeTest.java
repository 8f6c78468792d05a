package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.LibreOffice;
import org.xianbao.reply.RepliedDefects.Replied;

/** A second program opens every reply. */
class LibreOfficeTest {
    @Test
    void everyReplyOpensInLibreOffice(@TempDir Path folder) throws Exception {
        LibreOffice.assumeInstalled("replies are not opened in a second program");
        List<Replied> all = RepliedDefects.all();
        LibreOffice.save(all.stream().map(Replied::reply).toList(), LibreOffice.CSV, folder, folder);
        for (Replied each : all) {
            Path csv = folder.resolve(each.reply().getFileName().toString().replaceFirst("\\.xlsx?$", ".csv"));
            assertThat(csv).as(each.toString()).exists();
            assertThat(Files.readString(csv)).as(each.toString()).startsWith("审核结果");
        }
    }
}
