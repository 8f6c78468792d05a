package org.xianbao.definition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from {@code from} to {@code to}, both inclusive; {@code to} is null for a span without end. */
record Span(LocalDate from, @Nullable LocalDate to) {

    boolean overlaps(Span other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** The first day of this span that none of the others holds; null when they hold it all. */
    @Nullable
    LocalDate firstGap(List<Span> others) {
        LocalDate day = from;
        for (Span s : others.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            if (s.from.isAfter(day) || (to != null && day.isAfter(to))) {
                break;
            }
            if (s.to == null) {
                return null;
            }
            if (!s.to.isBefore(day)) {
                day = s.to.plusDays(1);
            }
        }
        return to != null && day.isAfter(to) ? null : day;
    }
}
