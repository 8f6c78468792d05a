package org.xianbao.export.edition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an edition.
 *
 * @param region its code
 * @param source who states it; empty where only one does, {@code *} where regions that publish different sources are added up
 * @param published whether it is the one that is published of several statements
 * @param value null when it is suppressed
 * @param numerator of a ratio; else null
 * @param denominator of a ratio; else null
 * @param reported returns that it rests on
 * @param expected returns that were owed
 */
public record Figure(
        Statistic statistic,
        String region,
        String source,
        boolean published,
        @Nullable BigDecimal value,
        Qualifier qualifier,
        Status status,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        int reported,
        int expected) {}
