package org.xianbao.cell;

/** What a cell holds, told exactly: nothing is formatted, rounded or guessed on the way. */
public enum CellKind {
    /** No content, or a style only. */
    BLANK,
    /** Text, as typed; bytes are UTF-8. */
    TEXT,
    /** A number; bytes are its decimal text as stored ({@code 0.399}, {@code 1.40222E17}). */
    NUMBER,
    /** A number that the cell's format shows as a percentage; bytes are the stored fraction: {@code 0.399} for 39.9%. */
    PERCENT,
    /**
     * A number that the cell's format shows as a date; bytes are ISO 8601, {@code 2018-06-05}, or with a time of day
     * {@code 2018-06-05T13:30:00}, both date systems resolved. A serial that is no date stays a {@link #NUMBER}.
     */
    DATE,
    /** {@code TRUE} or {@code FALSE}. */
    BOOLEAN,
    /** An error value; bytes are its code as shown: {@code #REF!}. */
    ERROR,
    /** A formula that was saved without its value; bytes are the formula's text, possibly empty. */
    FORMULA_WITHOUT_VALUE
}
