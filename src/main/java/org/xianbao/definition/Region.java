package org.xianbao.definition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region as it was for a time (GB/T 2260, 6 digits; townships 9).
 *
 * @param parent code of the region above; null for the nation
 * @param from first day this holds
 * @param to last day this holds; null when it still does
 */
public record Region(
        String code,
        String name,
        Level level,
        @Nullable String parent,
        LocalDate from,
        @Nullable LocalDate to,
        List<String> aliases) {

    /** From the top. */
    public enum Level {
        NATION,
        PROVINCE,
        PREFECTURE,
        COUNTY,
        TOWNSHIP
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
