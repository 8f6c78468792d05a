package org.xianbao.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Path ROOT = Path.of("input-samples");
    private static final Map<String, byte[]> WRITTEN = WriteSamples.all();

    @Test
    void writesTheSameBytesTwice() {
        assertThat(digests(WriteSamples.all())).isEqualTo(digests(WRITTEN));
    }

    @Test
    void checkedInFilesAreWhatIsWritten() throws IOException {
        Map<String, byte[]> present = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                present.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        assertThat(present.keySet()).isEqualTo(new TreeSet<>(WRITTEN.keySet()));
        for (Map.Entry<String, byte[]> file : present.entrySet()) {
            assertThat(parts(WRITTEN.getOrDefault(file.getKey(), new byte[0])))
                    .as(file.getKey())
                    .isEqualTo(parts(file.getValue()));
        }
    }

    private static Map<String, Integer> digests(Map<String, byte[]> files) {
        Map<String, Integer> digests = new TreeMap<>();
        files.forEach((name, bytes) -> digests.put(name, java.util.Arrays.hashCode(bytes)));
        return digests;
    }

    /** A zip by its parts: how tightly they are packed depends on the zlib of the machine, what they say does not. */
    private static Map<String, String> parts(byte[] file) {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(
                        entry.getName() + " " + entry.getTimeLocal(),
                        new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            parts.clear(); // cut off on purpose
        }
        if (parts.isEmpty()) {
            parts.put("", new String(file, StandardCharsets.ISO_8859_1));
        }
        return parts;
    }
}
