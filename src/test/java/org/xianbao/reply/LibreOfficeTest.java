package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.reply.RepliedDefects.Replied;

/** A second program opens every reply. */
class LibreOfficeTest {
    /** Comma-separated, quoted, UTF-8. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76";

    @Test
    void everyReplyOpensInLibreOffice(@TempDir Path folder) throws Exception {
        assumeTrue(isInstalled(), "LibreOffice (soffice) is not on the path");
        List<Replied> all = RepliedDefects.all();
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                CSV,
                "--outdir",
                folder.toString()));
        all.forEach(r -> command.add(r.reply().toAbsolutePath().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        for (Replied each : all) {
            Path csv = folder.resolve(each.reply().getFileName().toString().replaceFirst("\\.xlsx?$", ".csv"));
            assertThat(csv).as(each.toString()).exists();
            assertThat(Files.readString(csv)).as(each.toString()).startsWith("审核结果");
        }
    }

    private static boolean isInstalled() {
        try (Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))) {
            return folders.anyMatch(f -> Files.isExecutable(Path.of(f, "soffice")));
        }
    }
}
