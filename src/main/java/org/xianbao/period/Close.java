package org.xianbao.period;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;

/**
 * What is asked for when a period is closed.
 *
 * @param author who answers for the figures
 * @param reason why; null where none is needed
 * @param sources by indicator, the source to publish, before what its definition says and until a later edition is told
 *     otherwise; an empty one gives the choice back to the definition
 */
public record Close(
        Period period,
        Edition.Kind kind,
        String author,
        @Nullable String reason,
        Map<String, String> sources) {

    /** As the definitions have it. */
    public Close(Period period, Edition.Kind kind, String author, @Nullable String reason) {
        this(period, kind, author, reason, Map.of());
    }
}
