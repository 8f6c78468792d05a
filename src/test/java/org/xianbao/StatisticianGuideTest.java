package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of the statisticians' guide, run on the samples as people log in. */
class StatisticianGuideTest {
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("queries")
    void givesRows(String query) throws SQLException {
        assertThat(SampleNight.outcome().accepted()).isPositive();
        String url = SampleNight.database().url().replace("user=postgres", "user=xianbao_reader");
        try (Connection reader = DriverManager.getConnection(url);
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
        }
    }

    static Stream<String> queries() throws IOException {
        return QUERY.matcher(Files.readString(Path.of("src/docs/statistician.md")))
                .results()
                .map((MatchResult r) -> r.group(1));
    }
}
