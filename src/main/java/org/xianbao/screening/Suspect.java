package org.xianbao.screening;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/**
 * A return, by that figure of it which deserves a look most.
 *
 * @param before the county's figure one period back; null when it had none
 * @param tested whether there was enough to compare it with
 * @param outlying whether its change lies outside the bounds of the edit
 * @param score suspicion (0 to 1) times weight
 * @param weight by what part of the total of all counties the figure is off what was to be expected
 */
public record Suspect(
        long submission,
        Bilingual title,
        String region,
        String regionName,
        String indicator,
        Bilingual indicatorTitle,
        String unit,
        BigDecimal value,
        @Nullable BigDecimal before,
        boolean tested,
        boolean outlying,
        double score,
        double weight) {}
