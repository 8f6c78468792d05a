package org.xianbao.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.finding.Severity;

/**
 * A rule of a return.
 *
 * @param name lower case with dashes; unique in its return
 * @param say what to tell when it is broken, with {@code {column}} placeholders; null for a text made from the check
 * @param at the column whose cell is marked; null for the first column that the check names
 * @param remember months for which an explanation of the query holds behind its period; null for what is usual
 * @param examples rows for which it must hold or break, tried when definitions are linted
 * @param line the definition's line, 1-based
 */
public record Rule(
        String name,
        Severity severity,
        Check check,
        @Nullable Bilingual say,
        @Nullable String at,
        @Nullable Integer remember,
        List<Example> examples,
        int line) {

    /** What must hold. Unknown never breaks a rule. */
    public sealed interface Check {
        /** Boolean SQL over a row; {@code prev.} is the row with the same key one period back. */
        record Row(Condition condition) implements Check {}

        /**
         * Boolean SQL with aggregates over a submission's rows; {@code s} is the submission, and
         * {@code received.<return>} holds what is on hand of any return.
         */
        record Submission(Condition condition) implements Check {}

        /** No two rows of a submission agree on these columns; rows where one is missing do not count. */
        record Unique(List<String> columns) implements Check {}

        /** No other county's return on hand for the same period has a row that agrees on these columns. */
        record Apart(List<String> columns) implements Check {}

        /** The form's total row agrees with the sum of each of these columns, give or take the tolerance. */
        record Totals(List<String> columns, BigDecimal tolerance) implements Check {}
    }

    /**
     * What must hold, and where.
     *
     * @param when SQL; null for everywhere
     * @param then SQL
     */
    public record Condition(@Nullable String when, String then) {
        /** False only where {@code when} is true and {@code then} is false. */
        public String sql() {
            return when == null ? then : "(" + when + ") is not true or (" + then + ")";
        }
    }

    /** One row, by column ({@code prev.income} for the row before), and whether the rule holds for it. */
    public record Example(Map<String, String> row, boolean holds, int line) {}
}
