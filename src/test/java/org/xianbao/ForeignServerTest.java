package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server of one's own, older than the embedded one and with an owner who is no superuser, gives the same figures. */
class ForeignServerTest {

    @Test
    void publishesTheSameFigures() throws Exception {
        ForeignServer server = ForeignServer.get();

        assertThat(server.outcome().lines()).isEmpty();
        assertThat(server.outcome().accepted()).isEqualTo(SampleNight.outcome().accepted());
        try (Connection there = server.connect("keeper", "keeper");
                Connection here = SampleNight.database().connect()) {
            assertThat(there.getMetaData().getDatabaseMajorVersion())
                    .isLessThan(here.getMetaData().getDatabaseMajorVersion());
            for (String sql : List.of(
                    "select f::text from stats.figures f order by period, indicator, region, source",
                    "select period || ' ' || edition || ' ' || checksum from stats.edition order by 1",
                    "select c::text from stats.cases c order by 1")) {
                assertThat(lines(there, sql)).isNotEmpty().isEqualTo(lines(here, sql));
            }
        }
    }

    private static List<String> lines(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}
