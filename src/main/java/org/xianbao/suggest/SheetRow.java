package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was stored.
 *
 * @param number 1-based row of the sheet
 * @param stored by field; {@code prev.x} beside {@code x}; what is missing is left out
 * @param before the newest figures of the same key in periods before, by column
 */
record SheetRow(int number, Map<String, Object> stored, Map<String, BigDecimal> before) {
    /** In the stored unit; null when it is missing or no number. */
    @Nullable
    BigDecimal figure(String column) {
        return stored.get(column) instanceof Number number ? Slips.plain(new BigDecimal(number.toString())) : null;
    }
}
