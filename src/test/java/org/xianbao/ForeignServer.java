package org.xianbao;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.xianbao.database.Database;
import org.xianbao.database.Home;
import org.xianbao.database.ReaderRole;
import org.xianbao.job.NightOutcome;
import org.xianbao.job.Nights;
import org.xianbao.job.Progress;

/**
 * The oldest PostgreSQL from 15 on that this machine has, apart from the embedded one, with a database whose owner is no
 * superuser, on which the sample night has run. Its people log in with passwords.
 */
public final class ForeignServer {
    public static final String READER_PASSWORD = "läsare 读者";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;

    private static Optional<ForeignServer> running = Optional.empty();

    private final int port;
    private final NightOutcome outcome;
    private final List<String> doorsOfTheServer;

    private ForeignServer(Path programs) throws IOException, SQLException {
        this.port = freePort();
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "foreign")
                .toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(programs, data)));
        run(
                programs,
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        String options = "-F -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        Path log = data.resolve("log");
        run(programs, "pg_ctl", "-D", data.toString(), "-w", "-l", log.toString(), "-o", options, "start");
        try (Connection connection = connect("postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create role keeper login createrole password 'keeper'");
            statement.execute("create database returns owner keeper");
        }
        try (ConfigurableApplicationContext context = SampleNight.context(url() + "?user=keeper&password=keeper")) {
            outcome = context.getBean(Nights.class).run(SampleNight.DAY, Progress.NONE);
        }
        Map<String, String> settings = Map.of("spring.datasource.url", url() + "?user=keeper&password=keeper");
        try (Database database = Database.open(new Home(data), settings::get)) {
            ReaderRole reader = new ReaderRole(database);
            reader.setPassword(READER_PASSWORD.toCharArray());
            doorsOfTheServer = reader.openDoors();
        }
        try (Connection connection = connect("postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("select xianbao.close_doors()");
        }
    }

    /** The test is skipped where there is none. */
    public static synchronized ForeignServer get() throws IOException, SQLException {
        if (running.isEmpty()) {
            Optional<Path> programs = programs();
            assumeTrue(programs.isPresent(), "no PostgreSQL of " + OLDEST + " or later under " + INSTALLED);
            running = Optional.of(new ForeignServer(programs.orElseThrow()));
        }
        return running.orElseThrow();
    }

    NightOutcome outcome() {
        return outcome;
    }

    /** What a reader could do until a superuser closed it. */
    List<String> doorsOfTheServer() {
        return doorsOfTheServer;
    }

    /** Without a user. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/returns";
    }

    public Connection connect(String user, String password) throws SQLException {
        return connect("returns", user, password);
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(v -> v.getFileName().toString().matches("\\d+"))
                    .filter(v -> version(v) >= OLDEST && Files.isExecutable(v.resolve("bin/initdb")))
                    .min(Comparator.comparing(ForeignServer::version))
                    .map(v -> v.resolve("bin"));
        }
    }

    private static int version(Path directory) {
        return Integer.parseInt(directory.getFileName().toString());
    }

    private static void run(Path programs, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) { // PostgreSQL refuses root
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(program + " failed");
        }
    }

    private static void stop(Path programs, Path data) {
        try {
            run(programs, "pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
