package org.xianbao.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell was not taken.
 *
 * @param expected what would have been right; null where the message says it
 * @param more values for the message beside {@code reported} and {@code expected}; never personal
 */
record Refusal(String rule, @Nullable String expected, Map<String, String> more) {

    static Refusal of(String rule, String expected) {
        return new Refusal(rule, expected, Map.of());
    }

    static Refusal of(String rule) {
        return new Refusal(rule, null, Map.of());
    }
}
