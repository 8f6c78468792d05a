package org.xianbao.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.xianbao.TestDatabase;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.DefinitionsLoader;

class RuleLintTest {
    @Test
    void everyRuleAndIndicatorOfTheProjectPrepares() throws Exception {
        assertThat(DefinitionsLoader.load(Path.of("jobs")).returnNames()).hasSize(16);
        assertThat(lint(Path.of("jobs"))).isEmpty();
    }

    @Test
    void tellsTheLineOfARuleThatTheDatabaseDoesNotUnderstand(@TempDir Path folder) throws Exception {
        Path jobs = changed(
                folder,
                "now-within-so-far:\n      check: placed_now <= placed\n",
                "now-within-so-far:\n      check: placed_now <= opened\n");
        assertThat(lint(jobs))
                .singleElement()
                .asString()
                .startsWith("returns/base/2010.yaml:" + lineOf(jobs, "now-within-so-far:"))
                .contains("now-within-so-far", "operator does not exist: numeric <= date");
    }

    @Test
    void tellsAnExampleThatDoesNotComeOutAsItSays(@TempDir Path folder) throws Exception {
        Path jobs = changed(folder, "fail: [{placed_now: 130, placed: 120}]", "fail: [{placed_now: 13, placed: 120}]");
        assertThat(lint(jobs))
                .singleElement()
                .asString()
                .contains("now-within-so-far: should not hold for", "placed_now=13");
    }

    @Test
    void keepsNothingOfWhatItTried() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        new RuleLint(database.dataSource(), DefinitionsLoader.load(Path.of("jobs"))).lint();
        try (var connection = database.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from information_schema.tables where table_schema = 'facts'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private static List<DefinitionError> lint(Path jobs) throws SQLException {
        return new RuleLint(TestDatabase.migrated().dataSource(), DefinitionsLoader.load(jobs)).lint();
    }

    private static Path changed(Path folder, String from, String to) throws Exception {
        Path jobs = folder.resolve("jobs");
        FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
        Path base = jobs.resolve("returns/base/2010.yaml");
        String text = Files.readString(base);
        assertThat(text).contains(from);
        Files.writeString(base, text.replace(from, to));
        return jobs;
    }

    private static int lineOf(Path jobs, String text) throws Exception {
        List<String> lines = Files.readAllLines(jobs.resolve("returns/base/2010.yaml"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text);
    }
}
