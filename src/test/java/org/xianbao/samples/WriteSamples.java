package org.xianbao.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code input-samples}: run it from the project's root after a change to the samples. */
final class WriteSamples {
    private WriteSamples() {}

    /** Every file of {@code input-samples}, by its path there. */
    static Map<String, byte[]> all() {
        return new LinkedHashMap<>(Inbox.files());
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length == 0 ? "input-samples" : arguments[0]);
        for (Map.Entry<String, byte[]> file : all().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
