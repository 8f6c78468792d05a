package org.xianbao.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.xianbao.TestDatabase;

/** Nobody changes an edition: every statement that could is tried, as the owner of the tables, who is a superuser here. */
class ImmutableEditionTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** A row that an edition holds, by table; {@code %d} is the edition. */
    private static final Map<String, String> ROWS = Map.of(
            "xianbao.edition_submission", "values (%d, 1, false)",
            "xianbao.edition_missing", "values (%d, 'placement', '140222', '2018-06', now())",
            "xianbao.edition_coverage", "values (%d, 'placement', 2, 1, 0)",
            "xianbao.edition_source", "values (%d, 'placed', 'ministry')",
            "xianbao.edition_place", "values (%d, '140222', '140222', '140200')",
            "stats.observation",
                    "values (%d, 'placed', '140222', 'county', '', 1, null, null, '人', 'stock', '=', 'A', 1, 2, true)");

    private static final List<String> TABLES = Stream.concat(
                    Stream.of("xianbao.edition"), ROWS.keySet().stream().sorted())
            .toList();

    @BeforeAll
    static void closesAnEdition() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into xianbao.batch (name, night) values ('night:2018-07-06', '2018-07-06');"
                    + " insert into xianbao.workbook (hash, name, bytes, received_at)"
                    + " values (repeat('a', 64), 'a.xlsx', 1, now());"
                    + " insert into xianbao.reading (batch, workbook) values ('night:2018-07-06', repeat('a', 64))");
            for (int i = 0; i < 2; i++) {
                statement.execute("insert into xianbao.submission (reading, workbook, sheet, sheet_index, return_name,"
                        + " since, version, region, period, period_start, period_end, previous, places) values (1,"
                        + " repeat('a', 64), '1', " + i + ", 'placement', '2010-01-01', '', '140222', '2018-06',"
                        + " '2018-06-01', '2018-06-30', '2018-05', '{}')");
            }
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into xianbao.edition (period, period_start, period_end, kind, n, cut_off, author,"
                            + " checksum, inputs, closed_at) values ('2018-06', '2018-06-01', '2018-06-30', '快报', 1, now(), 'me', '', 0, now())");
            for (Map.Entry<String, String> row : ROWS.entrySet()) {
                statement.execute(
                        "insert into " + row.getKey() + " " + row.getValue().formatted(1));
            }
            connection.commit();
        }
    }

    static Stream<Arguments> changes() {
        return TABLES.stream().flatMap(table -> Stream.of(
                        "update %s set " + column(table) + " = " + column(table),
                        "update %s set " + column(table) + " = " + column(table) + " where false",
                        "delete from %s",
                        "truncate %s cascade",
                        "merge into %s t using (select 1) s on true when matched then delete",
                        "with gone as (delete from %s returning 1) select count(*) from gone",
                        "set local session_replication_role = replica; delete from %s")
                .map(sql -> Arguments.of(sql.formatted(table))));
    }

    private static String column(String table) {
        return table.equals("xianbao.edition") ? "reason" : "edition";
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesToChangeOrRemove(String sql) throws SQLException {
        refuses(sql, "an edition never changes");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void refusesWhatReplacesARowOnConflict(String table) throws SQLException {
        String column = column(table);
        String conflict = table.equals("xianbao.edition") ? "(period, n)" : "on constraint " + key(table);
        refuses(
                "insert into " + table + " overriding system value select * from " + table + " on conflict " + conflict
                        + " do update set " + column + " = excluded." + column,
                "an edition never changes");
    }

    private static String key(String table) {
        return table.replaceAll(".*\\.", "") + "_pkey";
    }

    static List<String> tables() {
        return TABLES;
    }

    static Stream<Arguments> additions() {
        return ROWS.entrySet().stream()
                .map(row -> Arguments.of("insert into " + row.getKey() + " "
                        + row.getValue()
                                .formatted(1)
                                .replace("(1, 1, false)", "(1, 2, false)")
                                .replace("'placement'", "'training'")
                                .replace("'140222', '140222'", "'140223', '140223'")
                                .replace("'placed'", "'trained'")));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void refusesToAddAfterwards(String sql) throws SQLException {
        refuses(sql, "nothing can be added to an edition that is closed");
    }

    @Test
    void refusesToCopyIntoItAfterwards() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            assertThatThrownBy(() -> connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy xianbao.edition_source from stdin",
                                    new StringReader("1\ttrained\tministry\n")))
                    .hasMessageContaining("nothing can be added");
        }
    }

    @Test
    void refusesToEmptyItThroughWhatItRestsOn() throws SQLException {
        refuses("truncate xianbao.submission cascade", "an edition never changes");
        refuses("delete from xianbao.submission where id = 1", "foreign key");
    }

    @Test
    void refusesARevisionThatDoesNotSayWhy() throws SQLException {
        for (String reason : List.of("null", "''", "' '")) {
            refuses(
                    "insert into xianbao.edition (period, period_start, period_end, kind, n, cut_off, author, reason,"
                            + " checksum, inputs, closed_at) values ('2018-06', '2018-06-01', '2018-06-30', '修订', 2, now(), 'me', "
                            + reason + ", '', 0, now())",
                    "revision_says_why");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void givesPeopleNoRightToWrite(String table) throws SQLException {
        for (String sql : List.of("delete from " + table, "insert into " + table + " select * from " + table)) {
            refuses("set local transaction read write; set local role xianbao_reader; " + sql, "permission denied");
        }
    }

    /** It is refused, and nothing has changed. */
    private static void refuses(String sql, String why) throws SQLException {
        List<String> before = content();
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> {
                        statement.execute(sql);
                        connection.commit();
                    })
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(why);
        }
        assertThat(content()).isEqualTo(before).hasSize(TABLES.size());
    }

    private static List<String> content() throws SQLException {
        String all = TABLES.stream()
                .map(t -> "select '" + t + "' || string_agg(t::text, ';') from " + t + " t")
                .reduce((a, b) -> a + " union all " + b)
                .orElseThrow();
        try (Connection connection = DATABASE.connect();
                ResultSet row = connection.createStatement().executeQuery(all)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
            return rows;
        }
    }
}
