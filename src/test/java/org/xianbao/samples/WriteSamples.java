package org.xianbao.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes {@code input-samples}: run it from the project's root after a change to the samples. */
final class WriteSamples {
    private WriteSamples() {}

    /** Every file of {@code input-samples}, by its path there. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>(Inbox.files());
        for (Defect defect : defects()) {
            defect.files().forEach((name, bytes) -> {
                if (files.put("defects/" + name, bytes) != null) {
                    throw new IllegalStateException("two defects are called " + name);
                }
            });
        }
        return files;
    }

    private static List<Defect> defects() {
        return Stream.of(
                        ValueDefects.all(),
                        HarmlessOddities.all(),
                        RuleDefects.all(),
                        FormDefects.all(),
                        HistoryDefects.all(),
                        FileDefects.all())
                .flatMap(List::stream)
                .toList();
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
