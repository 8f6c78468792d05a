package org.xianbao.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.TestDatabase;

class DatabaseTest {
    private final TestDatabase there = TestDatabase.migrated();

    private final Path directory;

    DatabaseTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Database open(String url, String user, String password) {
        Map<String, String> settings = new HashMap<>(Map.of("spring.datasource.url", url));
        settings.put("spring.datasource.username", user);
        settings.put("spring.datasource.password", password);
        return Database.open(new Home(directory), settings::get);
    }

    @Test
    void usesTheServerThatIsConfiguredAndStartsNone() {
        try (Database database = open(there.url(), "", "")) {
            assertThat(database.embedded()).isFalse();
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void saysThatNobodyAnswersWithoutShowingThePassword() {
        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/x?password=secret", "me", "secret"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("no PostgreSQL answers at jdbc:postgresql://127.0.0.1:1/x");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        String url = there.url().replaceAll("test_\\w+", "nowhere");
        assertThatThrownBy(() -> open(url, "", "")).hasMessageEndingWith("/nowhere: there is no such database");
    }

    @Test
    void saysThatTheUserIsRefused() {
        assertThatThrownBy(() -> open(there.url().replaceAll("\\?.*", ""), "nobody_here", ""))
                .hasMessageContaining("refuses the user or the password")
                .hasMessageContaining("nobody_here");
    }

    @Test
    void saysThatTheUrlIsNone() {
        assertThatThrownBy(() -> open("jdbc:mysql://localhost/x", "", ""))
                .hasMessageStartingWith("spring.datasource.url is no PostgreSQL URL");
    }

    @Test
    void letsAReaderReadAndNothingElse() throws Exception {
        try (Database database = open(there.url(), "", "");
                Connection reader = ReaderConnection.open(database);
                Statement statement = reader.createStatement()) {
            assertThat(statement.executeQuery("select * from stats.figures").next())
                    .isFalse();
            assertThatThrownBy(() -> statement.execute("create temp table x (a int)"))
                    .hasMessageContaining("read-only transaction");
            reader.rollback();
            assertThatThrownBy(() -> statement.execute("select * from xianbao.submission"))
                    .hasMessageContaining("permission denied");
        }
    }
}
