package org.xianbao.cli;

import org.xianbao.definition.Definitions;
import org.xianbao.definition.Period;
import org.xianbao.value.Regions;

/** A region as somebody types it: its code, or its name. */
final class Regional {
    private Regional() {}

    /** The code; what names no region of then is left as it was typed. */
    static String code(Definitions definitions, String typed, Period period) {
        return new Regions(definitions.regions())
                .find(typed, period.end())
                .map(r -> r.code())
                .orElse(typed);
    }
}
