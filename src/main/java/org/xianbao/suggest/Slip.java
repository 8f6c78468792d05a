package org.xianbao.suggest;

/** How a figure goes wrong between the ledger and the sheet. */
enum Slip {
    /** Too large by a power of ten, a unit mistaken or noughts too many; see {@link Slips#exponent}. */
    TOO_LARGE,
    /** Too small by a power of ten. */
    TOO_SMALL,
    SIGN,
    /** Two neighbouring digits exchanged. */
    DIGITS,
    /** Exchanged with another cell's figure. */
    SWAPPED,
    /** One digit is another: told, but never a reason by itself. */
    ONE_DIGIT,
    /** Nothing was filled in. */
    BLANK,
    /** No slip explains it; it follows from the relations alone. */
    NONE;

    /** Whether it makes a value likely by itself. */
    boolean explains() {
        return switch (this) {
            case TOO_LARGE, TOO_SMALL, SIGN, DIGITS, SWAPPED -> true;
            case ONE_DIGIT, BLANK, NONE -> false;
        };
    }

    /** Its key in the message bundle, behind {@code hint.why.}. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
