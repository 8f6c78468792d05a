package org.xianbao.suggest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Another value for a cell, in the stored unit.
 *
 * @param from what stands there; null when nothing does
 * @param slip how {@code to} could have become {@code from}
 */
record Change(Spot spot, @Nullable BigDecimal from, BigDecimal to, Slip slip) {}
