package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there is whole: it is written under another name beside, and then takes its place. */
final class WholeFile {
    private WholeFile() {}

    /** What writes it. */
    @FunctionalInterface
    interface Writing {
        void to(Path target) throws IOException;
    }

    /** Makes its folder where there is none, and replaces what is there; the name beside keeps the ending. */
    static void write(Path file, Writing writing) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path half = folder.resolve("." + file.getFileName());
        Files.deleteIfExists(half); // of one who was killed
        try {
            writing.to(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
