package org.xianbao.definition;

/** What a missing mark means on a form; blank, zero and not-applicable never merge. */
public enum Missing {
    /** {@code unknown}: nothing was reported. The meaning of a blank cell unless the form says otherwise. */
    UNKNOWN,
    /** {@code none}: there is no such thing. */
    NONE,
    /** {@code below-unit}: there is some, less than the smallest unit. */
    BELOW_UNIT,
    /** {@code not-applicable}: the question does not apply. */
    NOT_APPLICABLE,
    /** {@code zero}: the mark stands for the number 0; it is stored as 0. */
    ZERO,
    /** The cell could not be read; a finding says why. Never declared. */
    REFUSED;

    /** The word used in definitions and in the warehouse: {@code below-unit}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
