package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The second program that opens what is written; whoever asks for it where there is none is skipped, visibly. */
public final class LibreOffice {
    /** Comma-separated, quoted, UTF-8; the first sheet only. */
    public static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76";

    /** Calculated, and written as it writes it. */
    public static final String XLSX = "xlsx:Calc MS Excel 2007 XML";

    private static final int MINUTES = 5;

    private LibreOffice() {}

    /** @param left what is not shown without it */
    public static void assumeInstalled(String left) {
        try (Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))) {
            assumeTrue(
                    folders.anyMatch(f -> Files.isExecutable(Path.of(f, "soffice"))),
                    "LibreOffice (soffice) is not installed: " + left);
        }
    }

    /**
     * Opens all of them in one go and saves them under their own names.
     *
     * @param work for its profile and what it prints
     */
    public static void save(List<Path> files, String format, Path into, Path work)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--convert-to",
                format,
                "--outdir",
                into.toString()));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("soffice.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("soffice ends")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
