package org.xianbao.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.definition.ReturnDefinition;

/** How often the first suggestion is the cell that was corrupted, over grids at random. */
class HitRateTest {
    private static final String CLASSES = """
            return: classes
            title: {zh: 培训班情况表, en: Classes}
            every: quarter
            due: 15 days
            key: [item]
            form:
              kind: grid
              expect: {A1: "培训班情况表*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows:
                heading: 4
                stub: 工种
                items: {sewing: 缝纫, sewing_poor: "其中：贫困户", cooking: 烹饪, care: 护理, total: 合计}
              columns:
                men:    {under: 男, en: men, type: integer, unit: 人}
                women:  {under: 女, en: women, type: integer, unit: 人}
                people: {under: 合计, en: together, type: integer, unit: 人}
                rate:   {under: 女性占比, en: share of women, type: percent, unit: "%"}
            rules:
              reject:
                adds-across: men + women = people
                men-add-up: {over: submission, check: "sum(men) filter (where item not in ('sewing_poor', 'total')) = max(men) filter (where item = 'total')"}
                women-add-up: {over: submission, check: "sum(women) filter (where item not in ('sewing_poor', 'total')) = max(women) filter (where item = 'total')"}
                people-add-up: {over: submission, check: "sum(people) filter (where item not in ('sewing_poor', 'total')) = max(people) filter (where item = 'total')"}
                part-within: {over: submission, check: "max(people) filter (where item = 'sewing_poor') <= max(people) filter (where item = 'sewing')"}
              query:
                rate-agrees: {check: "abs(women * 100.0 / nullif(people, 0) - rate) <= 0.05", at: rate}
            """.replace("缝纫,", "{zh: 缝纫, en: Sewing},")
            .replace("\"其中：贫困户\"", "{zh: \"其中：贫困户\", en: of which poor}")
            .replace("烹饪,", "{zh: 烹饪, en: Cooking},")
            .replace("护理,", "{zh: 护理, en: Care},")
            .replace("total: 合计}", "total: {zh: 合计, en: Total}}");

    private static final List<String> ITEMS = List.of("sewing", "sewing_poor", "cooking", "care", "total");
    private static final List<String> COLUMNS = List.of("men", "women", "people");
    private static final int GRIDS = 40;

    private enum Corruption {
        TENFOLD,
        THOUSANDFOLD,
        DIGITS,
        SIGN,
        ANYTHING,
        SWAPPED
    }

    @Test
    void mostlyNamesTheCorruptedCell(@TempDir Path directory) throws Exception {
        assertThat(outcomes(directory, r -> true))
                .allSatisfy((c, of) -> assertThat(of[0]).as("%s hits", c).isGreaterThanOrEqualTo(GRIDS * 8 / 10))
                .allSatisfy((c, of) -> assertThat(of[2]).as("%s elsewhere", c).isLessThanOrEqualTo(GRIDS / 20));
    }

    @Test
    void isRatherSilentThanWrongWhereOnlyColumnsAddUp(@TempDir Path directory) throws Exception {
        assertThat(outcomes(directory, r -> !r.perRow()))
                .allSatisfy((c, of) -> assertThat(of[2]).as("%s elsewhere", c).isLessThanOrEqualTo(GRIDS / 10));
    }

    private static Map<Corruption, int[]> outcomes(Path directory, Predicate<Relation> known) throws Exception {
        Hinted hinted = new Hinted(directory, CLASSES);
        ReturnDefinition layout = hinted.definitions().layouts("classes").get(0);
        Random random = new Random(1995);
        Map<Corruption, int[]> outcomes = new LinkedHashMap<>();
        try (Connection connection = hinted.database().connect()) {
            connection.setAutoCommit(false);
            submission(connection);
            for (Corruption corruption : Corruption.values()) {
                int[] of = outcomes.computeIfAbsent(corruption, c -> new int[3]);
                for (int i = 0; i < GRIDS; i++) {
                    of[outcome(connection, layout, known, corruption, random)]++;
                }
            }
        }
        outcomes.forEach((c, of) ->
                System.out.printf("%-13s hit %2d of %d, silent %2d, another cell %d%n", c, of[0], GRIDS, of[1], of[2]));
        return outcomes;
    }

    /** 0 when the first suggestion is what was corrupted, 1 when there is none, 2 when it is another. */
    private static int outcome(
            Connection connection,
            ReturnDefinition layout,
            Predicate<Relation> known,
            Corruption corruption,
            Random random)
            throws SQLException {
        List<SheetRow> right = grid(random);
        assertThat(mends(connection, layout, known, right)).isEmpty();
        List<SheetRow> wrong = new ArrayList<>(right);
        int row = random.nextInt(ITEMS.size());
        String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
        String other = COLUMNS.get((COLUMNS.indexOf(column) + 1) % COLUMNS.size());
        BigDecimal figure = Objects.requireNonNull(right.get(row).figure(column));
        BigDecimal written = corrupted(
                figure, corruption, Objects.requireNonNull(right.get(row).figure(other)), random);
        wrong.set(row, with(right.get(row), column, written));
        if (corruption == Corruption.SWAPPED) {
            wrong.set(row, with(wrong.get(row), other, figure));
        }
        if (written.compareTo(figure) == 0) {
            return outcome(connection, layout, known, corruption, random);
        }
        List<List<Mend>> found = mends(connection, layout, known, wrong);
        if (found.isEmpty()) {
            return 1;
        }
        boolean hit = found.get(0).get(0).changes().stream().allMatch(c -> restores(c, right));
        return hit ? 0 : 2;
    }

    private static boolean restores(Change change, List<SheetRow> right) {
        return right.stream()
                .filter(r -> change.spot().equals(new Spot(change.spot().column(), r.number())))
                .map(r -> Objects.requireNonNull(r.figure(change.spot().column())))
                .anyMatch(figure -> figure.compareTo(change.to()) == 0);
    }

    private static List<List<Mend>> mends(
            Connection connection, ReturnDefinition layout, Predicate<Relation> known, List<SheetRow> rows)
            throws SQLException {
        Map<String, String> places = Map.of("men", "B", "women", "C", "people", "D", "rate", "E");
        Excerpt excerpt = new Excerpt(1, rows.size(), Map.of(), layout, places, rows, Map.of(), Map.of(), Map.of());
        Trial trial = new Trial(connection, excerpt);
        List<Relation> relations =
                trial.calculable(Relations.of(layout).stream().filter(known).toList());
        Set<Breach> broken = Objects.requireNonNull(
                trial.breaches(List.of(Variant.AS_SENT), relations).get(0));
        return broken.isEmpty() ? List.of() : new Localisation(excerpt, relations, trial, broken).mends();
    }

    private static BigDecimal corrupted(BigDecimal figure, Corruption corruption, BigDecimal other, Random random) {
        return switch (corruption) {
            case TENFOLD -> figure.multiply(BigDecimal.TEN);
            case THOUSANDFOLD -> figure.multiply(BigDecimal.valueOf(1000));
            case DIGITS -> exchanged(figure, random);
            case SIGN -> figure.negate();
            case ANYTHING -> BigDecimal.valueOf(10 + random.nextInt(990));
            case SWAPPED -> other;
        };
    }

    private static BigDecimal exchanged(BigDecimal figure, Random random) {
        char[] digits = figure.toPlainString().toCharArray();
        int at = random.nextInt(digits.length - 1);
        char first = digits[at];
        digits[at] = digits[at + 1];
        digits[at + 1] = first;
        return new BigDecimal(digits);
    }

    private static SheetRow with(SheetRow row, String column, BigDecimal figure) {
        Map<String, Object> stored = new LinkedHashMap<>(row.stored());
        stored.put(column, figure);
        return new SheetRow(row.number(), stored, row.before());
    }

    private static List<SheetRow> grid(Random random) {
        int[] men = new int[ITEMS.size()];
        int[] women = new int[ITEMS.size()];
        for (int i : new int[] {0, 2, 3}) {
            men[i] = 30 + random.nextInt(900);
            women[i] = 30 + random.nextInt(900);
            men[4] += men[i];
            women[4] += women[i];
        }
        men[1] = 10 + random.nextInt(men[0] - 10);
        women[1] = 10 + random.nextInt(women[0] - 10);
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < ITEMS.size(); i++) {
            Map<String, Object> stored = new LinkedHashMap<>();
            stored.put("item", ITEMS.get(i));
            stored.put("men", men[i]);
            stored.put("women", women[i]);
            stored.put("people", men[i] + women[i]);
            stored.put(
                    "rate",
                    BigDecimal.valueOf(women[i] * 100L)
                            .divide(BigDecimal.valueOf(men[i] + women[i]), 1, RoundingMode.HALF_UP));
            rows.add(new SheetRow(5 + i, stored, Map.of()));
        }
        return rows;
    }

    /** What rules see of the submission; nothing of it is committed. */
    private static void submission(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into xianbao.batch (name, night) values ('test', current_date)");
            statement.execute(
                    "insert into xianbao.workbook (hash, name, bytes, received_at) values (repeat('0', 64), 'a', 1, now())");
            statement.execute("insert into xianbao.reading (batch, workbook) values ('test', repeat('0', 64))");
            statement.execute(
                    "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since,"
                            + " version, region, period, period_start, period_end, previous, places) overriding system value"
                            + " select id, workbook, 'a', 0, 'classes', current_date, '', '140222', '2018Q2', current_date,"
                            + " current_date, '2018Q1', '{}' from xianbao.reading");
        }
    }
}
