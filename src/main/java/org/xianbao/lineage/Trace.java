package org.xianbao.lineage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure down to its cells.
 *
 * @param rules by which definitions it is explained
 * @param contributions the first of them, by period and county, each followed down to its cells
 * @param returns how many contributions there are
 * @param sum what the contributions come to, added up as the kind of the indicator allows; null when there is nothing
 * @param qualifier the weakest of theirs
 */
public record Trace(
        Figure figure,
        Rules rules,
        List<Contribution> contributions,
        int returns,
        @Nullable BigDecimal sum,
        String qualifier) {

    /** Definitions that explain a figure. */
    public enum Rules {
        /** Those in force now, by which it was closed too, as far as is known. */
        OF_NOW,
        /** Those it was closed by, which are not in force any more. */
        OF_THEN,
        /** Those in force now, though it was closed by others, which are not on record or cannot be read any more. */
        LOST
    }

    /** Whether the contributions come to the figure as it was published. */
    public boolean addsUp() {
        return sum != null && sum.compareTo(figure.value()) == 0 && qualifier.equals(figure.qualifier()) && returns > 0;
    }

    /** Whether it adds up, and every cell of the returns that were followed says what the figure says. */
    public boolean holds() {
        return addsUp() && contributions.stream().allMatch(c -> c.proof().holds());
    }
}
