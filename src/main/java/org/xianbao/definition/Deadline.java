package org.xianbao.definition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a return is owed: 24:00 local time, {@code days} days after its period's end. */
public record Deadline(int days) {
    /** The first instant that is too late: midnight after the last day. */
    public ZonedDateTime after(Period period, ZoneId zone) {
        LocalDate last = period.end().plusDays(days);
        return last.plusDays(1).atStartOfDay(zone);
    }
}
