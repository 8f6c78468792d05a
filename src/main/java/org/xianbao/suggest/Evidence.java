package org.xianbao.suggest;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What speaks for a change beside that it mends. A change for which nothing speaks is not told. */
final class Evidence {
    /** As in 30 % more or less: an ordinary change from one period to the next. */
    private static final double NEAR = Math.log(1.3);
    /** Within a factor of three of what is usual in the column. */
    private static final double USUAL = Math.log(3);
    /** What is as far as this from the usual was written in another unit; tenfold is within what rows differ by. */
    private static final double UNUSUAL = Math.log(50);
    /** How many times nearer to the period before a change must bring a figure. */
    private static final double NEARER = 3;
    /** Small counts move by one or two. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(2);

    private final Excerpt excerpt;

    Evidence(Excerpt excerpt) {
        this.excerpt = excerpt;
    }

    /**
     * How much has to be believed: 0 for a slip of the hand that restores what is known otherwise; empty when nothing speaks
     * for the change.
     *
     * @param pins how many broken equations it solves
     * @param independent how many of them do not look at the period before
     */
    OptionalInt cost(Change change, int pins, int independent) {
        boolean near = near(change);
        if (change.slip().explains() && (near || pins > 0)) {
            return OptionalInt.of(0);
        }
        if (near && independent > 0) {
            return OptionalInt.of(1);
        }
        if (change.slip() == Slip.TOO_LARGE || change.slip() == Slip.TOO_SMALL) {
            return usual(change) ? OptionalInt.of(1) : OptionalInt.empty();
        }
        return pins > 1 ? OptionalInt.of(2) : OptionalInt.empty();
    }

    /** Whether it brings the figure to where it was in the period before, from far away. */
    boolean near(Change change) {
        BigDecimal before = excerpt.before(change.spot());
        if (before == null) {
            return false;
        }
        double to = distance(change.to(), before);
        double from = change.from() == null ? Double.POSITIVE_INFINITY : distance(change.from(), before);
        boolean close = to <= NEAR || change.to().subtract(before).abs().compareTo(SMALL) <= 0;
        return close && from > NEARER * to && from > NEAR;
    }

    private boolean usual(Change change) {
        BigDecimal median = excerpt.usual().get(change.spot().column());
        return median != null
                && change.from() != null
                && distance(change.to(), median) <= USUAL
                && distance(change.from(), median) >= UNUSUAL;
    }

    /** From the period before; 1 when nothing is known of it. */
    double distance(Change change) {
        BigDecimal before = excerpt.before(change.spot());
        return before == null ? 1 : Math.min(distance(change.to(), before), Double.MAX_VALUE);
    }

    private static double distance(BigDecimal a, @Nullable BigDecimal b) {
        if (b == null || a.signum() != b.signum()) {
            return Double.POSITIVE_INFINITY;
        }
        return a.signum() == 0 ? 0 : Math.abs(Math.log(a.doubleValue() / b.doubleValue()));
    }
}
