package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.TestDatabase;

class QueryTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Path home;

    QueryTest(@TempDir Path home) {
        this.home = home;
    }

    private Spoken run(String... arguments) {
        return Spoken.by(DATABASE, home, arguments);
    }

    @Test
    void alignsChineseByTheWidthOfItsCharacters() {
        assertThat(run("query", "select * from (values ('天镇', 6300), ('Jinzhai', 47), (null, 5)) t (县, n)")
                        .out())
                .isEqualTo("""
                        县      |    n
                        --------+-----
                        天镇    | 6300
                        Jinzhai |   47
                        null    |    5
                        (3)
                        """);
    }

    @Test
    void readsTheStatementFromStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("select '县' as 县".getBytes(StandardCharsets.UTF_8)));
            assertThat(run("query", "--format=csv", "-").out()).isEqualTo("县\r\n县\r\n");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void takesListsOfOptions() {
        assertThat(run("export", "2018", "--format=csv,sdmx").err())
                .doesNotContain("Exception")
                .contains("2018");
    }

    @Test
    void writesCsvThatTellsNullFromEmpty() {
        assertThat(run("query", "--format=csv", "select 'a,\"b' as x, '' as y, null as z, '县' as 县")
                        .out())
                .isEqualTo("x,y,z,县\r\n\"a,\"\"b\",\"\",,县\r\n");
    }

    @Test
    void writesJsonWithTypes() {
        assertThat(run(
                                "query",
                                "--format=json",
                                "select 1.50 as n, true as b, null as z, E'a\"\\n' as t, 'NaN'::numeric as x")
                        .out())
                .isEqualTo("[\n{\"n\":1.50,\"b\":true,\"z\":null,\"t\":\"a\\\"\\u000a\",\"x\":\"NaN\"}\n]\n");
    }

    @Test
    void tellsInOneLineWhatTheDatabaseRefuses() {
        Spoken spoken = run("query", "select * from nowhere");

        assertThat(spoken.code()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(spoken.err()).hasLineCount(1).contains("relation \"nowhere\" does not exist");
    }

    @Test
    void refusesASecondStatement() {
        Spoken spoken = run("query", "select 1; select 2");

        assertThat(spoken.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(spoken.err()).hasLineCount(1).contains("one statement at a time");
    }
}
