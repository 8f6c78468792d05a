package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.xianbao.TestDatabase;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Period;
import org.xianbao.lineage.Asked;
import org.xianbao.lineage.Trace;
import org.xianbao.lineage.Tracing;
import org.xianbao.load.Store;
import org.xianbao.period.Forecast;
import org.xianbao.value.PersonalKey;

/**
 * What it costs to ask where a figure comes from, in the country of {@link ClosingBenchmark} with 2,800 counties and three
 * editions; and to draw the figures of the next edition twice, which is what {@code impact} does for every period around a workbook.
 */
final class LineageBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private LineageBenchmark() {}

    /** What is measured; gives how many there are of what it finds. */
    private interface Work {
        int run() throws SQLException;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        TestDatabase country = ClosingBenchmark.country(2800);
        for (int edition = 0; edition < 3; edition++) {
            ClosingBenchmark.close(country, edition);
        }
        ClosingBenchmark.execute(country, "analyze");
        System.out.println("| asked | found | seconds |");
        System.out.println("|---|---:|---:|");
        for (var region :
                new TreeMap<>(Map.of("a county", "c7", "a province", "p7", "the nation", "000000")).entrySet()) {
            measure(
                    "stats.lineage of a figure of " + region.getKey() + ", submissions",
                    () -> lineage(country, region.getValue(), true));
        }
        measure("stats.lineage of all figures of a county, lines", () -> lineage(country, "c7", false));
        Tracing tracing = new Tracing(
                country.dataSource(),
                new Store(Files.createTempDirectory("store")),
                definitions(Files.createTempDirectory("jobs")),
                PersonalKey.of("for a measurement only"));
        measure("trace of a figure of the nation, returns", () -> trace(tracing));
        for (Period period : Forecast.around(List.of(ClosingBenchmark.PERIOD.label()))) {
            measure("figures of " + period.label() + " before and after", () -> forecast(country, period));
        }
    }

    private static void measure(String what, Work work) throws SQLException {
        double[] seconds = new double[ROUNDS];
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            found = work.run();
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.2f (%.2f, %.2f) |%n",
                what,
                found,
                seconds[ROUNDS / 2],
                seconds[0],
                seconds[ROUNDS - 1]);
    }

    private static int lineage(TestDatabase country, String region, boolean single) throws SQLException {
        try (Connection connection = country.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role xianbao_reader");
            try (ResultSet row = statement.executeQuery("select count(contribution) from stats.lineage where period = '"
                    + ClosingBenchmark.PERIOD.label() + "' and edition = 3 and region = '" + region + "'"
                    + (single ? " and indicator = 'r1-6'" : ""))) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static int trace(Tracing tracing) throws SQLException {
        Trace trace = tracing.trace(new Asked("r1-6", "000000", ClosingBenchmark.PERIOD.label(), null, null, 5, 20))
                .get(0);
        if (!trace.addsUp()) {
            throw new IllegalStateException("it does not add up: " + trace.sum());
        }
        return trace.returns();
    }

    private static int forecast(TestDatabase country, Period period) throws SQLException {
        try (Connection connection = country.connect()) {
            connection.setAutoCommit(false);
            Forecast.figures(connection, period);
            int figures = Forecast.figures(connection, period).size();
            connection.rollback();
            return figures;
        }
    }

    /** The one indicator that is traced. */
    private static Definitions definitions(Path jobs) throws IOException {
        for (String each : List.of("nightly.yaml", "close.yaml", "lists/regions.csv", "lists/concordance.csv")) {
            write(jobs.resolve(each), Files.readString(Path.of("jobs", each)));
        }
        write(jobs.resolve("lists/reporters.csv"), "region,return,from,to,exempt\n");
        write(jobs.resolve("returns/r1/2010.yaml"), """
                return: r1
                title: {zh: 表, en: Return}
                every: quarter
                due: 15 days
                key: []
                form:
                  kind: roster
                  expect: {A1: 表}
                  header:
                    county: {after: 填报单位, type: region}
                    period: {after: 报告期, type: period}
                  rows: {heading: 4}
                  columns:
                    n: {under: 数, en: number, type: integer, unit: 人}
                """);
        write(jobs.resolve("indicators/r1.yaml"), """
                theme: {zh: 主题, en: Theme}
                indicators:
                  r1-6: {title: {zh: 数, en: Number}, kind: cumulative, unit: 人, from: r1, value: sum(n)}
                """);
        return DefinitionsLoader.load(jobs);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
