package org.xianbao.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is typed into a cell. */
sealed interface Content {

    record Text(String text) implements Content {}

    record Amount(BigDecimal value) implements Content {}

    /** A number shown as a percentage; {@code value} is the fraction. */
    record Share(BigDecimal value) implements Content {}

    /** A date serial with a date format. */
    record Day(LocalDate date) implements Content {}

    /** {@code value} null: saved without its value. */
    record Formula(String formula, @Nullable Double value) implements Content {}

    /** An error code: {@code #REF!}. */
    record Fault(String code) implements Content {}

    /** Text, number or date by the Java type; a {@code Content} as it is. */
    static Content of(Object value) {
        if (value instanceof Content content) {
            return content;
        }
        if (value instanceof LocalDate date) {
            return new Day(date);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new Amount(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof Double number) {
            return new Amount(BigDecimal.valueOf(number));
        }
        return new Text(value.toString());
    }

    /** {@code 39.9} per cent as Excel keeps it. */
    static Content percent(String perCent) {
        return new Share(new BigDecimal(perCent).movePointLeft(2));
    }
}
