package org.xianbao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.export.edition.PublishedEdition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SDMX-CSV against the structure message that goes with it, by the field guide of SDMX-CSV 2.0. */
class SdmxTest {
    private static final String TIME =
            "\\d{4}(-(S[12]|Q[1-4]|M(0[1-9]|1[0-2])|(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])))?";

    static Stream<PublishedEdition> editions() {
        return Stream.concat(
                Stream.of("2018", "2018Q3", "2018H1", "2018-06", "2018-10-15").map(Exported::edition),
                Stream.of(Invented.edition()));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("editions")
    void everyColumnIsAComponentAndEveryCodeIsInItsList(PublishedEdition edition) throws IOException {
        JsonNode structure = structure(edition);
        Map<String, JsonNode> components = components(structure);
        Map<String, Set<String>> codes = codes(structure);
        List<Exported.CsvRow> rows = Exported.csv(ExportTest.text(edition, "sdmx/" + edition.name() + ".csv"));

        List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        header.addAll(components.keySet());
        assertThat(rows).hasSameSizeAs(edition.figures());
        for (Exported.CsvRow row : rows) {
            assertThat(row.fields().keySet()).containsExactlyElementsOf(header);
            assertThat(row.fields()).containsEntry("STRUCTURE", "datastructure").containsEntry("ACTION", "I");
            assertThat(row.get("STRUCTURE_ID")).isEqualTo(reference(structure));
            components.forEach((id, component) -> valid(id, component, row.get(id), codes));
        }
    }

    private static void valid(String id, JsonNode component, String value, Map<String, Set<String>> codes) {
        JsonNode representation = component.get("localRepresentation");
        boolean mandatory = component.has("position")
                || "mandatory".equals(component.path("usage").asString(""));
        if (value.isEmpty()) {
            assertThat(mandatory).as("%s is empty", id).isFalse();
        } else if (representation.has("enumeration")) {
            assertThat(codes.get(representation.get("enumeration").asString()))
                    .as(id)
                    .contains(value);
        } else {
            assertThat(value)
                    .as(id)
                    .matches(
                            pattern(representation.get("format").get("dataType").asString()));
        }
    }

    private static String pattern(String type) {
        return switch (type) {
            case "ObservationalTimePeriod" -> TIME;
            case "Decimal" -> "-?\\d+(\\.\\d+)?";
            case "Integer" -> "-?\\d+";
            case "Boolean" -> "true|false";
            default -> throw new IllegalArgumentException(type);
        };
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("editions")
    void noKeyComesTwice(PublishedEdition edition) throws IOException {
        JsonNode structure = structure(edition);
        List<String> dimensions = new ArrayList<>();
        components(structure).forEach((id, c) -> {
            if (c.has("type")) {
                dimensions.add(id);
            }
        });
        List<String> keys = Exported.csv(ExportTest.text(edition, "sdmx/" + edition.name() + ".csv")).stream()
                .map(row -> String.join(".", dimensions.stream().map(row::get).toList()))
                .toList();

        assertThat(dimensions).contains("FREQ", "REF_AREA", "INDICATOR", "SOURCE", "TIME_PERIOD");
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("editions")
    void theStructureHoldsWhatItRefersTo(PublishedEdition edition) throws IOException {
        JsonNode structure = structure(edition);
        Set<String> concepts = new HashSet<>();
        JsonNode scheme = structure.at("/data/conceptSchemes/0");
        scheme.get("concepts")
                .forEach(c -> concepts.add("urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=" + id(scheme) + "."
                        + c.get("id").asString()));

        components(structure).values().forEach(c -> assertThat(concepts)
                .contains(c.get("conceptIdentity").asString()));
        for (JsonNode list : structure.at("/data/codelists")) {
            List<String> ids = new ArrayList<>();
            list.get("codes").forEach(code -> ids.add(code.get("id").asString()));
            assertThat(ids).as(id(list)).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_@$-]+"));
            list.get("codes").forEach(code -> {
                if (code.has("parent")) {
                    assertThat(ids).contains(code.get("parent").asString());
                }
                assertThat(code.at("/names/zh").asString()).isNotBlank();
                assertThat(code.at("/names/en").asString()).isNotBlank();
            });
        }
    }

    private static JsonNode structure(PublishedEdition edition) throws IOException {
        return JsonMapper.shared().readTree(ExportTest.text(edition, "sdmx/structure.json"));
    }

    /** In the order of the columns: dimensions, time, measure, attributes. */
    private static Map<String, JsonNode> components(JsonNode structure) {
        JsonNode all = structure.at("/data/dataStructures/0/dataStructureComponents");
        Map<String, JsonNode> components = new LinkedHashMap<>();
        all.at("/dimensionList/dimensions")
                .forEach(c -> components.put(c.get("id").asString(), c));
        JsonNode time = all.at("/dimensionList/timeDimension");
        components.put(time.get("id").asString(), time);
        all.at("/measureList/measures").forEach(c -> components.put(c.get("id").asString(), c));
        all.at("/attributeList/attributes")
                .forEach(c -> components.put(c.get("id").asString(), c));
        return components;
    }

    private static Map<String, Set<String>> codes(JsonNode structure) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (JsonNode list : structure.at("/data/codelists")) {
            Set<String> ids = new HashSet<>();
            list.get("codes").forEach(code -> ids.add(code.get("id").asString()));
            codes.put("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=" + id(list), ids);
        }
        return codes;
    }

    private static String reference(JsonNode structure) {
        return id(structure.at("/data/dataStructures/0"));
    }

    private static String id(JsonNode artefact) {
        return artefact.get("agencyID").asString() + ":" + artefact.get("id").asString() + "("
                + artefact.get("version").asString() + ")";
    }
}
