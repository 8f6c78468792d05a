package org.xianbao.screening;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/**
 * A return, by that figure of it which deserves a look most.
 *
 * @param source who states the figure; empty where there is one source
 * @param before the county's figure one period back; null when it had none, or none that compares
 * @param ratio the figure to the one before; null unless both have the same sign
 * @param usual the median of that ratio among those it is compared with; null when none of them has one
 * @param effect the transformed change E of Hidiroglou and Berthelot; null where there is no ratio
 * @param tested whether there was enough to compare it with
 * @param outlying whether its change lies outside the bounds of the edit
 * @param weight by what part of the total of all counties the figure is off what was to be expected
 * @param score suspicion (0 to 1) times weight
 */
public record Suspect(
        long submission,
        Bilingual title,
        String region,
        String regionName,
        String indicator,
        Bilingual indicatorTitle,
        String source,
        Part part,
        String unit,
        BigDecimal value,
        @Nullable BigDecimal before,
        @Nullable Double ratio,
        @Nullable Double usual,
        @Nullable Double effect,
        boolean tested,
        boolean outlying,
        double weight,
        double score) {

    /** What of a figure is compared. */
    public enum Part {
        WHOLE,
        NUMERATOR,
        DENOMINATOR,
        /** What a year to date grew by within the period. */
        WITHIN;

        /** As it is stored. */
        String word() {
            return this == WHOLE ? "" : name().toLowerCase(Locale.ROOT);
        }

        static Part of(String word) {
            return word.isEmpty() ? WHOLE : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
