package org.xianbao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xianbao.database.Database;
import org.xianbao.database.Home;

/**
 * Runs every measurement in a JVM of its own, pipeline and baseline by turns, each round on a fresh server, and prints
 * the table. {@code -Dbench.rounds}, {@code -Dbench.rows} and {@code -Dbench.baseline.rows} change its size.
 */
final class Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String PIPELINE_HEAP = "-Xmx256m";
    private static final String BASELINE_HEAP = "-Xmx1g";
    private static final Path ROOT = Path.of("target", "bench");

    private final Material material = new Material(ROOT);
    private final List<Round> rounds = new ArrayList<>();
    private String server = "";

    public static void main(String[] arguments) throws IOException, SQLException {
        new Benchmark().run();
    }

    private void run() throws IOException, SQLException {
        Files.createDirectories(ROOT);
        System.out.println("making the workbooks …");
        material.make();
        for (int n = 1; n <= ROUNDS; n++) {
            System.out.println("round " + n + " of " + ROUNDS + " …");
            rounds.add(round());
        }
        String table = new Table(server, PIPELINE_HEAP, BASELINE_HEAP, rounds).toString();
        Files.writeString(ROOT.resolve("performance.txt"), table);
        System.out.println(table);
    }

    private Round round() throws IOException, SQLException {
        Home home = new Home(ROOT.resolve("home"));
        Material.delete(home.root());
        try (Database database = Database.open(home, name -> null)) {
            server = version(url(database));
            Night small = night(database, home, material.small(), "small");
            Night roster = night(database, home, material.roster(), "roster");
            Report baseline = fork(
                    BASELINE_HEAP,
                    Baseline.class,
                    url(database),
                    material.baseline().resolve("roster.xlsx").toString(),
                    ROOT.resolve("baseline.report").toString());
            Night nothing = night(database, home, material.small(), "nothing");
            return new Round(small, roster, baseline, nothing);
        }
    }

    private Night night(Database database, Home home, Path inbox, String name) throws IOException, SQLException {
        Path samples = ROOT.resolve(name + ".jfr");
        ServerPhases backend = new ServerPhases(url(database));
        Report report;
        try (backend) {
            report = fork(
                    PIPELINE_HEAP,
                    NightRun.class,
                    home.root().toString(),
                    material.jobs().toString(),
                    inbox.toString(),
                    ROOT.resolve(name + ".report").toString(),
                    samples.toString());
        }
        return new Night(report, client(report, samples), backend, steps(url(database)));
    }

    private static String url(Database database) {
        return database.url() + "?user=" + database.user() + "&password=" + database.password();
    }

    /** Samples shared out over the CPU that the Java threads used. */
    private static Map<Phase, Double> client(Report report, Path samples) throws IOException {
        Map<Phase, Long> counted = ClientPhases.of(samples);
        double all =
                Math.max(1, counted.values().stream().mapToLong(Long::longValue).sum());
        Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
        counted.forEach((phase, n) -> seconds.put(phase, n / all * report.get("cpu.threads.us") / 1e6));
        return seconds;
    }

    private static Map<String, Double> steps(String url) throws SQLException {
        Map<String, Double> steps = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select step_name, extract(epoch from end_time - start_time)"
                        + " from batch_step_execution where step_name in ('receive', 'read', 'judge', 'screen', 'reply', 'close')"
                        + " and job_execution_id = (select max(job_execution_id) from batch_job_execution)"
                        + " order by step_execution_id")) {
            while (row.next()) {
                steps.put(row.getString(1), row.getDouble(2));
            }
        }
        return steps;
    }

    private static Report fork(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dxianbao.logs=" + ROOT.resolve("logs"),
                "-cp",
                System.getProperty("java.class.path")
                        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ROOT.resolve(main.getSimpleName() + ".log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(main.getSimpleName() + " failed; see " + ROOT);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String report = Arrays.stream(arguments)
                .filter(a -> a.endsWith(".report"))
                .findFirst()
                .orElseThrow();
        return Report.read(Path.of(report));
    }

    private static String version(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
