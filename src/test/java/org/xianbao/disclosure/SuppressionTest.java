package org.xianbao.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private static Set<String> hide(Map<String, Integer> counts, String... known) {
        return hide(places(counts.keySet()), counts, Set.of(known), Set.of());
    }

    private static Set<String> hide(
            Places places, Map<String, Integer> counts, Set<String> known, Set<String> hiddenBefore) {
        Map<String, BigDecimal> of = new HashMap<>();
        counts.forEach((place, count) -> of.put(place, BigDecimal.valueOf(count)));
        Set<String> small = new TreeSet<>(hiddenBefore);
        of.forEach((place, count) -> {
            if (Suppression.small(count, FIVE)) {
                small.add(place);
            }
        });
        return new Suppression(places, FIVE, known).hide(List.of(new Counts(of)), small);
    }

    /** Places below one county, by their letters: ab lies in a. */
    private static Places places(Set<String> places) {
        Map<String, String> parents = new HashMap<>();
        places.forEach(p -> parents.put(p, p.length() == 1 ? "county" : p.substring(0, p.length() - 1)));
        return new Places(parents);
    }

    @Test
    void hidesNothingWhereAllAreManyOrNone() {
        assertThat(hide(Map.of("a", 5, "b", 900, "c", 0))).isEmpty();
    }

    @Test
    void hidesTheSmallestOtherSoThatTheTotalDoesNotGiveAFewAway() {
        assertThat(hide(Map.of("a", 3, "b", 40, "c", 12, "d", 12))).containsExactly("a", "c");
    }

    @Test
    void hidesNoOtherWhereTheSmallOnesHideEachOther() {
        assertThat(hide(Map.of("a", 4, "b", 4, "c", 12))).containsExactly("a", "b");
    }

    @Test
    void hidesAThirdWhereTheSumOfTwoTellsThatBothAreFew() {
        assertThat(hide(Map.of("a", 1, "b", 1, "c", 12, "d", 30))).containsExactly("a", "b", "c");
    }

    @Test
    void hidesTheWholeBreakdownWhereNothingElseProtects() {
        assertThat(hide(Map.of("a", 3, "b", 0, "c", 0))).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotRelyOnWhatHasBeenPublishedBefore() {
        assertThat(hide(Map.of("a", 3, "b", 12, "c", 40), "b")).containsExactly("a", "c");
    }

    @Test
    void keepsHiddenWhatWasHiddenBefore() {
        Map<String, Integer> now = Map.of("a", 9, "b", 6, "c", 7);

        assertThat(hide(places(now.keySet()), now, Set.of("c"), Set.of("a", "b")))
                .containsExactly("a", "b");
    }

    @Test
    void hidesVillagesOfATownshipThatIsHiddenForAnother() {
        assertThat(hide(Map.of("a", 3, "b", 20, "aa", 3, "ba", 8, "bb", 12)))
                .as("b protects a, so the villages must not add up to b")
                .containsExactly("a", "aa", "b", "ba", "bb");
    }

    @Test
    void hidesAPlaceInEverySourceAndProtectsItInEach() {
        Counts one =
                new Counts(Map.of("a", BigDecimal.valueOf(2), "b", BigDecimal.valueOf(9), "c", BigDecimal.valueOf(8)));
        Counts other = new Counts(Map.of("a", BigDecimal.valueOf(7), "b", BigDecimal.valueOf(30)));

        assertThat(new Suppression(places(Set.of("a", "b", "c")), FIVE, Set.of())
                        .hide(List.of(one, other), Set.of("a")))
                .containsExactly("a", "b", "c");
    }

    /** Three levels, all sizes: whoever adds and subtracts all that is published finds none of what is hidden. */
    @Test
    void letsNoHiddenCountBeWorkedOut() {
        Random random = new Random(20181231);
        int hiddenInAll = 0;
        for (int trial = 0; trial < 500; trial++) {
            Map<String, Integer> counts = new TreeMap<>();
            for (String township : letters(2 + random.nextInt(6))) {
                int sum = 0;
                for (String village : letters(2 + random.nextInt(5))) {
                    int count = random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(60);
                    counts.put(township + village, count);
                    sum += count;
                }
                counts.put(township, sum);
            }
            Set<String> hidden = hide(places(counts.keySet()), counts, Set.of(), Set.of());
            hiddenInAll += hidden.size();

            assertThat(counts.entrySet().stream()
                            .filter(c -> c.getValue() > 0 && c.getValue() < 5)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()))
                    .isSubsetOf(hidden);
            assertThat(intruder(counts, hidden).workedOut()).as("%s", counts).isEmpty();
        }
        assertThat(hiddenInAll).isPositive();
    }

    @Test
    void theIntruderFindsASmallCountThatAloneIsHidden() {
        assertThat(intruder(Map.of("a", 3, "b", 20, "c", 12), Set.of("a")).workedOut())
                .containsExactly("a");
    }

    private static Intruder intruder(Map<String, Integer> counts, Set<String> hidden) {
        Map<String, BigDecimal> published = new HashMap<>();
        counts.forEach((place, count) -> {
            if (!hidden.contains(place)) {
                published.put(place, BigDecimal.valueOf(count));
            }
        });
        published.put("county", BigDecimal.ZERO);
        Intruder intruder = new Intruder(published);
        intruder.knows(
                "county", counts.keySet().stream().filter(p -> p.length() == 1).toList());
        counts.keySet().stream().filter(p -> p.length() == 1).forEach(township -> {
            List<String> villages = counts.keySet().stream()
                    .filter(p -> p.length() == 2 && p.startsWith(township))
                    .toList();
            if (!villages.isEmpty()) {
                intruder.knows(township, villages);
            }
        });
        return intruder;
    }

    private static List<String> letters(int n) {
        List<String> letters = new ArrayList<>();
        for (char c = 'a'; c < 'a' + n; c++) {
            letters.add(String.valueOf(c));
        }
        return letters;
    }
}
