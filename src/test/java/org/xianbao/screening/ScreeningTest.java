package org.xianbao.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Period;
import org.xianbao.definition.RatioEdit;
import org.xianbao.definition.Region;

class ScreeningTest {
    private static final Period JUNE = Period.parse("2018-06").orElseThrow();

    private final TestDatabase database = TestDatabase.migrated();

    /** So many counties in three provinces; their figures grow by some 5 %, give or take some 10 %. */
    private void counties(int n) throws SQLException {
        country(n, "flow");
        month("2018-05", "2018-04", "may", "null");
        month("2018-06", "2018-05", "may * growth", "null");
    }

    private void country(int n, String kind) throws SQLException {
        execute(
                "select setseed(0.2018)",
                "insert into xianbao.region values ('N', '国', 'nation', null, '2000-01-01', null)",
                "insert into xianbao.region select 'P' || p, '省' || p, 'province', 'N', '2000-01-01', null from generate_series(0, 2) p",
                "insert into xianbao.region select 'C' || c, '县' || c, 'county', 'P' || c % 3, '2000-01-01', null from generate_series(1, "
                        + n + ") c",
                "insert into xianbao.indicator (name, zh, en, theme_zh, theme_en, kind, unit, return_name, combine, as_of, percent, headline)"
                        + " values ('placed', '就业人数', 'Placed', '就业', 'Jobs', '" + kind
                        + "', '人', 'jobs', 'sum', false, false, false)",
                "insert into xianbao.batch (name, night) values ('night', '2018-07-01')",
                "insert into xianbao.workbook (hash, name, bytes, received_at) values (repeat('0', 64), 'w', 1, now())",
                "insert into xianbao.reading (batch, workbook) values ('night', repeat('0', 64))",
                "create table size as select c, exp(5 + 1.2 * sqrt(-2 * ln(random())) * cos(6.283 * random())) as may,"
                        + " 1.05 * exp(0.1 * sqrt(-2 * ln(random())) * cos(6.283 * random())) as growth from generate_series(1, "
                        + n + ") c");
    }

    /** What all counties say of a month, as SQL of {@code c}, {@code may} and {@code growth}; the denominator of a ratio, else null. */
    private void month(String month, String previous, String value, String denominator) throws SQLException {
        execute(
                "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region,"
                        + " period, period_start, period_end, previous, places, loaded) select r.id, r.workbook, 's', c * 10000 + "
                        + month.replaceAll("20|-", "") + ", 'jobs', '2010-01-01', 'v', 'C' || c, '" + month + "', '"
                        + month
                        + "-01', '" + month + "-28', '" + previous + "', '{}', true from xianbao.reading r, size",
                "insert into xianbao.measure select s.id, 'placed', s.region, '', round((" + value
                        + ")::numeric) + 1, round((" + denominator + ")::numeric) + 1, '=' from xianbao.submission s"
                        + " join size on 'C' || c = s.region where s.period = '" + month + "'",
                "insert into xianbao.publication (return_name, region, period, submission, provisional) select return_name, region,"
                        + " period, id, false from xianbao.submission where period = '" + month + "'");
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

    private static final RatioEdit USUAL = new RatioEdit(Region.Level.PROVINCE, 0.4, 0.05, 7, 8);

    private Screened screened(Period period, RatioEdit edit) throws SQLException {
        return new Screening(database.dataSource(), Map.of("placed", edit), 10).screen(period);
    }

    private List<Suspect> first() throws SQLException {
        return screened(JUNE, USUAL).first();
    }

    private void set(String month, String value, String... regions) throws SQLException {
        execute("update xianbao.measure m set value = " + value + " from xianbao.submission s where s.id = m.submission"
                + " and s.period = '" + month + "' and s.region in ('" + String.join("', '", regions) + "')");
    }

    @Test
    void findsFiveTimesTenAmongThreeHundredCounties() throws SQLException {
        counties(300);
        String[] wrong = {"C7", "C77", "C140", "C205", "C266"};
        corrupt("10", wrong);

        List<Suspect> first = first();

        long hits =
                first.stream().filter(s -> List.of(wrong).contains(s.region())).count();
        int outlying = screened(JUNE, USUAL).outlying();
        System.out.println("screening: " + hits + " of 5 corrupted returns among the first 10 of 300; " + outlying
                + " of the 300 stand out");
        assertThat(outlying).as("false alarms and these five").isBetween(5, 15);
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

    @Test
    void screensARatioByItsParts() throws SQLException {
        country(60, "ratio");
        month("2018-05", "2018-04", "may", "may * 3");
        month("2018-06", "2018-05", "may * growth", "may * 3 * growth * case c when 7 then 10 else 1 end");

        assertThat(first().get(0))
                .matches(s -> s.region().equals("C7") && s.part() == Suspect.Part.DENOMINATOR && s.outlying());
        assertThat(first().stream().skip(1)).noneMatch(s -> s.part() == Suspect.Part.DENOMINATOR && s.outlying());
    }

    @Test
    void takesAYearToDateByWhatWasAddedInThePeriod() throws SQLException {
        country(60, "year-to-date");
        month("2018-04", "2018-03", "may * 40", "null");
        month("2018-05", "2018-04", "may * 41", "null");
        month("2018-06", "2018-05", "may * (41 + growth * case c when 7 then 8 else 1 end)", "null");

        Suspect first = first().get(0);

        assertThat(first).matches(s -> s.region().equals("C7") && s.part() == Suspect.Part.WITHIN && s.outlying());
        assertThat(first.value().doubleValue()
                        / Objects.requireNonNull(first.before()).doubleValue())
                .isBetween(6.0, 11.0);
    }

    @Test
    void comparesAYearToDateThatBeginsAnewWithWhatTheLastPeriodAdded() throws SQLException {
        country(60, "year-to-date");
        month("2018-11", "2018-10", "may * 40", "null");
        month("2018-12", "2018-11", "may * 41", "null");
        month("2019-01", "2018-12", "may * growth * case c when 7 then 10 else 1 end", "null");
        month("2019-02", "2019-01", "may * (growth * case c when 7 then 10 else 1 end + 1)", "null");

        Screened january = screened(Period.parse("2019-01").orElseThrow(), USUAL);
        Screened february = screened(Period.parse("2019-02").orElseThrow(), USUAL);

        assertThat(january.first().get(0))
                .matches(s -> s.region().equals("C7") && s.part() == Suspect.Part.WHOLE && s.outlying());
        assertThat(january.first().get(0).ratio()).isBetween(6.0, 16.0);
        assertThat(february.first().get(0)).matches(s -> s.region().equals("C7") && s.part() == Suspect.Part.WITHIN);
        assertThat(february.first().get(0).ratio()).as("back to what it was").isBetween(0.05, 0.2);
    }

    @Test
    void doesNotTakeAWholeYearForWhatAnUnreportedMonthLeavesOpen() throws SQLException {
        country(60, "year-to-date");
        month("2018-05", "2018-04", "may * 41", "null");
        month("2018-06", "2018-05", "may * (41 + growth)", "null");

        assertThat(first()).isNotEmpty().allMatch(s -> s.before() == null && !s.tested() && !s.outlying());
    }

    @Test
    void comparesAcrossTheYearsEnd() throws SQLException {
        country(60, "flow");
        month("2018-12", "2018-11", "may", "null");
        month("2019-01", "2018-12", "may * growth * case c when 7 then 10 else 1 end", "null");

        assertThat(screened(Period.parse("2019-01").orElseThrow(), USUAL)
                        .first()
                        .get(0))
                .matches(s -> s.region().equals("C7") && s.tested() && s.outlying());
    }

    @Test
    void ranksTheFirstPeriodEverByWeightAndComparesNothing() throws SQLException {
        country(60, "flow");
        month("2018-06", "2018-05", "may", "null");

        Screened screened = screened(JUNE, USUAL);

        assertThat(screened.returns()).isEqualTo(60);
        assertThat(screened.outlying()).isZero();
        assertThat(screened.first()).hasSize(10).noneMatch(Suspect::tested);
        assertThat(screened.first()).extracting(Suspect::value).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void takesFiguresThatFellToNothingOrBelow() throws SQLException {
        counties(60);
        set("2018-05", "9000", "C3", "C4");
        set("2018-06", "0", "C3");
        set("2018-06", "-9000", "C4");
        set("2018-05", "-1000", "C5");
        set("2018-06", "-1050", "C5");

        Screened screened = screened(JUNE, USUAL);

        assertThat(screened.first()).extracting(Suspect::region).startsWith("C4", "C3");
        assertThat(screened.first().subList(0, 2)).allMatch(s -> s.ratio() == null && !s.tested());
        assertThat(screened.first())
                .as("two corrections of the same size are as usual as two figures")
                .filteredOn(s -> s.region().equals("C5"))
                .noneMatch(Suspect::outlying);
    }

    @Test
    void knowsACountyAgainWhoseCodeChanged() throws SQLException {
        counties(60);
        execute(
                "update xianbao.region set valid_to = '2018-05-31' where code = 'C7'",
                "insert into xianbao.region values ('X7', '县7', 'county', 'P1', '2018-06-01', null)",
                "insert into xianbao.concordance values ('C7', 'X7', '2018-06-01', 'rename', null, 'x')",
                "update xianbao.submission set region = 'X7' where region = 'C7' and period = '2018-06'");
        set("2018-06", "value * 10", "X7");

        assertThat(first().get(0))
                .matches(s -> s.region().equals("X7") && s.before() != null && s.tested() && s.outlying());
    }

    @Test
    void doesNotCompareACountyThatTookInAnother() throws SQLException {
        counties(60);
        execute(
                "update xianbao.region set valid_to = '2018-05-31' where code = 'C8'",
                "insert into xianbao.concordance values ('C8', 'C7', '2018-06-01', 'merge', null, 'x')",
                "insert into xianbao.concordance values ('C7', 'C7', '2018-06-01', 'merge', null, 'x')",
                "delete from xianbao.publication where region = 'C8' and period = '2018-06'");
        set("2018-06", "value * 10 + 5000", "C7");

        assertThat(first().get(0)).matches(s -> s.region().equals("C7") && s.before() == null && !s.outlying());
    }

    @Test
    void screensTheRevisionThatCounts() throws SQLException {
        counties(60);
        set("2018-06", "value * 10", "C7");
        long wrong = first().get(0).submission();
        execute(
                "update xianbao.publication set superseded_at = now() where submission = " + wrong,
                "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region, period,"
                        + " period_start, period_end, previous, places, loaded) select reading, workbook, sheet, -1, return_name, since,"
                        + " version, region, period, period_start, period_end, previous, places, loaded from xianbao.submission where id = "
                        + wrong,
                "insert into xianbao.measure select (select max(id) from xianbao.submission), indicator, region, source,"
                        + " round(value / 10), denominator, qualifier from xianbao.measure where submission = " + wrong,
                "insert into xianbao.publication (return_name, region, period, submission, provisional)"
                        + " select return_name, region, period, id, false from xianbao.submission where sheet_index = -1");

        Screened screened = screened(JUNE, USUAL);

        assertThat(screened.returns()).isEqualTo(60);
        assertThat(screened.first())
                .filteredOn(s -> s.region().equals("C7"))
                .noneMatch(s -> s.submission() == wrong || s.outlying());
    }

    @Test
    void screensByWhatTheIndicatorSays() throws SQLException {
        counties(60);
        corrupt("3", "C7");

        assertThat(first().get(0)).matches(s -> s.region().equals("C7") && s.outlying());
        assertThat(screened(JUNE, new RatioEdit(Region.Level.PROVINCE, 0.4, 0.05, 900, 8))
                        .outlying())
                .as("wider bounds")
                .isZero();
        assertThat(screened(JUNE, new RatioEdit(Region.Level.PROVINCE, 0.4, 0.05, 7, 61))
                        .first())
                .as("more changes than there are")
                .noneMatch(Suspect::tested);
        assertThat(new Screening(database.dataSource(), Map.of(), 10)
                        .screen(JUNE)
                        .returns())
                .as("not to be screened")
                .isZero();
    }

    @Test
    void holdsACountyAgainstThoseOfItsStratum() throws SQLException {
        counties(60);
        execute("update xianbao.measure m set value = value * 3 from xianbao.submission s where s.id = m.submission"
                + " and s.period = '2018-06' and substr(s.region, 2)::int % 3 = 1");
        corrupt("1.0 / 3", "C7");

        assertThat(screened(JUNE, USUAL).first())
                .filteredOn(Suspect::outlying)
                .extracting(Suspect::region)
                .contains("C7");
        assertThat(screened(JUNE, new RatioEdit(Region.Level.NATION, 0.4, 0.05, 7, 8))
                        .first())
                .filteredOn(Suspect::outlying)
                .extracting(Suspect::region)
                .doesNotContain("C7");
    }

    @Test
    void screensOfSeveralSourcesThoseThatMayBePublished() throws SQLException {
        counties(60);
        execute(
                "update xianbao.indicator set publish = '{ministry}'",
                "update xianbao.measure set source = 'ministry'");
        execute("insert into xianbao.measure select submission, indicator, region, 'press', value * 50, null, '='"
                + " from xianbao.measure m where submission = (select max(id) from xianbao.submission)");

        assertThat(first()).isNotEmpty().allMatch(s -> s.source().equals("ministry"));
    }

    @Test
    void leavesEventsOutWhichHaveNoPeriodBefore() throws SQLException {
        counties(60);
        execute(
                "update xianbao.submission set period = '2018-06-01', previous = '2018-06-01' where period = '2018-06'");

        assertThat(screened(Period.parse("2018-06-01").orElseThrow(), USUAL).returns())
                .isZero();
    }
}
