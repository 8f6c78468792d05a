package org.xianbao.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas for editors say what the loader does. */
class SchemaTest {
    private static final Path JOBS = Path.of("jobs");
    private static final JsonNode RETURN = json("return.schema.json");
    private static final JsonNode INDICATORS = json("indicators.schema.json");

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NIGHTLY", "EXPLANATIONS", "SCREENING", "CLOSE", "DISCLOSURE"})
    void hasTheKeysOfTheLoader(Keys keys) {
        List<String> properties = new ArrayList<>();
        block(keys).get("properties").fieldNames().forEachRemaining(properties::add);

        assertThat(properties).containsExactlyInAnyOrderElementsOf(keys.words());
        assertThat(block(keys).get("additionalProperties").asText()).isEqualTo("false");
    }

    private static JsonNode block(Keys keys) {
        String name = keys.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return switch (keys) {
            case RETURN -> RETURN;
            case INDICATORS -> INDICATORS;
            case INDICATOR -> INDICATORS.at("/$defs/indicator");
            case SCREEN -> INDICATORS.at("/$defs/screen");
            case RULE -> RETURN.at("/$defs/rule/anyOf/1");
            default -> RETURN.at("/$defs/" + name);
        };
    }

    @Test
    void hasTheWordsOfTheLoader() {
        assertThat(words(RETURN, "/properties/every")).isEqualTo(of(Frequency.values(), Frequency::word));
        assertThat(words(RETURN, "/$defs/column/properties/type")).isEqualTo(of(ColumnType.values(), ColumnType::word));
        assertThat(words(RETURN, "/$defs/header-column/properties/type"))
                .isEqualTo(of(ColumnType.values(), ColumnType::word));
        assertThat(words(RETURN, "/$defs/form/properties/kind")).isEqualTo(of(Form.Kind.values(), FormReader::word));
        assertThat(words(RETURN, "/$defs/form/properties/hidden"))
                .isEqualTo(of(Form.Hidden.values(), FormReader::word));
        assertThat(words(RETURN, "/$defs/form/properties/missing/additionalProperties"))
                .isEqualTo(Stream.of(Missing.values())
                        .filter(m -> m != Missing.REFUSED)
                        .map(Missing::word)
                        .toList());
        assertThat(words(INDICATORS, "/$defs/indicator/properties/kind"))
                .isEqualTo(of(Indicator.Kind.values(), Indicator.Kind::word));
        assertThat(words(INDICATORS, "/$defs/indicator/properties/combine"))
                .isEqualTo(of(IndicatorReader.combines(), FormReader::word));
        assertThat(words(INDICATORS, "/$defs/indicator/properties/over-time"))
                .isEqualTo(of(IndicatorReader.OverTime.values(), FormReader::word));
        assertThat(words(INDICATORS, "/$defs/screen/properties/stratum"))
                .isEqualTo(of(ScreeningReader.strata(), FormReader::word));
    }

    private static <T> List<String> of(T[] values, java.util.function.Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private static List<String> words(JsonNode schema, String at) {
        List<String> words = new ArrayList<>();
        schema.at(at + "/enum").forEach(w -> words.add(w.asText()));
        return words;
    }

    @ParameterizedTest
    @MethodSource("declared")
    void acceptsWhatIsDeclared(Path file) throws IOException {
        JsonNode schema = file.startsWith(JOBS.resolve("returns")) ? RETURN : INDICATORS;
        assertThat(faults(schema, Files.readString(file))).isEmpty();
    }

    @Test
    void refusesAnUnknownKey() throws IOException {
        String placement = Files.readString(JOBS.resolve("returns/placement/2010.yaml"));

        assertThat(faults(RETURN, placement.replace("every:", "evry:"))).isNotEmpty();
    }

    private static Set<ValidationMessage> faults(JsonNode schema, String yaml) {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        return validator.validate(yaml, InputFormat.YAML);
    }

    static List<Path> declared() throws IOException {
        try (Stream<Path> files = Files.walk(JOBS)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> f.getNameCount() > 2)
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(JOBS.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
