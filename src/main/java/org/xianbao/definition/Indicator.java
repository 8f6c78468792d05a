package org.xianbao.definition;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A defined statistic.
 *
 * @param theme what it is listed under
 * @param from the return it is measured on
 * @param where boolean SQL over a row; null for every row
 * @param value SQL aggregate over a submission's rows; the numerator of a ratio; null for {@code DISTINCT}
 * @param denominator SQL aggregate; null unless a ratio
 * @param percent whether a ratio is shown times 100
 * @param member SQL over a row that names what is counted once across submissions; null unless {@code DISTINCT}
 * @param region SQL over a row that gives the region code measured; null for the reporting county
 * @param source SQL over a row that names who states the figure; null when there is only one
 * @param publish of several sources, the one that is published: the first of these that states the figure
 * @param yearAgo the indicator that holds what the return itself states of the same period a year ago; null when it states nothing
 * @param parts breakdowns of those it counts: indicators that count different ones of them, a ratio by its numerator
 * @param qualifier SQL aggregate that gives the qualifier; null for the weakest of the value's own column, else {@code =}
 * @param asOf whether a period's figure over several submissions is the last one's, by kind or by declaration
 * @param persons whether its value, of a ratio its denominator, counts persons or households, so that small ones are not published
 * @param headline whether the nightly summary prints it
 * @param screen how its changes are screened; null when they are not
 * @param file the definition's file name, relative to the definitions' root
 * @param line 1-based
 */
public record Indicator(
        String name,
        Bilingual title,
        Bilingual theme,
        Kind kind,
        String unit,
        String from,
        @Nullable String where,
        @Nullable String value,
        @Nullable String denominator,
        boolean percent,
        @Nullable String member,
        @Nullable String region,
        @Nullable String source,
        List<String> publish,
        @Nullable String yearAgo,
        List<List<String>> parts,
        @Nullable String qualifier,
        Combine combine,
        boolean asOf,
        boolean persons,
        boolean headline,
        @Nullable RatioEdit screen,
        String file,
        int line) {

    /** What may be added, over time and over regions. */
    public enum Kind {
        FLOW,
        YEAR_TO_DATE,
        CUMULATIVE,
        STOCK,
        IN_RECEIPT,
        RATIO,
        PLAN,
        EVENT,
        CASE,
        ATTRIBUTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether figures of successive periods add up; otherwise the last one stands. */
        public boolean addsOverTime() {
            return this == FLOW || this == EVENT;
        }

        /** Whether a change from one period to the next may tell of a mistake. */
        boolean isScreened() {
            return this != PLAN && this != CASE && this != ATTRIBUTE;
        }
    }

    /** How regions make up their parent's figure. */
    public enum Combine {
        SUM,
        MAX,
        MIN,
        /** Members are counted once; not decomposable, so closing reads the members. */
        DISTINCT,
        /** It has no figure above the region that reports it. */
        NEVER
    }
}
