package org.xianbao.definition;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code screening} of the settings and {@code screen} of an indicator. */
final class ScreeningReader {
    private static final int FEWEST_FOR_QUARTILES = 4;
    private static final int MOST = 1000;
    private static final int LONGEST_LIST = 100;

    private ScreeningReader() {}

    static ScreeningPolicy policy(Block block) {
        block.only(Keys.SCREENING);
        return new ScreeningPolicy(
                edit(block, RatioEdit.USUAL),
                block.get("list").flatMap(e -> e.whole(1, LONGEST_LIST)).orElse(ScreeningPolicy.USUAL.list()));
    }

    /** What an indicator says for itself: {@code true}, {@code false}, or what differs from the usual; null when it is not screened. */
    static @Nullable RatioEdit own(Entry entry, RatioEdit usual) {
        if (entry.isBlock()) {
            return entry.block().map(b -> edit(b.only(Keys.SCREEN), usual)).orElse(usual);
        }
        return entry.flag() ? usual : null;
    }

    private static RatioEdit edit(Block block, RatioEdit usual) {
        return new RatioEdit(
                block.get("stratum")
                        .flatMap(e -> e.word(strata(), FormReader::word))
                        .orElse(usual.stratum()),
                number(block, "u", 1).orElse(usual.u()),
                number(block, "a", 1).orElse(usual.a()),
                number(block, "c", MOST).orElse(usual.c()),
                block.get("fewest")
                        .flatMap(e -> e.whole(FEWEST_FOR_QUARTILES, MOST))
                        .orElse(usual.fewest()));
    }

    /** What {@code stratum} may say: a level that holds several counties. */
    static Region.Level[] strata() {
        return new Region.Level[] {Region.Level.NATION, Region.Level.PROVINCE, Region.Level.PREFECTURE};
    }

    private static Optional<Double> number(Block block, String key, int most) {
        Optional<Entry> entry = block.get(key);
        Optional<BigDecimal> number = entry.flatMap(Entry::number);
        Optional<BigDecimal> fitting =
                number.filter(n -> n.signum() >= 0 && n.compareTo(BigDecimal.valueOf(most)) <= 0);
        if (number.isPresent() && fitting.isEmpty()) {
            entry.ifPresent(e -> e.wrong(key + ": must be a number from 0 to " + most));
        }
        return fitting.map(BigDecimal::doubleValue);
    }
}
