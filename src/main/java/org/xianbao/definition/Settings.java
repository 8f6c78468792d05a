package org.xianbao.definition;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * {@code nightly.yaml} and {@code close.yaml}.
 *
 * @param nightlyCron Quartz cron of the nightly job
 * @param closeCron Quartz cron of the closes
 * @param queried what becomes of a return with open queries
 * @param minimum the least count of persons that is published below the counties
 * @param explanations which explanations answer a query
 * @param screening which returns are named to be looked at first
 */
public record Settings(
        String nightlyCron,
        String closeCron,
        ZoneId zone,
        String inbox,
        Queried queried,
        int minimum,
        ExplanationPolicy explanations,
        ScreeningPolicy screening) {
    /** The least of an indicator's figures that is published below the counties, in its unit; null where it counts no persons. */
    public @Nullable BigDecimal least(Indicator indicator) {
        if (!indicator.persons()) {
            return null;
        }
        return BigDecimal.valueOf(minimum).movePointLeft(indicator.unit().startsWith("万") ? 4 : 0);
    }

    /** Held until explained, or published as provisional and flagged. */
    public enum Queried {
        HELD,
        PROVISIONAL
    }
}
