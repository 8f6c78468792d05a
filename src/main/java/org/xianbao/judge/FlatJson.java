package org.xianbao.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of plain values as a map of texts; null values are left out. */
final class FlatJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FlatJson() {}

    static Map<String, String> read(String json) {
        Map<String, String> flat = new LinkedHashMap<>();
        JSON.readValue(json, new TypeReference<Map<String, Object>>() {}).forEach((key, value) -> {
            if (value != null) {
                flat.put(key, value.toString());
            }
        });
        return flat;
    }
}
