package org.xianbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xianbao.database.ReaderConnection;

/** What a person can do who logs in as the reader, on the embedded server and on a server of one's own. */
class ReaderRightsTest {
    private static final Path FORBIDDEN = Path.of("src/test/resources/reader/forbidden.txt");

    /** What of a person's data is looked for, in characters; the codes of regions have six. */
    private static final int SHORTEST = 7;

    enum Server {
        EMBEDDED,
        FOREIGN;

        Connection reader() throws IOException, SQLException {
            if (this == FOREIGN) {
                return ForeignServer.get().connect(ReaderConnection.ROLE, ForeignServer.READER_PASSWORD);
            }
            String url = SampleNight.database().url().replaceAll("\\?.*", "");
            return DriverManager.getConnection(url, ReaderConnection.ROLE, "");
        }

        Connection owner() throws IOException, SQLException {
            return this == FOREIGN
                    ? ForeignServer.get().connect("postgres", "")
                    : SampleNight.database().connect();
        }
    }

    static Stream<Arguments> forbidden() throws IOException {
        List<String> lines = Files.readAllLines(FORBIDDEN).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return Stream.of(Server.values()).flatMap(server -> lines.stream()
                .map(line -> Arguments.of(server, line.substring(0, 5), line.substring(6))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("forbidden")
    void refusesByRightWhatTheSessionsSettingsWouldLet(Server server, String state, String sql) throws Exception {
        try (Connection connection = server.reader();
                Statement statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction read write");
            statement.execute("set statement_timeout = 0");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
        }
    }

    @ParameterizedTest
    @EnumSource
    void beginsBounded(Server server) throws Exception {
        try (Connection reader = server.reader()) {
            assertThat(column(
                            reader,
                            "select current_setting(name) from (values ('default_transaction_read_only'),"
                                    + " ('statement_timeout'), ('idle_in_transaction_session_timeout'), ('lock_timeout'),"
                                    + " ('temp_file_limit')) s (name)"))
                    .containsExactly("on", "1min", "5min", "10s", "10GB");
            assertThat(column(reader, "select rolconnlimit::text from pg_roles where rolname = current_user"))
                    .containsExactly("20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsEverythingInStats(Server server) throws Exception {
        try (Connection reader = server.reader()) {
            for (String view : column(
                    reader,
                    "select oid::regclass::text from pg_class where relkind in ('r', 'v')"
                            + " and relnamespace = 'stats'::regnamespace")) {
                assertThat(column(reader, "select count(*) from " + view))
                        .as(view)
                        .hasSize(1);
            }
        }
    }

    /** Whatever can be selected from, catalogs included, is searched for what the facts keep of persons. */
    @ParameterizedTest
    @EnumSource
    void reachesNoPersonalDataOnAnyPath(Server server) throws Exception {
        List<String> personal;
        try (Connection owner = server.owner()) {
            personal = personal(owner);
        }
        assertThat(personal).hasSizeGreaterThan(100);
        StringBuilder everything = new StringBuilder();
        try (Connection reader = server.reader()) {
            for (String relation : column(
                    reader,
                    "select oid::regclass::text from pg_class where relkind in ('r', 'v', 'm',"
                            + " 'p', 'f') and has_schema_privilege(relnamespace, 'usage') and has_table_privilege(oid, 'select')")) {
                column(reader, "select t::text from " + relation + " t").forEach(everything::append);
            }
        }
        String reached = everything.toString();
        assertThat(reached).contains("天镇县", "poverty-incidence");
        assertThat(found(personal, reached)).isEmpty();
    }

    /** In one pass over the text, by how the values begin. */
    private static Set<String> found(List<String> values, String text) {
        Map<String, List<String>> byBeginning =
                values.stream().collect(Collectors.groupingBy(v -> v.substring(0, SHORTEST)));
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            for (String value : byBeginning.getOrDefault(text.substring(i, i + SHORTEST), List.of())) {
                if (text.startsWith(value, i)) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    /** Hashes and masked texts: what the views of a return leave out of its table. */
    private static List<String> personal(Connection owner) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String select : column(
                owner,
                "select format('select distinct %s::text from facts.%I where length(%1$s::text) >= " + SHORTEST + "',"
                        + " case data_type when 'bytea' then format('encode(%I, ''hex'')', f.column_name)"
                        + " else quote_ident(f.column_name) end, f.table_name)"
                        + " from information_schema.columns f where f.table_schema = 'facts' and f.column_name !~ '^_'"
                        // the names of bases, which the return of the bases publishes
                        + " and f.column_name <> 'via'"
                        + " and exists (select from pg_class where relname = f.table_name and relkind = 'p')"
                        + " and not exists (select from information_schema.columns s where s.table_schema = 'stats'"
                        + " and s.table_name = 'return_' || f.table_name and s.column_name = f.column_name)")) {
            values.addAll(column(owner, select));
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void seesNothingOfWhatOthersAsk(Server server) throws Exception {
        try (Connection owner = server.owner();
                Connection reader = server.reader()) {
            assertThat(column(owner, "select 1")).hasSize(1);
            assertThat(column(reader, "select query from pg_stat_activity where usename <> current_user"))
                    .isNotEmpty()
                    .containsOnly("<insufficient privilege>");
            assertThat(column(
                            reader,
                            "select tablename from pg_stats where schemaname not like 'pg_%'"
                                    + " and schemaname not in ('information_schema', 'stats')"))
                    .isEmpty();
        }
    }

    /** A view that leaves rows out would, without a barrier, try the asker's own condition on them. */
    @ParameterizedTest
    @EnumSource
    void triesNoConditionOnRowsThatAreNotShown(Server server) throws Exception {
        try (Connection reader = server.reader()) {
            assertThat(column(
                            reader,
                            "select oid::regclass::text from pg_class where relnamespace = 'stats'::regnamespace"
                                    + " and relkind = 'v' and pg_get_viewdef(oid) ~ '(facts\\.|xianbao\\.(measure|open_query)\\y)'"
                                    + " and not coalesce(reloptions @> '{security_barrier=true}', false)"))
                    .isEmpty();
        }
    }

    @Test
    void findsTheDoorsThatOnlyASuperuserCanClose() throws Exception {
        assertThat(ForeignServer.get().doorsOfTheServer())
                .contains("pg_advisory_lock", "lo_create", "pg_cancel_backend");
        try (Connection owner = Server.EMBEDDED.owner()) {
            assertThat(column(owner, "select * from xianbao.door")).isEmpty();
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                String value = row.getString(1);
                values.add(value == null ? "" : value);
            }
        }
        return values;
    }
}
