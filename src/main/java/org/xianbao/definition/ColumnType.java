package org.xianbao.definition;

import java.util.Locale;

/** What a column holds; the word in definitions is the name in lower case with dashes. */
public enum ColumnType {
    TEXT,
    /** A person's name; stored masked. */
    NAME,
    INTEGER,
    DECIMAL,
    /** Money, with {@code unit} and, where the form reports another one, {@code reported}. */
    AMOUNT,
    /** A count or measure, with {@code unit} and, where the form reports another one, {@code reported}. */
    QUANTITY,
    /** Stored in per cent: 39.9 for 39.9%. */
    PERCENT,
    DATE,
    /** A period of the return's calendar; stored as its label: {@code 2018-06}. */
    PERIOD,
    YEAR,
    /** A place; stored as its code valid at the period. */
    REGION,
    /** An entry of a code list; stored as its code. */
    CODE,
    /** 是 / 否. */
    FLAG,
    /** GB 11643; stored as keyed hash, masked text, area prefix, birth year and sex. */
    CITIZEN_ID,
    /** GB 32100 unified social credit code. */
    CREDIT_CODE,
    /** Stored as keyed hash and masked text. */
    PHONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean numeric() {
        return switch (this) {
            case INTEGER, DECIMAL, AMOUNT, QUANTITY, PERCENT -> true;
            default -> false;
        };
    }

    /** Whether what was reported must never be shown. */
    public boolean personal() {
        return this == NAME || this == CITIZEN_ID || this == PHONE;
    }
}
