package org.xianbao.judge;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.period.Close;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;
import org.xianbao.warehouse.Schema;

/**
 * Prints what it costs to look for persons in two counties, and to count persons once: 2,800 rosters of a period with
 * 2,000,000 rows, of which half came tonight. Not a test: run it by name.
 */
class CostOfPersons {
    private static final Period JUNE = Period.parse("2018-06").orElseThrow();

    private final TestDatabase database = TestDatabase.migrated();

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void printsIt() throws SQLException {
        Definitions definitions = DefinitionsLoader.load(Path.of("jobs"));
        new Schema(definitions).apply(database.dataSource(), LocalDate.of(2018, 7, 10));
        try (Connection connection = database.connect()) {
            fill(connection);
            ReturnDefinition layout = definitions.layouts("placement").get(0);
            Rule rule = layout.rules().stream()
                    .filter(r -> r.check() instanceof Rule.Check.Apart)
                    .findFirst()
                    .orElseThrow();
            long start = System.nanoTime();
            int found = 0;
            try (PreparedStatement select =
                    connection.prepareStatement(new ApartSql(layout, JUNE).among(rule, List.of()))) {
                Object[] tonight = new Object[1400];
                for (int i = 0; i < tonight.length; i++) {
                    tonight[i] = (long) i + 1;
                }
                select.setArray(1, connection.createArrayOf("bigint", tonight));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found++;
                    }
                }
            }
            System.out.printf(
                    "persons in two counties: %d found among 1,000,000 rows against 2,000,000 in %.1f s%n",
                    found, (System.nanoTime() - start) / 1e9);
        }
        long start = System.nanoTime();
        new Closing(database.dataSource(), Clock.systemUTC())
                .close(new Close(JUNE, Edition.Kind.FLASH, "a test", null));
        System.out.printf("closing with 2,000,000 members: %.1f s%n", (System.nanoTime() - start) / 1e9);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select max(value), (select pg_size_pretty(pg_total_relation_size("
                                + "'xianbao.measure'))) from stats.observation where indicator = 'trainees-by-township'")) {
            row.next();
            System.out.println("the nation's persons: " + row.getString(1) + "; measures take " + row.getString(2));
        }
    }

    private static void fill(Connection connection) throws SQLException {
        execute(
                connection,
                "create table facts.placement_x partition of facts.placement for values from ('2018-06-01') to ('2018-07-01')",
                "insert into xianbao.region select 'C' || c, '县' || c, 'county', '140000', '2000-01-01', null from generate_series(0, 2799) c",
                "insert into xianbao.batch (name, night) values ('night', '2018-07-01')",
                "insert into xianbao.workbook (hash, name, bytes, received_at) values (repeat('0', 64), 'w', 1, now())",
                "insert into xianbao.reading (batch, workbook) values ('night', repeat('0', 64))",
                "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region,"
                        + " period, period_start, period_end, previous, places, loaded) select r.id, r.workbook, 's', c,"
                        + " 'placement', '2010-01-01', 'v', 'C' || c, '2018-06', '2018-06-01', '2018-06-30', '2018-05', '{}', true"
                        + " from xianbao.reading r, generate_series(0, 2799) c",
                "insert into facts.placement (_submission, _row, _period, person, person_shown) select 1 + n % 2800, n / 2800 + 8,"
                        + " '2018-06-01', sha256((case when n % 20000 = 1 then n - 1 else n end)::text::bytea), '1402**' from generate_series(0, 1999999) n",
                "insert into xianbao.publication (return_name, region, period, submission, provisional)"
                        + " select return_name, region, period, id, false from xianbao.submission",
                "insert into xianbao.measure select _submission, 'trainees-by-township', 'C' || _submission - 1, '', count(*), null, '=',"
                        + " array_agg(distinct xianbao.member(person::text)) from facts.placement group by _submission",
                "analyze");
    }
}
