package org.xianbao.impact;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/**
 * What an act would change.
 *
 * @param known whether the bytes of the workbook had come in before, so that the act does nothing
 * @param replayed how many returns were read and judged
 * @param left how many more the act concerns, left out by its limit
 * @param returns those that would be judged otherwise, or are new
 * @param findings how many there would be of each rule, where that changes
 * @param figures those that would change, in the next edition of their period
 */
public record Impact(
        boolean known,
        int replayed,
        int left,
        Duration took,
        List<Reconsidered> returns,
        List<RuleCount> findings,
        List<FigureChange> figures) {

    /** Whether anything would change. */
    public boolean any() {
        return !(returns.isEmpty() && findings.isEmpty() && figures.isEmpty());
    }

    /**
     * A return that would be judged otherwise.
     *
     * @param county its name
     * @param before {@code accepted queried returned}; null when the sheet was no return, or has just come
     * @param after the same; null when the sheet would be no return any more
     * @param published whether it would count
     */
    public record Reconsidered(
            String returnName,
            Bilingual title,
            String region,
            String county,
            String period,
            String workbook,
            String sheet,
            @Nullable String before,
            @Nullable String after,
            boolean published) {

        /** Whether it was good enough to count, if only once it was explained. */
        private static boolean passes(@Nullable String verdict) {
            return verdict != null && !verdict.equals("returned");
        }

        public boolean newlyPasses() {
            return !passes(before) && passes(after);
        }

        public boolean newlyFails() {
            return passes(before) && !passes(after);
        }
    }

    /** How many findings of a rule there are in the returns replayed. */
    public record RuleCount(String severity, String rule, long before, long after) {}

    /**
     * A figure that would change.
     *
     * @param edition number of the period's next edition, which would hold it; counts from 1
     * @param closed whether the period has been closed, so that the figure is published now
     * @param before as it would be without the act; null when there would be none
     * @param after null when there would be none any more
     */
    public record FigureChange(
            String indicator,
            Bilingual title,
            String region,
            String regionName,
            String period,
            String source,
            String unit,
            int edition,
            boolean closed,
            @Nullable Value before,
            @Nullable Value after) {}

    /** A figure's value and how good it is. */
    public record Value(BigDecimal value, String qualifier, String status, int reported, int expected) {

        /** The same, whatever the scale in which it is written. */
        boolean same(Value other) {
            return value.compareTo(other.value) == 0
                    && qualifier.equals(other.qualifier)
                    && status.equals(other.status)
                    && reported == other.reported
                    && expected == other.expected;
        }
    }
}
