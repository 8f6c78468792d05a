package org.xianbao.lineage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure down to its cells.
 *
 * @param contributions by period and county
 * @param sum what the contributions come to, added up as the kind of the indicator allows; null when there is nothing
 * @param qualifier the weakest of theirs
 */
public record Trace(
        Figure figure,
        List<Contribution> contributions,
        @Nullable BigDecimal sum,
        String qualifier) {

    /** Whether the contributions come to the figure as it was published. */
    public boolean addsUp() {
        return sum != null
                && sum.compareTo(figure.value()) == 0
                && qualifier.equals(figure.qualifier())
                && !contributions.isEmpty();
    }

    /** Whether it adds up, and every cell says what the figure says. */
    public boolean holds() {
        return addsUp() && contributions.stream().allMatch(c -> c.proof().holds());
    }
}
