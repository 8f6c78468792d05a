package org.xianbao.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Men and women, the poor among them: neither places nor indicators can be subtracted to a few persons. */
class FamilyTest {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final List<Partition> PARTITIONS =
            List.of(new Partition("all", List.of("men", "women")), new Partition("all", List.of("poor")));

    private static Family family(Map<String, Map<String, Integer>> counts, List<Partition> partitions) {
        Family family = new Family(FIVE);
        partitions.forEach(family::add);
        counts.forEach((indicator, places) -> places.forEach((place, count) -> {
            if (!place.equals("county")) {
                family.count(indicator, "", place, BigDecimal.valueOf(count));
            }
        }));
        return family;
    }

    private static Places places(Set<String> names) {
        Map<String, String> parents = new HashMap<>();
        names.stream()
                .filter(p -> !p.equals("county"))
                .forEach(p -> parents.put(p, p.length() == 1 ? "county" : p.substring(0, 1)));
        return new Places(parents);
    }

    private static Set<String> hide(Map<String, Map<String, Integer>> counts, List<Partition> partitions) {
        return family(counts, partitions).hide(places(of(counts, "all").keySet()), Set.of(), Set.of());
    }

    @Test
    void hidesTheTotalWhereAPartIsSmallAndThePartWhereItLeavesAFew() {
        assertThat(hide(
                        Map.of("all", Map.of("a", 30, "b", 40, "c", 50), "poor", Map.of("a", 28, "b", 20, "c", 20)),
                        PARTITIONS))
                .as("two in a are not poor; c has fewer of some kind than b")
                .containsExactly("a", "b");
        assertThat(hide(
                        Map.of("all", Map.of("a", 30, "b", 40, "c", 50), "poor", Map.of("a", 28, "b", 20, "c", 20)),
                        List.of()))
                .as("nobody said that they are parts")
                .isEmpty();
    }

    @Test
    void hidesNothingWhereAPartIsAllOrNobody() {
        assertThat(hide(Map.of("all", Map.of("a", 30, "b", 40), "poor", Map.of("a", 30)), PARTITIONS))
                .isEmpty();
    }

    @Test
    void findsAllThatAreTiedTogether() {
        assertThat(Partition.families(List.of(
                        new Partition("d", List.of("e")),
                        new Partition("b", List.of("c")),
                        new Partition("c", List.of("e", "f")))))
                .isEqualTo(Map.of("b", "b", "c", "b", "d", "b", "e", "b", "f", "b"));
    }

    /** Whoever adds and subtracts all that is published, over places and over indicators, finds nobody. */
    @Test
    void letsNoFewBeWorkedOut() {
        Random random = new Random(20190630);
        int hiddenInAll = 0;
        int shown = 0;
        for (int trial = 0; trial < 300; trial++) {
            Map<String, Map<String, Integer>> counts = invented(random);
            Map<String, Map<String, Integer>> indicators = new TreeMap<>(counts);
            indicators.keySet().removeAll(List.of("other", "rich"));
            Set<String> hidden = hide(indicators, PARTITIONS);
            hiddenInAll += hidden.size();
            shown += of(counts, "all").size() - hidden.size();

            Map<String, Integer> workedOut = workedOut(counts, hidden);

            workedOut.keySet().removeIf(name -> place(name).equals("county"));
            assertThat(workedOut.entrySet().stream().filter(w -> w.getValue() > 0 && w.getValue() < 5))
                    .as("%s", counts)
                    .isEmpty();
            assertThat(workedOut.entrySet().stream()
                            .filter(w -> w.getValue() > 0)
                            .filter(w -> hidden.contains(place(w.getKey()))))
                    .as("%s", counts)
                    .isEmpty();
        }
        assertThat(hiddenInAll).isPositive();
        assertThat(shown).isPositive();
    }

    @Test
    void theIntruderFindsThoseWhoAreNotPoorWhereNobodySaidThatTheyAreParts() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (String indicator : List.of("all", "men", "women", "other", "poor", "rich")) {
            counts.put(indicator, new TreeMap<>(Map.of("a", 10, "b", 10, "county", 20)));
        }
        of(counts, "all").putAll(Map.of("a", 30, "b", 40, "county", 70));
        of(counts, "poor").putAll(Map.of("a", 28, "b", 20, "county", 48));
        of(counts, "rich").putAll(Map.of("a", 2, "b", 20, "county", 22));

        assertThat(workedOut(counts, Set.of())).containsEntry("rich a", 2);
    }

    private static Map<String, Integer> of(Map<String, Map<String, Integer>> counts, String indicator) {
        return Objects.requireNonNull(counts.get(indicator));
    }

    private static String place(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    /** Sums of villages, of townships and of parts; {@code other} and {@code rich} are what is left, which nobody publishes. */
    private static Map<String, Map<String, Integer>> invented(Random random) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (char t = 'a'; t < 'c' + random.nextInt(4); t++) {
            for (char v = 'a'; v < 'c' + random.nextInt(4); v++) {
                int men = count(random);
                int women = count(random);
                int other = random.nextInt(4) == 0 ? count(random) : 0;
                int all = men + women + other;
                int poor = Math.min(all, random.nextBoolean() ? all : count(random));
                Map<String, Integer> here = Map.of(
                        "all", all, "men", men, "women", women, "other", other, "poor", poor, "rich", all - poor);
                for (String place : List.of("" + t + v, "" + t, "county")) {
                    here.forEach((indicator, n) -> counts.computeIfAbsent(indicator, i -> new TreeMap<>())
                            .merge(place, n, Integer::sum));
                }
            }
        }
        return counts;
    }

    private static int count(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(60);
    }

    /** What follows from all that is published, by indicator and place. */
    private static Map<String, Integer> workedOut(Map<String, Map<String, Integer>> counts, Set<String> hidden) {
        Map<String, BigDecimal> published = new HashMap<>();
        for (String indicator : List.of("all", "men", "women", "poor")) {
            of(counts, indicator).forEach((place, n) -> {
                if (!hidden.contains(place)) {
                    published.put(indicator + " " + place, BigDecimal.valueOf(n));
                }
            });
        }
        Intruder intruder = new Intruder(published);
        Set<String> places = of(counts, "all").keySet();
        for (String place : places) {
            intruder.knows("all " + place, List.of("men " + place, "women " + place, "other " + place));
            intruder.knows("all " + place, List.of("poor " + place, "rich " + place));
            for (String indicator : counts.keySet()) {
                List<String> below = new ArrayList<>();
                places.stream()
                        .filter(p -> !p.equals("county"))
                        .filter(p -> place.equals(p.length() == 1 ? "county" : p.substring(0, 1)))
                        .forEach(p -> below.add(indicator + " " + p));
                if (!below.isEmpty()) {
                    intruder.knows(indicator + " " + place, below);
                }
            }
        }
        Map<String, Integer> workedOut = new TreeMap<>();
        intruder.workedOut()
                .forEach(name -> workedOut.put(
                        name, of(counts, name.substring(0, name.indexOf(' '))).get(place(name))));
        return workedOut;
    }
}
