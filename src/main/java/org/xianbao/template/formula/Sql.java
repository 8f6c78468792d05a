package org.xianbao.template.formula;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a rule. */
sealed interface Sql {
    /** A column, or {@code s.period_end}. */
    record Name(String name) implements Sql {}

    /** A number as it is written. */
    record Digits(String digits) implements Sql {}

    record Text(String text) implements Sql {}

    record Day(LocalDate day) implements Sql {}

    record Flag(boolean value) implements Sql {}

    record Not(Sql of) implements Sql {}

    record Minus(Sql of) implements Sql {}

    /** {@code operator}: {@code and or = <> < <= > >= + - *}. */
    record Binary(String operator, Sql left, Sql right) implements Sql {}

    record IsNull(Sql of) implements Sql {}

    record In(Sql of, List<Sql> values) implements Sql {}

    /** {@code filter}: of an aggregate; null when it has none. {@code extract(year from x)} is {@code year(x)}. */
    record Call(
            String function, List<Sql> arguments, @Nullable Sql filter) implements Sql {}
}
