package org.xianbao.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL under a home directory. Whoever needs it starts it, or joins the one that runs, be it another
 * command's or one left behind by a process that was killed; the last to leave stops it. Who is there is told by a
 * shared lock on {@code users.lock}, which ends with its process however that ends. Thread-safe.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String USER = "postgres";

    private static final String DATABASE = "xianbao";
    private static final String STARTING = "57P03";
    private static final String REFUSED = "08001";
    private static final Map<Path, EmbeddedServer> OPEN = new HashMap<>();

    private final Path directory;
    private final Path data;
    private final Path secret;
    private final FileChannel users;
    private FileLock use;
    private int port;
    private int holders;

    private EmbeddedServer(Path directory) throws IOException {
        this.directory = directory;
        this.data = directory.resolve("data");
        this.secret = directory.resolve("password");
        this.users = channel("users.lock");
        this.use = users.lock(0, Long.MAX_VALUE, true);
    }

    /**
     * @param port where it shall listen; when empty, the home's own
     * @throws DatabaseUnavailable when it cannot be started
     */
    static EmbeddedServer open(Home home, OptionalInt port) {
        Path directory = home.postgres();
        synchronized (OPEN) {
            EmbeddedServer server = OPEN.get(directory);
            try {
                if (server == null) {
                    server = start(directory, port);
                    OPEN.put(directory, server);
                }
            } catch (IOException e) {
                throw new DatabaseUnavailable("the embedded PostgreSQL cannot be started: " + e.getMessage(), e);
            }
            server.holders++;
            return server;
        }
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Of {@link #USER}; empty for a cluster that was made before there were passwords, which trusts this machine. */
    String password() {
        try {
            return Files.exists(secret) ? Files.readString(secret).strip() : "";
        } catch (IOException e) {
            throw new DatabaseUnavailable("the embedded PostgreSQL's password cannot be read: " + secret, e);
        }
    }

    private static EmbeddedServer start(Path directory, OptionalInt port) throws IOException {
        try (FileChannel gate = gate(directory)) {
            gate.lock();
            EmbeddedServer server = new EmbeddedServer(directory);
            try {
                Optional<Postmaster> running = Postmaster.of(server.data).filter(Postmaster::alive);
                server.port = running.isPresent() ? running.get().port() : server.startAfresh(port);
                server.awaitAndCreate();
                return server;
            } catch (IOException | RuntimeException e) {
                server.users.close();
                throw e;
            }
        }
    }

    private int startAfresh(OptionalInt wanted) throws IOException {
        Binaries binaries = Binaries.unpacked();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(binaries);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        int chosen = Ports.choose(wanted, directory.resolve("port"));
        ServerSettings.write(data, chosen);
        if (Files.exists(secret)) {
            ServerSettings.writeAccess(data);
        }
        Path log = directory.resolve("postgres.log");
        Binaries.Ran ran = binaries.run(
                "pg_ctl", List.of("-D", data.toString(), "-l", log.toString(), "-w", "-t", "600", "start"));
        if (ran.code() != 0) {
            throw new DatabaseUnavailable("the embedded PostgreSQL does not start; " + log + " says why", null);
        }
        return chosen;
    }

    /** Into a directory of its own first, so that a half made cluster is never taken for whole. */
    private void create(Binaries binaries) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "new*")) {
            for (Path broken : left) {
                FileSystemUtils.deleteRecursively(broken);
            }
        }
        Path half = Files.createTempDirectory(directory, "new");
        Files.writeString(secret, randomPassword() + "\n");
        Binaries.Ran ran = binaries.run(
                "initdb",
                List.of(
                        "-D",
                        half.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret,
                        "-E",
                        "UTF-8",
                        "--no-instructions",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        if (ran.code() != 0) {
            throw new DatabaseUnavailable("the embedded PostgreSQL cannot be set up: " + lastLine(ran.output()), null);
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String lastLine(String output) {
        return output.substring(output.lastIndexOf('\n') + 1);
    }

    /** The one who started it may have been killed before it was up, or before the database was made. */
    private void awaitAndCreate() throws IOException {
        try (Connection connection = await();
                Statement statement = connection.createStatement()) {
            try (ResultSet there =
                    statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    /** A server that recovers from a crash says so, and lives; it is waited for. */
    private Connection await() throws SQLException, IOException {
        while (true) {
            try {
                return DriverManager.getConnection(url("postgres"), USER, password());
            } catch (SQLException e) {
                boolean starting = STARTING.equals(e.getSQLState()) || REFUSED.equals(e.getSQLState());
                if (!starting || Postmaster.of(data).filter(Postmaster::alive).isEmpty()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", e);
        }
    }

    /** Leaves; the last to leave stops the server. */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (--holders > 0) {
                return;
            }
            OPEN.remove(directory);
            try (FileChannel gate = gate(directory)) {
                gate.lock();
                use.release();
                try (users;
                        FileLock alone = users.tryLock()) {
                    if (alone != null) {
                        Binaries.unpacked()
                                .run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "600", "stop"));
                    }
                }
            } catch (IOException e) {
                throw new DatabaseUnavailable("the embedded PostgreSQL cannot be stopped: " + e.getMessage(), e);
            }
        }
    }

    /** Who holds its lock may start or stop the server; to close it is to leave. */
    private static FileChannel gate(Path directory) throws IOException {
        return FileChannel.open(directory.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private FileChannel channel(String name) throws IOException {
        return FileChannel.open(
                directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
