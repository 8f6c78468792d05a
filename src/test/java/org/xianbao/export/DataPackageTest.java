package org.xianbao.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.export.edition.PublishedEdition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTest {
    /** Where {@code npm install --prefix target/frictionless datapackage} puts the library. */
    private static final Path LIBRARY = Path.of("target/frictionless/node_modules");

    private final Path directory;

    DataPackageTest(@TempDir Path directory) {
        this.directory = directory;
    }

    static Stream<PublishedEdition> editions() {
        return Stream.concat(Exported.PERIODS.stream().map(Exported::edition), Stream.of(Invented.edition()));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("editions")
    void theLibraryOfTheSpecificationFindsNothingWrong(PublishedEdition edition) throws Exception {
        Export.write(edition, EnumSet.of(ExportFormat.PACKAGE), directory);

        assertThat(check())
                .contains(
                        "figures " + edition.figures().size(),
                        "regions " + edition.areas().size())
                .doesNotContain("wrong");
    }

    @Test
    void theLibraryFindsAFigureOfARegionThatIsNotThere() throws Exception {
        Export.write(Invented.edition(), EnumSet.of(ExportFormat.PACKAGE), directory);
        Path figures = directory.resolve("datapackage/figures.csv");
        Files.writeString(figures, Files.readString(figures).replace(",140222,", ",999999,"));

        assertThat(check()).contains("wrong figures");
    }

    /** What the library says; a line "wrong …" for each thing that it finds. */
    private String check() throws IOException, InterruptedException {
        boolean node = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "node")));
        assumeTrue(
                node && Files.isDirectory(LIBRARY.resolve("datapackage")),
                "the library datapackage is not in " + LIBRARY + ": the package is not checked by it");
        ProcessBuilder library = new ProcessBuilder(
                        "node",
                        "src/test/resources/frictionless/check.js",
                        directory.resolve("datapackage/datapackage.json").toString())
                .redirectErrorStream(true);
        library.environment().put("NODE_PATH", LIBRARY.toAbsolutePath().toString());
        Process process = library.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("editions")
    void eachTableIsDescribedAsItIs(PublishedEdition edition) throws Exception {
        Map<String, byte[]> files = Export.contents(edition, EnumSet.of(ExportFormat.PACKAGE));
        JsonNode descriptor = JsonMapper.shared().readTree(files.get("datapackage/datapackage.json"));

        assertThat(descriptor.get("resources")).hasSize(5);
        for (JsonNode resource : descriptor.get("resources")) {
            String path = "datapackage/" + resource.get("path").asString();
            byte[] table = Objects.requireNonNull(files.get(path), path);
            String header = new String(table, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            String fields = String.join(
                    ",",
                    resource.at("/schema/fields")
                            .valueStream()
                            .map(f -> f.get("name").asString())
                            .toList());
            assertThat(header).isEqualTo(fields);
            assertThat(resource.get("bytes").asInt()).isEqualTo(table.length);
            assertThat(resource.get("hash").asString())
                    .isEqualTo("sha256:"
                            + HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(table)));
        }
    }
}
