package org.xianbao.definition;

import java.util.Locale;

/** How often a return is owed. */
public enum Frequency {
    MONTH,
    /** A month that runs from the 21st of the month before to the 20th: {@code month-21st}. */
    MONTH_21ST,
    QUARTER,
    HALF,
    YEAR,
    /** When something happened; owed by nobody until it did. */
    EVENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
