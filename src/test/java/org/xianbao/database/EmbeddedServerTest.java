package org.xianbao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    private final Home home;

    EmbeddedServerTest(@TempDir Path directory) {
        this.home = new Home(directory);
    }

    private Database open() {
        return Database.open(home, name -> null);
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect(new Properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tell(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect(new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long postmaster() throws IOException {
        return Postmaster.of(home.postgres().resolve("data")).orElseThrow().process();
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerHolder.class.getName(),
                        home.root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).startsWith("jdbc:postgresql:");
        return process;
    }

    @Test
    void keepsWhatWasCommittedAndIsDurable() throws Exception {
        Path brokenOff = Files.createDirectories(home.postgres().resolve("new123"));
        try (Database database = open()) {
            assertThat(brokenOff).doesNotExist();
            tell(database, "create table kept as select 'yes' as answer");
            assertThat(List.of(
                            ask(database, "show fsync"),
                            ask(database, "show synchronous_commit"),
                            ask(database, "show full_page_writes")))
                    .containsOnly("on");
        }
        assertThat(Postmaster.of(home.postgres().resolve("data"))).isEmpty();

        try (Database again = open()) {
            assertThat(ask(again, "select answer from kept")).isEqualTo("yes");
        }
    }

    @Test
    void joinsTheServerOfAProcessThatWasKilledAndStopsItAtTheEnd() throws Exception {
        Process holder = holder();
        long server = postmaster();
        holder.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(server)).isPresent();

        try (Database database = open()) {
            assertThat(postmaster()).isEqualTo(server);
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }

        assertThat(Postmaster.of(home.postgres().resolve("data"))).isEmpty();
    }

    @Test
    void leavesTheServerToTheOtherProcessThatUsesIt() throws Exception {
        Process holder = holder();
        long server = postmaster();

        open().close();

        assertThat(postmaster()).isEqualTo(server);
        holder.getOutputStream().close();
        assertThat(holder.waitFor()).isZero();
        assertThat(Postmaster.of(home.postgres().resolve("data"))).isEmpty();
    }

    @Test
    void recoversFromAServerThatWasKilledAndWhoseNumberAnotherProgramHas() throws Exception {
        Process holder = holder();
        long server = postmaster();
        holder.destroyForcibly().waitFor();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        ProcessHandle.of(server).ifPresent(p -> p.onExit().join());
        Path pid = home.postgres().resolve("data").resolve("postmaster.pid");
        Files.writeString(
                pid,
                Files.readString(pid)
                        .replaceFirst(
                                "\\d+", Long.toString(ProcessHandle.current().pid())));

        try (Database database = open()) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void takesAnotherPortWhereItsOwnIsTakenAndRemembersIt() throws Exception {
        String first;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.postgres().resolve("port"), taken.getLocalPort() + "\n");
            try (Database database = open()) {
                first = database.url();
                assertThat(first).doesNotContain(":" + taken.getLocalPort() + "/");
            }
        }

        assertThat(first)
                .contains(
                        ":" + Files.readString(home.postgres().resolve("port")).strip() + "/");
    }

    @Test
    void refusesAPortThatWasAskedForAndIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> Database.open(home, name -> name.equals("xianbao.postgres.port") ? port : null))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("port " + port + " is taken");
        }
    }
}
