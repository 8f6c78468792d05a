package org.xianbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Nights;
import org.xianbao.job.Progress;
import org.xianbao.job.Rerun;

/**
 * A pipeline of a test's own: a fresh database, a home, an inbox, and definitions that the test writes. Its nights run
 * in this process, or in one of their own that can be killed.
 */
public final class Pipeline implements AutoCloseable {
    public static final LocalDate NIGHT = LocalDate.of(2018, 12, 31);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String CLOCK = "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration";

    private final TestDatabase database;
    private final Path directory;
    private final Path inbox;
    private final Path jobs;
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable Instant now;

    /** With the project's calendar and regions, and no return yet. */
    public Pipeline(Path directory) {
        this(directory, directory.resolve("inbox"));
    }

    public Pipeline(Path directory, TestDatabase database) {
        this(directory, directory.resolve("inbox"), database);
    }

    public Pipeline(Path directory, Path inbox) {
        this(directory, inbox, TestDatabase.migrated());
    }

    private Pipeline(Path directory, Path inbox, TestDatabase database) {
        this(directory, inbox, directory.resolve("jobs"), database);
        try {
            Files.createDirectories(inbox);
            for (String name : List.of("nightly.yaml", "close.yaml", "lists/regions.csv", "lists/concordance.csv")) {
                define(name, Files.readString(Path.of("jobs", name)));
            }
            define("lists/reporters.csv", "region,return,from,to,exempt\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pipeline(Path directory, Path inbox, Path jobs, TestDatabase database) {
        this.database = database;
        this.directory = directory;
        this.inbox = inbox;
        this.jobs = jobs;
        try {
            Files.createDirectories(home());
            Files.writeString(home().resolve("personal.key"), "the same key for every test\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's own definitions and samples. */
    public static Pipeline ofProject(Path directory) {
        return new Pipeline(directory, Path.of("input-samples", "20*"), Path.of("jobs"), TestDatabase.migrated());
    }

    public Path home() {
        return directory.resolve("home");
    }

    public Path inbox() {
        return inbox;
    }

    public Path jobs() {
        return jobs;
    }

    public TestDatabase database() {
        return database;
    }

    /** Writes a file of definitions; what runs next runs by it. */
    public Pipeline define(String file, String text) {
        stop();
        Path target = jobs().resolve(file);
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A file of the definitions as it stands. */
    public String text(String file) {
        try {
            return Files.readString(jobs().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a return and has both counties owe it. */
    public Pipeline defineReturn(String yaml) {
        String name = yaml.lines().findFirst().orElseThrow().replace("return: ", "");
        try {
            String reporters = Files.readString(jobs().resolve("lists/reporters.csv"));
            define(
                    "lists/reporters.csv",
                    reporters + "140222," + name + ",2018-01-01,,\n341524," + name + ",2018-01-01,,\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return define("returns/" + name + "/2010.yaml", yaml);
    }

    /** From here on it is noon of this day, where the counties are. */
    public Pipeline on(String day) {
        stop();
        now = noon(day);
        return this;
    }

    /** It has become noon of this day while the program went on running. */
    public Pipeline later(String day) {
        now = noon(day);
        return this;
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
    }

    public NightOutcome night() {
        LocalDate night = now == null ? NIGHT : LocalDate.ofInstant(now, SHANGHAI);
        return get(Nights.class).run(night, Progress.NONE);
    }

    public NightOutcome rerun(@Nullable String workbook, @Nullable Long submission) {
        return get(Nights.class).rerun(new Rerun(null, workbook, submission, "a test"), Progress.NONE);
    }

    public <T> T get(Class<T> service) {
        ConfigurableApplicationContext running = context;
        if (running == null) {
            System.setProperty("xianbao.logs", home().resolve("logs").toString());
            running = new SpringApplicationBuilder(Xianbao.class)
                    .lazyInitialization(true)
                    .initializers(this::setClock)
                    .run(
                            "--spring.autoconfigure.exclude=" + CLOCK,
                            "--spring.datasource.url=" + database.url(),
                            "--xianbao.home=" + home(),
                            "--xianbao.inbox=" + inbox(),
                            "--xianbao.jobs=" + jobs());
            context = running;
        }
        return running.getBean(service);
    }

    private void setClock(ConfigurableApplicationContext application) {
        if (now != null) {
            InstantSource clock = () -> Objects.requireNonNull(now);
            ((GenericApplicationContext) application)
                    .registerBean(
                            "clockOfTheTest",
                            Clock.class,
                            () -> clock.withZone(SHANGHAI),
                            definition -> definition.setPrimary(true));
        }
    }

    /** The program in a process of its own; what it prints goes into {@link #printed}. */
    public Process start(String... more) throws IOException {
        return start(Map.of(), more);
    }

    /** Likewise, with these settings of the environment instead of this process's. */
    public Process start(Map<String, String> environment, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Xianbao.class.getName(),
                "--lang=en",
                "--home=" + home(),
                "--inbox=" + inbox(),
                "--jobs=" + jobs(),
                "--spring.datasource.url=" + database.url()));
        command.addAll(Arrays.asList(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    public String printed() throws IOException {
        return Files.readString(output());
    }

    private Path output() {
        return directory.resolve("printed.txt");
    }

    /** Rows as text, columns parted by {@code |}, nothing where there is null. */
    public List<String> query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String value = row.getString(i);
                    columns.add(value == null ? "" : value);
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every table of these schemas: how many rows, and a digest of all that is in them. */
    public Map<String, String> tables(String... schemas) {
        Map<String, String> contents = new TreeMap<>();
        for (String table : query("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n"
                + " on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('" + String.join("', '", schemas)
                + "')")) {
            contents.put(table, digest("select t::text as line from " + table + " t"));
        }
        return contents;
    }

    /** What a night came to, without the numbers that count how often something was tried, and without times. */
    public Map<String, String> results() {
        String submission = " || jsonb_build_object('of', s.return_name || s.region || s.period, 'file', s.workbook)";
        String join = " join xianbao.submission s on s.id = ";
        Map<String, String> results = new TreeMap<>();
        for (String view : query("select table_name from information_schema.views where table_schema = 'published'")) {
            results.put("published." + view, jsons("t", "'_submission'", "", "published." + view + " t"));
        }
        results.put(
                "finding",
                jsons(
                        "t",
                        "'{id, reading, submission}'::text[]",
                        " || jsonb_build_object('file', r.workbook, 'of', s.return_name || s.region || s.period)",
                        "xianbao.finding t join xianbao.reading r on r.id = t.reading"
                                + " left join xianbao.submission s on s.id = t.submission"));
        results.put(
                "finding_total",
                jsons(
                        "t",
                        "'{reading, submission}'::text[]",
                        " || jsonb_build_object('file', r.workbook, 'of', s.return_name || s.region || s.period)",
                        "xianbao.finding_total t join xianbao.reading r on r.id = t.reading"
                                + " left join xianbao.submission s on s.id = t.submission"));
        results.put("reading", jsons("t", "'{id, batch}'::text[]", "", "xianbao.reading t"));
        results.put("submission", jsons("s", "'{id, reading}'::text[]", "", "xianbao.submission s"));
        for (String table : List.of("verdict", "publication", "measure", "form_total")) {
            results.put(
                    table,
                    jsons(
                            "t",
                            "'{id, submission, judged_at, published_at, superseded_at}'::text[]",
                            submission,
                            "xianbao." + table + " t" + join + "t.submission"));
        }
        results.put("edition", jsons("e", "'{id, cut_off, closed_at, inputs}'::text[]", "", "xianbao.edition e"));
        results.put(
                "edition_submission",
                jsons(
                        "t",
                        "'{edition, submission}'::text[]",
                        submission + " || jsonb_build_object('edition', e.period, 'n', e.n)",
                        "xianbao.edition_submission t join xianbao.edition e on e.id = t.edition" + join
                                + "t.submission"));
        results.put("screening", jsons("t", "'{id, run, screened_at}'::text[]", "", "xianbao.screening t"));
        results.put(
                "screened",
                jsons(
                        "t",
                        "'{screening, submission}'::text[]",
                        submission + " || jsonb_build_object('screened', n.period)",
                        "xianbao.screened t join xianbao.screening n on n.id = t.screening" + join + "t.submission"));
        for (String table : List.of("xianbao.edition_missing", "xianbao.edition_coverage", "stats.observation")) {
            results.put(
                    table,
                    jsons(
                            "t",
                            "'edition'",
                            " || jsonb_build_object('edition', e.period, 'n', e.n)",
                            table + " t join xianbao.edition e on e.id = t.edition"));
        }
        return results;
    }

    private String jsons(String alias, String without, String with, String from) {
        return digest("select ((to_jsonb(" + alias + ") - " + without + ")" + with + ")::text as line from " + from);
    }

    private String digest(String lines) {
        return query("select count(*) || ' rows', md5(string_agg(line, E'\\n' order by line)) from (" + lines + ") l")
                .get(0);
    }

    /** Ends what runs in this process; the next call begins anew. */
    public void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
