package org.xianbao.suggest;

import org.jspecify.annotations.Nullable;

/**
 * A finding of a submission that looks for its cause.
 *
 * @param id in the warehouse
 * @param row 1-based row of the sheet; null when it concerns none
 * @param column the definition's column name; null when it concerns none
 * @param cell null when no single cell is meant
 * @param reported masked where the column is personal
 */
record Complaint(
        long id,
        String rule,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String cell,
        @Nullable String reported) {}
