package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.xianbao.ForeignServer;
import org.xianbao.TestDatabase;

class ConnectTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Path home;

    ConnectTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void printsLinesThatToolsTake() throws Exception {
        String out = Spoken.by(DATABASE, home, "connect").out();

        String url = DATABASE.url().replaceAll("\\?.*", "");
        assertThat(out).contains("JDBC      " + url + "?user=xianbao_reader\n");
        assertThat(out)
                .containsPattern("psql +psql \"host=127.0.0.1 port=\\d+ dbname=test_\\w+ user=xianbao_reader\"\n")
                .containsPattern(
                        "ODBC +Driver=\\{PostgreSQL Unicode\\(x64\\)};Server=127.0.0.1;Port=\\d+;Database=test_\\w+\n");
        String jdbc = out.replaceAll("(?s).*JDBC +(\\S+)\n.*", "$1");
        try (Connection reader = DriverManager.getConnection(jdbc);
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("select current_user, count(*) from stats.figures")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("xianbao_reader");
        }
    }

    @Test
    void printsALineThatPsqlTakes() throws Exception {
        String line = Spoken.by(DATABASE, home, "connect").out().replaceAll("(?s).*(psql \"[^\n]*)\n.*", "$1");
        Process psql;
        try {
            psql = new ProcessBuilder(
                            "sh",
                            "-c",
                            "command -v psql >/dev/null || exit 77; " + line + " -Atc 'select current_user'")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("there is no shell", e);
        }
        String said = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(psql.waitFor() != 77, "there is no psql");
        assertThat(said).isEqualTo("xianbao_reader\n");
    }

    @Test
    void speaksChinese() {
        Spoken spoken =
                Spoken.in(Locale.CHINESE, "connect", "--home=" + home, "--spring.datasource.url=" + DATABASE.url());

        assertThat(spoken.out()).contains("主机    127.0.0.1\n", "用户    xianbao_reader\n");
    }

    @Test
    void setsThePasswordWithoutTheServerSeeingIt() throws Exception {
        Path file = Files.writeString(home.resolve("password"), "读者 reader\nnot this\n");

        Spoken spoken = Spoken.by(DATABASE, home, "connect", "--password-file=" + file);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).doesNotContain("读者 reader");
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select rolpassword from pg_authid where rolname = 'xianbao_reader'")) {
            row.next();
            assertThat(row.getString(1)).startsWith("SCRAM-SHA-256$");
        }
    }

    @Test
    void setsThePasswordThatItIsToldToLogInWith() throws Exception {
        ForeignServer server = ForeignServer.get();
        Path file = Files.writeString(home.resolve("password"), "another 读者\n");
        try {
            Spoken spoken = Spoken.in(
                    Locale.ENGLISH,
                    "connect",
                    "--password-file=" + file,
                    "--home=" + home,
                    "--spring.datasource.url=" + server.url() + "?user=keeper&password=keeper",
                    "--xianbao.reader.password=another 读者");

            assertThat(spoken.code()).as(spoken.err()).isZero();
            server.connect("xianbao_reader", "another 读者").close();
        } finally {
            Files.writeString(file, ForeignServer.READER_PASSWORD);
            Spoken.in(
                    Locale.ENGLISH,
                    "connect",
                    "--password-file=" + file,
                    "--home=" + home,
                    "--spring.datasource.url=" + server.url() + "?user=keeper&password=keeper");
        }
    }

    @Test
    void saysThatThereIsNothingYetBeforeThePasswordIsSet() throws Exception {
        Path file = Files.writeString(home.resolve("password"), "reader");

        Spoken spoken = Spoken.by(TestDatabase.empty(), home, "connect", "--password-file=" + file);

        assertThat(spoken.code()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(spoken.err()).hasLineCount(1).contains("nothing to read yet");
    }

    @Test
    void refusesAnEmptyPassword() throws Exception {
        Path file = Files.writeString(home.resolve("password"), "\n");

        Spoken spoken = Spoken.by(DATABASE, home, "connect", "--password-file=" + file);

        assertThat(spoken.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(spoken.err()).hasLineCount(1).contains("must not be blank");
    }

    @Test
    void warnsOfWhatTheServerLetsEverybodyDo() throws Exception {
        TestDatabase open = TestDatabase.migrated();
        try (Connection connection = open.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("grant execute on function pg_advisory_lock(bigint) to public");
        }

        assertThat(Spoken.by(open, home, "connect").err())
                .contains("lets every user call pg_advisory_lock; a superuser ends that with");
        assertThat(Spoken.by(DATABASE, home, "connect").err()).isEmpty();
    }
}
