package org.xianbao.suggest;

import org.jspecify.annotations.Nullable;

/**
 * A cell that may be wrong.
 *
 * @param column the definition's column name
 * @param row 1-based row of the sheet; null for what stands in one place and counts for every row, as in the title block
 */
record Spot(String column, @Nullable Integer row) {}
