package org.xianbao.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each block of {@code mistakes.txt} makes one edit in the sound definitions and says what must be told:
 * {@code # name}, {@code @ file}, {@code - old}, {@code + new}, {@code = message}, the last as often as there are messages.
 */
class MistakesTest {
    private static final Path ROOT = Path.of("src/test/resources/definitions");

    record Mistake(String name, String file, String before, String after, List<String> told) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tells(Mistake mistake, @TempDir Path jobs) throws IOException {
        copy(ROOT.resolve("sound"), jobs);
        Path file = jobs.resolve(mistake.file());
        Files.createDirectories(file.getParent());
        String sound = Files.exists(file) ? Files.readString(file) : "";
        assertThat(sound).contains(mistake.before());
        String edited = mistake.before().isEmpty() ? mistake.after() : sound.replace(mistake.before(), mistake.after());
        Files.writeString(file, edited);

        InvalidDefinitions told = catchThrowableOfType(InvalidDefinitions.class, () -> DefinitionsLoader.load(jobs));
        assertThat(told).as("is refused").isNotNull();
        assertThat(told.errors()).extracting(DefinitionError::toString).containsExactlyElementsOf(mistake.told());
    }

    private static void copy(Path from, Path jobs) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = jobs.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        String all = Files.readString(ROOT.resolve("mistakes.txt")).strip();
        for (String block : List.of(all.split("\n\n+"))) {
            mistakes.add(new Mistake(
                    part(block, '#').get(0),
                    part(block, '@').get(0),
                    String.join("\n", part(block, '-')),
                    String.join("\n", part(block, '+')),
                    part(block, '=')));
        }
        return mistakes;
    }

    private static List<String> part(String block, char mark) {
        return block.lines()
                .filter(l -> l.charAt(0) == mark)
                .map(l -> l.length() > 2 ? l.substring(2) : "")
                .toList();
    }
}
