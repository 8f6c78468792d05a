package org.xianbao.definition;

import java.time.ZoneId;

/**
 * {@code nightly.yaml} and {@code close.yaml}.
 *
 * @param nightlyCron Quartz cron of the nightly job
 * @param closeCron Quartz cron of the closes
 * @param queried what becomes of a return with open queries
 * @param explanations which explanations answer a query
 */
public record Settings(
        String nightlyCron,
        String closeCron,
        ZoneId zone,
        String inbox,
        Queried queried,
        ExplanationPolicy explanations) {
    /** Held until explained, or published as provisional and flagged. */
    public enum Queried {
        HELD,
        PROVISIONAL
    }
}
