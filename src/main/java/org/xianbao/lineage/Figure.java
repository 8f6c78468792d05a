package org.xianbao.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/**
 * A figure as it was published, or withheld; of a case, which no edition aggregates, as it was measured.
 *
 * @param regionName as the region was called at the period's end
 * @param source who states it; empty when there is only one
 * @param numerator of a ratio; else null
 * @param status of observation, as SDMX CL_OBS_STATUS
 * @param reported returns that it rests on
 * @param expected returns that were owed
 * @param edition the one that holds it; null for a case
 */
public record Figure(
        String indicator,
        Bilingual title,
        String region,
        String regionName,
        String period,
        String source,
        BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        String qualifier,
        String kind,
        String status,
        int reported,
        int expected,
        @Nullable Edition edition) {

    /** Whether it is not published, since it would tell of a few persons. */
    public boolean withheld() {
        return status.equals("Q");
    }

    /**
     * The edition.
     *
     * @param n counts the period's editions from 1
     * @param kind 快报, 定案 or 修订
     * @param definitions fingerprint of those it was closed by; null when that was not kept
     */
    public record Edition(
            long id,
            int n,
            String kind,
            LocalDate periodEnd,
            OffsetDateTime closedAt,
            @Nullable String author,
            @Nullable String reason,
            @Nullable String definitions) {}
}
