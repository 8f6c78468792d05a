package org.xianbao;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.xianbao.database.Database;
import org.xianbao.database.Home;

/**
 * A fresh, migrated database for a test: a copy of a template on the one embedded server that the whole run shares.
 * The server stops with the test run.
 */
public final class TestDatabase {
    private static final Database SERVER = start();
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String TEMPLATE = template();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** A database as the migrations leave it. */
    public static TestDatabase migrated() {
        return create(TEMPLATE);
    }

    /** A migrated database whose texts are sorted by the rules of an ICU locale. */
    public static TestDatabase sorted(String locale) {
        TestDatabase database =
                create("template0 encoding 'UTF8' locale_provider icu icu_locale '" + locale + "' locale 'C'");
        migrate(database);
        return database;
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return create("template0");
    }

    /** Its JDBC URL, user included: what {@code spring.datasource.url} takes. */
    public String url() {
        return url;
    }

    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static Database start() {
        Database database = Database.open(new Home(Path.of("target", "test-home")), name -> null);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        try (Connection connection = DriverManager.getConnection(database.url() + "?" + user(database));
                Statement statement = connection.createStatement()) {
            // what is thrown away need not survive the power
            statement.execute("alter system set fsync = off");
            statement.execute("select pg_reload_conf()");
            for (String left : leftBehind(statement)) {
                statement.execute("drop database if exists " + left);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static String user(Database database) {
        return "user=" + database.user() + "&password=" + database.password();
    }

    /** The databases of runs whose process has ended: its number stands in their names. */
    private static List<String> leftBehind(Statement statement) throws SQLException {
        List<String> left = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (row.next()) {
                long process = Long.parseLong(row.getString(1).replaceAll("test_|_.*", ""), 36);
                if (process == ProcessHandle.current().pid()
                        || ProcessHandle.of(process).isEmpty()) {
                    left.add(row.getString(1));
                }
            }
        }
        return left;
    }

    private static String template() {
        TestDatabase template = create("template0");
        migrate(template);
        return template.url.replaceAll(".*/|\\?.*", "");
    }

    private static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static synchronized TestDatabase create(String template) {
        String name = "test_" + RUN + "_" + NUMBER.incrementAndGet();
        String server = SERVER.url().replaceAll("/[^/]*$", "/");
        try (Connection connection = DriverManager.getConnection(server + "postgres?" + user(SERVER));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(server + name + "?" + user(SERVER));
    }
}
