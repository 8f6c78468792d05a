package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.period.Close;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;

/**
 * What closing a period costs at 28 and at 2,800 counties, each with 16 returns of six indicators, as if every return were a
 * roster of 100,000 rows: the ledger and the measures are those of such returns, the rows do not exist, so that nothing
 * could read them. Once more 28 counties, with the rows of one return in place; PostgreSQL tells whether they were looked at.
 */
final class ClosingBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int ROWS = 100_000;
    static final Period PERIOD = Period.of(Frequency.QUARTER, LocalDate.of(2018, 9, 30));

    private ClosingBenchmark() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Map<String, TestDatabase> countries = new LinkedHashMap<>();
        countries.put("28", country(28));
        countries.put("28, of one return all 2,800,000 rows there", withRows(country(28)));
        countries.put("2,800", country(2800));
        execute(
                countries.get("28"),
                "alter system reset fsync",
                "select pg_reload_conf()"); // as in production, unlike in tests
        Map<String, List<Closed>> closed = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var country : countries.entrySet()) {
                closed.computeIfAbsent(country.getKey(), name -> new ArrayList<>())
                        .add(close(country.getValue(), round));
            }
        }
        System.out.println("| counties | submissions | figures | seconds | CPU seconds of the server |");
        System.out.println("|---|---:|---:|---:|---:|");
        closed.forEach(ClosingBenchmark::print);
        System.out.println("\nMedian of " + ROUNDS + " (least, most). Reads of the rows that are there: "
                + reads(countries.get("28, of one return all 2,800,000 rows there")));
        System.out.printf(
                Locale.ROOT,
                "%nFinding what is due after ten years of 16 monthly returns of 2,800 counties, 5,376,000 submissions: %.1f s%n",
                due(tenYears(countries.get("2,800"))));
    }

    record Closed(Edition edition, double seconds, double cpu) {}

    private static void print(String counties, List<Closed> rounds) {
        Edition edition = rounds.get(0).edition();
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %s | %s |%n",
                counties,
                edition.submissions(),
                edition.figures(),
                spread(rounds, Closed::seconds),
                spread(rounds, Closed::cpu));
    }

    private static String spread(List<Closed> rounds, ToDoubleFunction<Closed> figure) {
        double[] all = rounds.stream().mapToDouble(figure).sorted().toArray();
        return String.format(Locale.ROOT, "%.2f (%.2f, %.2f)", all[all.length / 2], all[0], all[all.length - 1]);
    }

    static Closed close(TestDatabase database, int round) throws SQLException, IOException {
        if (round > 0) { // a later round is another edition, since one county has sent a correction
            execute(database, "update xianbao.measure set value = value + 1 where submission = 1");
        }
        try (Connection connection = database.connect()) {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            Closing closing = new Closing(new SingleConnectionDataSource(connection, true), Clock.systemUTC());
            double cpu = cpu(backend);
            long start = System.nanoTime();
            Edition edition = closing.close(new Close(PERIOD, Edition.Kind.FLASH, "bench", null))
                    .orElseThrow();
            return new Closed(edition, (System.nanoTime() - start) / 1e9, cpu(backend) - cpu);
        }
    }

    /** Seconds that a process has used, by {@code /proc/<pid>/stat}, in hundredths; not a number where there is none. */
    private static double cpu(int process) throws IOException {
        Path stat = Path.of("/proc", Integer.toString(process), "stat");
        if (!Files.exists(stat)) {
            return Double.NaN;
        }
        String[] after = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ", -1);
        return (Long.parseLong(after[11]) + Long.parseLong(after[12])) / 100.0;
    }

    /** Seconds of a night in which no period is past its deadlines. */
    private static double due(TestDatabase database) throws SQLException {
        long start = System.nanoTime();
        List<Edition> closed = new Closing(database.dataSource(), Clock.systemUTC()).closeDue();
        if (!closed.isEmpty()) {
            throw new IllegalStateException("periods were due: " + closed.size());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static TestDatabase tenYears(TestDatabase database) throws SQLException {
        String months = "generate_series(date '2009-01-01', date '2018-12-01', interval '1 month') m";
        execute(
                database,
                "delete from xianbao.due_period",
                "insert into xianbao.due_period select 'r' || r, to_char(m, 'YYYY-MM'), m, m + interval '1 month -1 day',"
                        + " timestamptz '9999-01-01' from generate_series(1, 16) r, " + months,
                "set session_replication_role = replica", // for the time of loading: no key is looked up row by row
                "insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name, since, version, region,"
                        + " period, period_start, period_end, previous, places, rows, loaded) select 1, '', '', 100 +"
                        + " row_number() over (), 'r' || r, date '2009-01-01', 'v', 'c' || c, to_char(m, 'YYYY-MM'), m,"
                        + " m + interval '1 month -1 day', '', '{}', 0, true from " + months
                        + ", generate_series(1, 16) r, generate_series(1, 2800) c",
                "insert into xianbao.publication (return_name, region, period, submission, provisional)"
                        + " select return_name, region, period, id, false from xianbao.submission where period like '%-%'",
                "vacuum analyze xianbao.publication");
        return database;
    }

    /** The rows of return r1, as many as every submission says it has. */
    private static TestDatabase withRows(TestDatabase country) throws SQLException {
        execute(
                country,
                "create table facts.r1 (_submission bigint not null, _row int not null, _period date not null, v int)",
                "insert into facts.r1 select s.id, i, s.period_start, i from xianbao.submission s, generate_series(1, "
                        + ROWS + ") i where s.return_name = 'r1'",
                "analyze facts.r1",
                "select pg_stat_reset_single_table_counters('facts.r1'::regclass)");
        return country;
    }

    private static String reads(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select seq_scan, heap_blks_read + heap_blks_hit"
                                + " from pg_stat_user_tables join pg_statio_user_tables using (relid) where relid = 'facts.r1'::regclass")) {
            row.next();
            return row.getLong(1) + " scans, " + row.getLong(2) + " blocks";
        }
    }

    /** A country of so many counties, all of which have reported everything. */
    static TestDatabase country(int counties) throws SQLException {
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
                        + PERIOD.start() + "', date '" + PERIOD.end() + "', '2018Q2', '{}', " + ROWS + ", true"
                        + " from xianbao.reading d, generate_series(1, 16) r",
                "insert into xianbao.verdict (submission, verdict, revision, rejects, queries, notes)"
                        + " select id, 'accepted', 1, 0, 0, 0 from xianbao.submission",
                "insert into xianbao.publication (return_name, region, period, submission, provisional)"
                        + " select return_name, region, period, id, false from xianbao.submission",
                "insert into xianbao.measure select s.id, s.return_name || '-' || k, s.region, '', 100000 + s.id % 97 + k,"
                        + " case when k in (4, 5) then 100000 end, '=' from xianbao.submission s, generate_series(1, 6) k",
                "analyze");
        return database;
    }

    static void execute(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
