package org.xianbao.export.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Bilingual;

/**
 * One table of a data package, as Table Schema describes it.
 *
 * @param key the fields of the primary key
 */
record Resource(
        String name, Bilingual title, List<Field> fields, List<String> key, List<Reference> references, String csv) {

    /** @param constraints {@code required}, {@code enum}, {@code minimum} and the like */
    record Field(String name, String type, Bilingual title, Map<String, Object> constraints) {}

    /** A field that names a row of another resource, by that resource's column; an empty resource is this one. */
    record Reference(String field, String resource, String column) {}

    String file() {
        return name + ".csv";
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new HashMap<>();
        schema.put("fields", fields.stream().map(Resource::described).toList());
        schema.put("missingValues", List.of(""));
        schema.put("primaryKey", key);
        if (!references.isEmpty()) {
            schema.put(
                    "foreignKeys", references.stream().map(Resource::described).toList());
        }
        return schema;
    }

    private static Map<String, Object> described(Field field) {
        return Map.of(
                "name", field.name(),
                "type", field.type(),
                "title", field.title().zh(),
                "description", field.title().zh() + " | " + field.title().en(),
                "constraints", field.constraints());
    }

    private static Map<String, Object> described(Reference reference) {
        return Map.of(
                "fields",
                reference.field(),
                "reference",
                Map.of("resource", reference.resource(), "fields", reference.column()));
    }
}
