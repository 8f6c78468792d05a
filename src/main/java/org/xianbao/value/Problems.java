package org.xianbao.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.finding.Severity;

/** Takes what a converter finds wrong with the cell at hand; the caller knows which cell that is. */
@FunctionalInterface
public interface Problems {
    /**
     * @param rule key of the message bundle: {@code not-a-number}
     * @param reported the cell's text verbatim, masked where personal; null when there is none
     * @param expected what would have been right; null when the rule's message says it
     */
    void found(
            Severity severity,
            String rule,
            @Nullable String reported,
            @Nullable String expected,
            Map<String, String> message);
}
