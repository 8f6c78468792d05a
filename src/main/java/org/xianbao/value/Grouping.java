package org.xianbao.value;

/** How digits may be grouped in numbers that were typed as text; the decimal mark is always a point. */
public enum Grouping {
    /** Thousands by comma: {@code 1,234}; {@code 1,23} is no number. */
    COMMAS,
    /** Digits only. */
    NONE
}
