package org.xianbao.suggest;

import java.util.Comparator;
import java.util.List;

/** Which of several mends is told: the fewest cells, then the least to be believed, then the nearest to the period before. */
final class Choice {
    /** More of equal standing say that nobody can know. */
    private static final int MOST = 2;
    /** What lies twice as near wins. */
    private static final double NEARER = 2;

    private Choice() {}

    /** One; two between which nothing decides; none when there are more. */
    static List<Mend> best(List<Mend> mends) {
        List<Mend> ranked = mends.stream()
                .sorted(Comparator.comparingInt(Mend::slips)
                        .thenComparingInt(Mend::cost)
                        .thenComparingDouble(Mend::distance))
                .toList();
        if (ranked.isEmpty()) {
            return List.of();
        }
        Mend first = ranked.get(0);
        List<Mend> equals = ranked.stream()
                .filter(m -> m.slips() == first.slips() && m.cost() == first.cost())
                .filter(m -> m.distance() <= NEARER * first.distance())
                .toList();
        return equals.size() <= MOST ? equals : List.of();
    }
}
