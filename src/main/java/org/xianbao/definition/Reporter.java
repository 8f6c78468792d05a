package org.xianbao.definition;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owes a return, from when to when.
 *
 * @param region county code
 * @param from first day owed; periods that start before it are not
 * @param to last day owed; null when it still is
 * @param exempt labels of 免报 periods
 */
public record Reporter(
        String region,
        String returnName,
        LocalDate from,
        @Nullable LocalDate to,
        Set<String> exempt) {
    public boolean owes(Period period) {
        return !period.start().isBefore(from)
                && (to == null || !period.end().isAfter(to))
                && !exempt.contains(period.label());
    }
}
