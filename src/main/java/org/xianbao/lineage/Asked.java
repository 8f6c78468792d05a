package org.xianbao.lineage;

import org.jspecify.annotations.Nullable;

/**
 * The figure that somebody asks about.
 *
 * @param region its code
 * @param period its label
 * @param edition counts the period's editions from 1; null for the latest
 * @param source who states it; null for every source
 * @param cells how many cells of a column are shown; all of a return that is followed are counted and checked
 * @param returns how many returns are followed down to their cells; all are added up
 */
public record Asked(
        String indicator,
        String region,
        String period,
        @Nullable Integer edition,
        @Nullable String source,
        int cells,
        int returns) {}
