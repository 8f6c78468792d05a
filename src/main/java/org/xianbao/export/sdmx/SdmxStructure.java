package org.xianbao.export.sdmx;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.sdmx.Dsd.Component;
import org.xianbao.export.table.JsonText;

/** The structure that the SDMX-CSV of an edition follows, as an SDMX-JSON 2.0 structure message with its code lists. */
public final class SdmxStructure {
    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";
    private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

    private SdmxStructure() {}

    public static String of(PublishedEdition edition) {
        return JsonText.of(Map.of("meta", meta(edition), "data", data(edition)));
    }

    private static Map<String, Object> meta(PublishedEdition edition) {
        Map<String, Object> meta = new HashMap<>();
        meta.put("schema", SCHEMA);
        meta.put("id", "XIANBAO-" + edition.name());
        meta.put("test", false);
        meta.put(
                "prepared",
                DateTimeFormatter.ISO_INSTANT.format(edition.closedAt().withOffsetSameInstant(ZoneOffset.UTC)));
        meta.put("contentLanguages", List.of("zh", "en"));
        meta.put("sender", Map.of("id", Dsd.AGENCY));
        return meta;
    }

    private static Map<String, Object> data(PublishedEdition edition) {
        Map<String, Object> data = new HashMap<>();
        data.put("dataStructures", List.of(dataStructure()));
        data.put("conceptSchemes", List.of(concepts()));
        data.put(
                "codelists",
                new Codelists(edition)
                        .all().stream().map(SdmxStructure::codelist).toList());
        return data;
    }

    private static Map<String, Object> dataStructure() {
        Map<String, Object> components = new HashMap<>();
        components.put("dimensionList", dimensions());
        components.put("measureList", Map.of("id", "MeasureDescriptor", "measures", List.of(component(Dsd.MEASURE))));
        components.put(
                "attributeList",
                Map.of(
                        "id",
                        "AttributeDescriptor",
                        "attributes",
                        Dsd.ATTRIBUTES.stream().map(SdmxStructure::attribute).toList()));
        Map<String, Object> structure = maintainable(Dsd.ID, new Bilingual("县报统计数据", "Figures of county returns"));
        structure.put("dataStructureComponents", components);
        return structure;
    }

    private static Map<String, Object> dimensions() {
        List<Map<String, Object>> dimensions = new ArrayList<>();
        for (Component c : Dsd.DIMENSIONS) {
            Map<String, Object> dimension = component(c);
            dimension.put("position", dimensions.size() + 1);
            dimension.put("type", "Dimension");
            dimensions.add(dimension);
        }
        Map<String, Object> time = component(Dsd.TIME);
        time.put("type", "TimeDimension");
        Map<String, Object> list = new HashMap<>();
        list.put("id", "DimensionDescriptor");
        list.put("dimensions", dimensions);
        list.put("timeDimension", time);
        return list;
    }

    private static Map<String, Object> attribute(Component c) {
        Map<String, Object> attribute = component(c);
        attribute.put("usage", c.required() ? "mandatory" : "optional");
        attribute.put("attributeRelationship", Map.of("observation", Map.of()));
        return attribute;
    }

    private static Map<String, Object> component(Component c) {
        Map<String, Object> component = new HashMap<>();
        component.put("id", c.id());
        component.put("conceptIdentity", URN + "conceptscheme.Concept=" + Dsd.reference(Dsd.CONCEPTS) + "." + c.id());
        component.put(
                "localRepresentation",
                c.codelist() == null
                        ? Map.of("format", Map.of("dataType", c.type()))
                        : Map.of("enumeration", URN + "codelist.Codelist=" + Dsd.reference(c.codelist())));
        return component;
    }

    private static Map<String, Object> concepts() {
        Map<String, Object> scheme = maintainable(Dsd.CONCEPTS, new Bilingual("概念", "Concepts"));
        scheme.put(
                "concepts",
                Dsd.components().map(c -> nameable(c.id(), c.name())).toList());
        return scheme;
    }

    private static Map<String, Object> codelist(Codelists.Codelist list) {
        Map<String, Object> codelist = maintainable(list.id(), list.name());
        codelist.put(
                "codes",
                list.codes().stream()
                        .map(c -> {
                            Map<String, Object> code = nameable(c.id(), c.name());
                            if (c.parent() != null) {
                                code.put("parent", c.parent());
                            }
                            return code;
                        })
                        .toList());
        return codelist;
    }

    private static Map<String, Object> maintainable(String id, Bilingual name) {
        Map<String, Object> artefact = nameable(id, name);
        artefact.put("version", Dsd.VERSION);
        artefact.put("agencyID", Dsd.AGENCY);
        return artefact;
    }

    private static Map<String, Object> nameable(String id, Bilingual name) {
        Map<String, Object> artefact = new HashMap<>();
        artefact.put("id", id);
        artefact.put("name", name.zh());
        artefact.put("names", Map.of("zh", name.zh(), "en", name.en()));
        return artefact;
    }
}
