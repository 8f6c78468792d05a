package org.xianbao.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;

/**
 * What closing a period costs at 28 and at 2,800 counties, each with 16 returns of six indicators. Only the ledger and
 * the measures are filled, as if every return were a roster of 100,000 rows: the rows themselves do not exist, so that
 * nothing could read them.
 */
final class ClosingBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Period PERIOD = Period.of(Frequency.QUARTER, LocalDate.of(2018, 9, 30));

    private ClosingBenchmark() {}

    public static void main(String[] arguments) throws SQLException {
        List<Closed> closed = new ArrayList<>();
        TestDatabase few = country(28);
        TestDatabase many = country(2800);
        execute(few, "alter system reset fsync", "select pg_reload_conf()"); // as in production, unlike in tests
        for (int round = 0; round < ROUNDS; round++) {
            closed.add(close(few, 28, round));
            closed.add(close(many, 2800, round));
        }
        System.out.println("| counties | submissions | figures | closing, s: median of " + ROUNDS + " (least, most) |");
        System.out.println("|---:|---:|---:|---:|");
        for (int counties : List.of(28, 2800)) {
            print(counties, closed.stream().filter(c -> c.counties == counties).toList());
        }
    }

    private record Closed(int counties, Edition edition, double seconds) {}

    private static void print(int counties, List<Closed> rounds) {
        double[] seconds = rounds.stream().mapToDouble(Closed::seconds).sorted().toArray();
        Edition edition = rounds.get(0).edition();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %,d | %.2f (%.2f, %.2f) |%n",
                counties,
                edition.submissions(),
                edition.figures(),
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1]);
    }

    private static Closed close(TestDatabase database, int counties, int round) throws SQLException {
        if (round > 0) { // a later round is another edition, since one county has sent a correction
            execute(database, "update xianbao.measure set value = value + 1 where submission = 1");
        }
        Closing closing = new Closing(database.dataSource(), Clock.systemUTC());
        long start = System.nanoTime();
        Edition edition =
                closing.close(PERIOD, Edition.Kind.FLASH, "bench", null).orElseThrow();
        return new Closed(
                counties, edition, Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
    }

    /** A country of so many counties, all of which have reported everything. */
    private static TestDatabase country(int counties) throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        String day = "date '1949-10-01', null::date";
        int provinces = Math.max(1, counties * 31 / 2800);
        int prefectures = Math.max(1, counties * 340 / 2800);
        execute(
                database,
                "insert into xianbao.region values ('000000', 'nation', 'nation', null, " + day + ")",
                "insert into xianbao.region select 'p' || i, 'p' || i, 'province', '000000', " + day
                        + " from generate_series(1, " + provinces + ") i",
                "insert into xianbao.region select 'f' || i, 'f' || i, 'prefecture', 'p' || i % " + provinces + " + 1, "
                        + day + " from generate_series(1, " + prefectures + ") i",
                "insert into xianbao.region select 'c' || i, 'c' || i, 'county', 'f' || i % " + prefectures + " + 1, "
                        + day + " from generate_series(1, " + counties + ") i",
                "insert into xianbao.return_title select 'r' || r, 'r' || r, 'r' || r, 'quarter' from generate_series(1, 16) r",
                "insert into xianbao.reporter select 'c' || c, 'r' || r, " + day + ", '{}' from generate_series(1, "
                        + counties + ") c, generate_series(1, 16) r",
                "insert into xianbao.due_period select 'r' || r, '" + PERIOD.label() + "', date '" + PERIOD.start()
                        + "', date '" + PERIOD.end() + "', timestamptz '2018-10-16' from generate_series(1, 16) r",
                "insert into xianbao.indicator (name, zh, en, theme_zh, theme_en, kind, unit, return_name, combine, as_of,"
                        + " percent, headline) select 'r' || r || '-' || k, 'i', 'i', 't', 't',"
                        + " (array['flow', 'flow', 'stock', 'ratio', 'ratio', 'cumulative'])[k], '人', 'r' || r, 'sum',"
                        + " k in (3, 6), false, false from generate_series(1, 16) r, generate_series(1, 6) k",
                "insert into xianbao.batch (name, night) values ('night:2018-10-16', date '2018-10-16')",
                "insert into xianbao.workbook (hash, name, bytes, received_at) select encode(sha256(convert_to(c::text,"
                        + " 'UTF8')), 'hex'), c || '.xlsx', 1, timestamptz '2018-10-10' from generate_series(1, "
                        + counties + ") c",
                "insert into xianbao.reading (batch, workbook, state, rows) select 'night:2018-10-16', hash, 'read', 1600000"
                        + " from xianbao.workbook order by receipt",
                "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region,"
                        + " period, period_start, period_end, previous, places, rows, loaded) select d.id, d.workbook, 's' || r,"
                        + " r, 'r' || r, date '2010-01-01', 'v', 'c' || d.id, '" + PERIOD.label() + "', date '"
                        + PERIOD.start() + "', date '" + PERIOD.end() + "', '2018Q2', '{}', 100000, true"
                        + " from xianbao.reading d, generate_series(1, 16) r",
                "insert into xianbao.verdict (submission, verdict, revision, rejects, queries, notes)"
                        + " select id, 'accepted', 1, 0, 0, 0 from xianbao.submission",
                "insert into xianbao.publication (return_name, region, period, submission, provisional)"
                        + " select return_name, region, period, id, false from xianbao.submission",
                "insert into xianbao.measure select s.id, s.return_name || '-' || k, s.region, '', '', 100000 + s.id % 97 + k,"
                        + " case when k in (4, 5) then 100000 end, '=' from xianbao.submission s, generate_series(1, 6) k",
                "analyze");
        return database;
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : Arrays.asList(statements)) {
                statement.execute(sql);
            }
        }
    }
}
