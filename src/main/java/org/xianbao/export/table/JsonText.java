package org.xianbao.export.table;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Maps, lists, texts and numbers as JSON. Keys are sorted, so that the same content is the same text. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private JsonText() {}

    public static String of(Object value) {
        return MAPPER.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }
}
