package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.Pipeline;
import org.xianbao.TestDatabase;
import org.xianbao.Workshop;

/** What people may add up, and what they are told of one figure beside another. */
class KindsTest {
    /** The columns made to be added; what submissions contribute to a figure; how many rows were read. */
    private static final Set<String> ADDABLE = Set.of(
            "stats.flow.value",
            "stats.ratio.numerator",
            "stats.ratio.denominator",
            "stats.parts('2018-05').value",
            "stats.parts('2018-05').numerator",
            "stats.parts('2018-05').denominator",
            "stats.lineage.contribution",
            "stats.lineage.contribution_denominator",
            "stats.run.rows");

    private static final String INDICATORS = """
            theme: {zh: 扶贫车间, en: Workshops}
            indicators:
              made: {title: {zh: 产量, en: Made}, kind: flow, unit: 元, from: workshop, value: sum(wages), year-ago: made-last-year}
              made-last-year: {title: {zh: 上年产量, en: Made last year}, kind: flow, unit: 元, from: workshop, value: sum(days) * 100}
              openings: {title: {zh: 开业, en: Openings}, kind: event, unit: 元, from: workshop, value: sum(wages)}
              since-new-year: {title: {zh: 本年产量, en: Since New Year}, kind: year-to-date, unit: 元, from: workshop, value: sum(wages)}
              so-far: {title: {zh: 累计, en: So far}, kind: cumulative, unit: 元, from: workshop, value: sum(wages)}
              workers: {title: {zh: 在岗, en: Workers}, kind: stock, unit: 元, from: workshop, value: sum(wages)}
              insured: {title: {zh: 参保, en: Insured}, kind: in-receipt, unit: 元, from: workshop, value: sum(wages)}
              planned: {title: {zh: 计划, en: Planned}, kind: plan, unit: 元, from: workshop, value: sum(wages)}
              founded: {title: {zh: 建厂, en: Founded}, kind: attribute, unit: 元, from: workshop, value: max(wages)}
              share:
                title: {zh: 比重, en: Share}
                kind: ratio
                unit: "%"
                from: workshop
                value: sum(wages)
                denominator: sum(days) * 10000
                percent: true
                over-time: sum
              rate: {title: {zh: 率, en: Rate}, kind: ratio, unit: 元, from: workshop, value: sum(wages), denominator: sum(days)}
            """;

    @Test
    void noColumnOfAnyViewAddsUpUnlessItIsMadeFor() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        Set<String> adding = new TreeSet<>();
        try (Connection reader = reader(database);
                Statement statement = reader.createStatement()) {
            for (String relation : relations(statement)) {
                for (String column : numbers(statement, relation)) {
                    for (String aggregate : List.of("sum", "avg")) {
                        if (adds(statement, aggregate, relation, column)) {
                            adding.add(relation + "." + column);
                        }
                    }
                }
            }
        }
        assertThat(adding).containsExactlyInAnyOrderElementsOf(ADDABLE);
    }

    /** Tables, views and functions that give rows; called with a day, a moment or a period. */
    private static List<String> relations(Statement statement) throws SQLException {
        return column(statement, """
                select 'stats.' || relname from pg_class
                where relnamespace = 'stats'::regnamespace and relkind in ('r', 'v', 'm', 'p')
                union all
                select 'stats.' || proname || '(' || case pg_catalog.format_type(proargtypes[0], null)
                    when 'date' then '''2018-12-31''' when 'text' then '''2018-05''' else 'now()' end || ')'
                from pg_proc where pronamespace = 'stats'::regnamespace and proretset
                order by 1""");
    }

    private static List<String> numbers(Statement statement, String relation) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (ResultSet none = statement.executeQuery("select * from " + relation + " limit 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                if (none.getMetaData().getColumnType(i) == Types.NUMERIC) {
                    numbers.add(none.getMetaData().getColumnName(i));
                }
            }
        }
        return numbers;
    }

    /** Over one row at least, where there is none. */
    private static boolean adds(Statement statement, String aggregate, String relation, String column)
            throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + aggregate + "(v." + column
                + ") from (values (1)) one left join " + relation + " v on true")) {
            return row.next();
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo("0A000");
            return false;
        }
    }

    @Test
    void onlyWhatItsKindAllowsStandsAmongWhatAddsUp(@TempDir Path directory) throws SQLException {
        try (Pipeline pipeline = twoMonths(directory)) {
            assertThat(
                            pipeline.query(
                                    "select indicator, string_agg(region || ' ' || period || ' ' || since || ' ' || value, ', '"
                                            + " order by region, period) from stats.flow where region = '140222' group by 1 order by 1"))
                    .containsExactly(
                            "made|140222 2017-05 2017-05-01 1000, 140222 2018-04 2018-04-01 2000, 140222 2018-05 2018-05-01 3000",
                            "made-last-year|140222 2017-05 2017-05-01 100, 140222 2018-04 2018-04-01 100, 140222 2018-05 2018-05-01 100",
                            "openings|140222 2017-05 2017-05-01 1000, 140222 2018-04 2018-04-01 2000, 140222 2018-05 2018-05-01 3000",
                            "since-new-year|140222 2017-05 2017-01-01 1000, 140222 2018-04 2018-01-01 2000, 140222 2018-05 2018-05-01 1000");
            assertThat(pipeline.query("select distinct indicator from stats.ratio"))
                    .containsExactly("share");
            assertThat(pipeline.query("select indicator, count(*), sum(value), sum(numerator)"
                            + " from stats.parts('2018-05') group by 1 order by 1"))
                    .as("counties only, of one period, and no attribute")
                    .containsExactly(
                            "insured|2|7000|",
                            "made|2|7000|",
                            "made-last-year|2|200|",
                            "openings|2|7000|",
                            "planned|2|7000|",
                            "rate|2||7000",
                            "share|2||7000",
                            "since-new-year|2|7000|",
                            "so-far|2|7000|",
                            "workers|2|7000|");
            refusesToAddAStock(pipeline);
        }
    }

    private static void refusesToAddAStock(Pipeline pipeline) throws SQLException {
        try (Connection reader = reader(pipeline.database());
                Statement statement = reader.createStatement()) {
            assertThatThrownBy(
                            () -> statement.executeQuery("select sum(value) from figures where indicator = 'workers'"))
                    .hasMessageContaining("stats.parts");
            assertThat(column(
                            statement,
                            "select max(value) from figures where indicator = 'workers' and region = '140222'"))
                    .containsExactly("3000");
        }
    }

    @Test
    void aFigureIsComparedWithTheOneBeforeAndTheOneAYearAgo(@TempDir Path directory) {
        try (Pipeline pipeline = twoMonths(directory)) {
            String compared = "select previous, previous_difference, difference_unit, previous_percent, year_ago,"
                    + " year_ago_difference, year_ago_percent, year_ago_reported, year_ago_disagrees"
                    + " from stats.comparison where region = '140222' and period = '2018-05' and indicator = '";
            assertThat(pipeline.query(compared + "made'")).containsExactly("2000|1000|元|50.00|1000|2000|200.00|100|t");
            assertThat(pipeline.query(compared + "share'"))
                    .as("percentages differ by percentage points")
                    .containsExactly("20|10|百分点||10|20|||");
            assertThat(pipeline.query(compared + "rate'")).containsExactly("2000|1000|元|50.00|1000|2000|200.00||");
            assertThat(pipeline.query("select count(*) from stats.comparison where indicator = 'founded'"))
                    .containsExactly("0");
            assertThat(pipeline.query("select period, year_to_date, twelve_months from stats.running"
                            + " where indicator = 'made' and region = '140222' order by period"))
                    .as("months are missing in between")
                    .containsExactly("2017-05||", "2018-04||", "2018-05||");
        }
    }

    @Test
    void whatNeedNotBeReportedIsNoGapInAYear(@TempDir Path directory) {
        try (Pipeline pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN)
                .define("indicators/workshop.yaml", INDICATORS)
                .define(
                        "lists/reporters.csv",
                        "region,return,from,to,exempt\n140222,workshop,2018-02-01,,2018-03\n341524,workshop,2018-02-01,,\n")
                .on("2018-06-08")) {
            for (String county : List.of(Workshop.TIANZHEN, Workshop.JINZHAI)) {
                send(pipeline, county, "2018年2月", "0.1");
                send(pipeline, county, "2018年4月", "0.2");
                send(pipeline, county, "2018年5月", "0.3");
            }
            pipeline.night();

            assertThat(pipeline.query("select region, period, year_to_date from stats.running where indicator = 'made'"
                            + " order by region, period"))
                    .containsExactly(
                            "140222|2018-02|1000",
                            "140222|2018-04|3000",
                            "140222|2018-05|6000",
                            "341524|2018-02|1000",
                            "341524|2018-04|",
                            "341524|2018-05|");
        }
    }

    /** May 2017, April and May 2018; each worker of the one row works one day. */
    private static Pipeline twoMonths(Path directory) {
        Pipeline pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN)
                .define("indicators/workshop.yaml", INDICATORS)
                .on("2018-06-08");
        send(pipeline, Workshop.TIANZHEN, "2017年5月", "0.1");
        send(pipeline, Workshop.TIANZHEN, "2018年4月", "0.2");
        send(pipeline, Workshop.TIANZHEN, "2018年5月", "0.3");
        send(pipeline, Workshop.JINZHAI, "2018年5月", "0.4");
        pipeline.night();
        return pipeline;
    }

    private static void send(Pipeline pipeline, String county, String period, String wages) {
        Workshop.send(pipeline.inbox().resolve(county + period + ".xlsx"), "2018-06-01", county, period, 1, wages);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "=,=,=,=",
        "'>',=,>,>",
        "'=','>','>','<'",
        "'>','>','>','≈'",
        "'>','<','≈','>'",
        "'<','>','≈','<'",
        "'<','<','<','≈'",
        "'≈','=','≈','≈'",
        "'≈<','=','≈<','≈<'",
        "'=','≈<','≈<','≈>'",
        "'>','≈','≈>','≈>'",
        "= (rounded),=,= (rounded),= (rounded)",
        "derived,'>','>','<'",
        "derived,=,derived,derived"
    })
    void qualifiersTravelIntoSumsAndTurnRoundInDifferences(String one, String other, String sum, String difference)
            throws SQLException {
        try (Connection connection = TestDatabase.migrated().connect();
                Statement statement = connection.createStatement()) {
            String bits = "xianbao.qualifier_bits('" + one + "') | %s(xianbao.qualifier_bits('" + other + "'))";
            assertThat(column(statement, "select xianbao.qualifier(" + bits.replace("%s", "") + ")"))
                    .containsExactly(sum);
            assertThat(column(statement, "select xianbao.qualifier(" + bits.replace("%s", "xianbao.opposite") + ")"))
                    .containsExactly(difference);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5,=,up",
        "-5,=,down",
        "0,=,same",
        "5,>,up",
        "-5,>,undecided",
        "-5,<,down",
        "5,<,undecided",
        "5,≈,undecided",
        "0,>,up",
        "5,derived,up"
    })
    void aDirectionThatQualifiersLeaveOpenIsUndecided(String difference, String qualifier, String direction)
            throws SQLException {
        try (Connection connection = TestDatabase.migrated().connect();
                Statement statement = connection.createStatement()) {
            assertThat(column(statement, "select stats.direction(" + difference + ", '" + qualifier + "')"))
                    .containsExactly(direction);
        }
    }

    @ParameterizedTest
    @CsvSource({"150,100,元,50.00", "50,-100,元,''", "50,0,元,''", "-50,-100,元,50.00", "30,20,%,''"})
    void aChangeInPerCentNeedsABaseOfTheSameSign(String later, String earlier, String unit, String percent)
            throws SQLException {
        try (Connection connection = TestDatabase.migrated().connect();
                Statement statement = connection.createStatement()) {
            assertThat(column(
                            statement,
                            "select stats.percent_change(" + later + ", " + earlier + ", '" + unit + "', false)"))
                    .containsExactly(percent);
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                String value = row.getString(1);
                values.add(value == null ? "" : value);
            }
        }
        return values;
    }

    /** As people log in. */
    private static Connection reader(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url().replace("user=postgres", "user=xianbao_reader"));
    }
}
