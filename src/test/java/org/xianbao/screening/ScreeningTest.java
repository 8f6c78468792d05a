package org.xianbao.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Period;

class ScreeningTest {
    private static final Period JUNE = Period.parse("2018-06").orElseThrow();

    private final TestDatabase database = TestDatabase.migrated();

    /** So many counties in three provinces; their figures grow by some 5 %, give or take some 10 %. */
    private void counties(int n) throws SQLException {
        execute(
                "select setseed(0.2018)",
                "insert into xianbao.region select 'P' || p, '省' || p, 'province', null, '2000-01-01', null from generate_series(0, 2) p",
                "insert into xianbao.region select 'C' || c, '县' || c, 'county', 'P' || c % 3, '2000-01-01', null from generate_series(1, "
                        + n + ") c",
                "insert into xianbao.indicator (name, zh, en, theme_zh, theme_en, kind, unit, return_name, combine, as_of, percent, headline)"
                        + " values ('placed', '就业人数', 'Placed', '就业', 'Jobs', 'flow', '人', 'jobs', 'sum', false, false, false)",
                "insert into xianbao.batch (name, night) values ('night', '2018-07-01')",
                "insert into xianbao.workbook (hash, name, bytes, received_at) values (repeat('0', 64), 'w', 1, now())",
                "insert into xianbao.reading (batch, workbook) values ('night', repeat('0', 64))",
                "create table size as select c, exp(5 + 1.2 * sqrt(-2 * ln(random())) * cos(6.283 * random())) as may,"
                        + " 1.05 * exp(0.1 * sqrt(-2 * ln(random())) * cos(6.283 * random())) as growth from generate_series(1, "
                        + n + ") c");
        for (String month : List.of("05", "06")) {
            execute(
                    "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region,"
                            + " period, period_start, period_end, previous, places, loaded) select r.id, r.workbook, 's', c * 100 + "
                            + month
                            + ", 'jobs', '2010-01-01', 'v', 'C' || c, '2018-" + month + "', '2018-" + month
                            + "-01', '2018-" + month
                            + "-28', '2018-" + (month.equals("06") ? "05" : "04")
                            + "', '{}', true from xianbao.reading r, size",
                    "insert into xianbao.measure select s.id, 'placed', s.region, '', round((may"
                            + (month.equals("06") ? " * growth" : "")
                            + ")::numeric) + 1, null, '=' from xianbao.submission s"
                            + " join size on 'C' || c = s.region where s.period = '2018-" + month + "'",
                    "insert into xianbao.publication (return_name, region, period, submission, provisional) select return_name, region,"
                            + " period, id, false from xianbao.submission where period = '2018-" + month + "'");
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void corrupt(String factor, String... regions) throws SQLException {
        for (String region : regions) {
            execute("update xianbao.measure m set value = value * " + factor + " from xianbao.submission s"
                    + " where s.id = m.submission and s.period = '2018-06' and s.region = '" + region + "'");
        }
    }

    private List<Suspect> first() throws SQLException {
        return new Screening(database.dataSource()).first(JUNE, 10);
    }

    @Test
    void findsFiveTimesTenAmongThreeHundredCounties() throws SQLException {
        counties(300);
        String[] wrong = {"C7", "C77", "C140", "C205", "C266"};
        corrupt("10", wrong);

        List<Suspect> first = first();

        long hits =
                first.stream().filter(s -> List.of(wrong).contains(s.region())).count();
        long outlying = new Screening(database.dataSource())
                .first(JUNE, 300).stream().filter(Suspect::outlying).count();
        System.out.println("screening: " + hits + " of 5 corrupted returns among the first 10 of 300; " + outlying
                + " of the 300 stand out");
        assertThat(outlying).as("false alarms and these five").isBetween(5L, 15L);
        assertThat(hits).isEqualTo(5);
        assertThat(first).filteredOn(s -> List.of(wrong).contains(s.region())).allMatch(Suspect::outlying);
    }

    @Test
    void findsWhatFellToATenthInAGreatCounty() throws SQLException {
        counties(300);
        execute(
                "update xianbao.measure m set value = value + 20000 from xianbao.submission s where s.id = m.submission and s.region = 'C9'");
        corrupt("0.1", "C9");

        assertThat(first().get(0)).matches(s -> s.region().equals("C9") && s.outlying());
    }

    @Test
    void ranksTwoCountiesByTheirWeightAndSaysThatItCannotCompare() throws SQLException {
        counties(2);
        corrupt("10", "C2");

        assertThat(first()).first().matches(s -> s.region().equals("C2") && !s.tested() && !s.outlying());
    }

    @Test
    void takesACountyThatHadNothingOrNoneBefore() throws SQLException {
        counties(30);
        execute(
                "delete from xianbao.measure m using xianbao.submission s where s.id = m.submission and s.period = '2018-05' and s.region = 'C3'",
                "update xianbao.measure m set value = 0 from xianbao.submission s where s.id = m.submission and s.period = '2018-05' and s.region = 'C4'",
                "update xianbao.measure m set value = 9000 from xianbao.submission s where s.id = m.submission and s.period = '2018-06' and s.region in ('C3', 'C4')");

        assertThat(first()).extracting(Suspect::region).startsWith("C3", "C4");
        assertThat(first().get(0).before()).isNull();
        assertThat(first().get(1).before()).isEqualByComparingTo("0");
    }

    @Test
    void namesNoneWhereNothingIsPublished() throws SQLException {
        assertThat(first()).isEmpty();
    }
}
