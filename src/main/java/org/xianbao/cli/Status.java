package org.xianbao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.xianbao.database.Database;

/** Runs, returns received and returns owed; as the reader, without Spring, so that it answers at once. */
final class Status {
    private static final String RUNS = "select run, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as started,"
            + " case when ended_at is null then 'not ended' else"
            + " round(extract(epoch from ended_at - started_at))::text || ' s' end as took,"
            + " workbooks, refused, failed, accepted, queried, returned, rows, coalesce(replies, 0) as replies,"
            + " coalesce(receipts, 0) as receipts, coalesce(unanswered, 0) as \"not replied\", coalesce(folder, '') as folder"
            + " from stats.run left join (select run, folder, replies, receipts, failed as unanswered from stats.reply) r"
            + " using (run) order by started_at desc limit 10";

    private static final String RETURNS = "select return_name as return, %s as title, count(*) as periods,"
            + " count(*) filter (where state in ('accepted', 'provisional')) as accepted,"
            + " count(*) filter (where state = 'queried') as queried,"
            + " count(*) filter (where state = 'returned') as returned,"
            + " count(*) filter (where state = 'overdue') as overdue,"
            + " count(*) filter (where state = 'owed') as owed from stats.reporting group by 1, 2 order by 1";

    private static final String MISSING =
            "select region, region_name as name, return_name as return, %s as title, period,"
                    + " to_char(deadline - interval '1 second', 'YYYY-MM-DD') as \"due until 24:00\", state from stats.reporting"
                    + " where state not in ('accepted', 'provisional') order by deadline desc nulls last, region, return_name limit 20";

    private static final String REVISIONS = "select period, edition, kind, to_char(closed_at, 'YYYY-MM-DD') as closed,"
            + " returns from stats.revision_due order by period";

    /** A rule and column a line; the number of all of them where there are several. */
    private static final String QUERIES = "select case when min(open) = 1 then min(query) else min(query_of_all) end as"
            + " query, region, region_name as name, return_name as return, %s as title, period, rule,"
            + " coalesce(min(sheet) || '!' || min(cell), min(sheet)) as \"first cell\", min(open) as open, submission"
            + " from stats.open_query where verdict = 'queried'"
            + " group by submission, region, region_name, return_name, 5, period, rule, column_name"
            + " order by submission desc, rule limit 20";

    private static final String SCREENED =
            "select period, rank, region, region_name as name, return_name as return, %s as title, indicator, before, value, unit,"
                    + " round(weight::numeric * 100, 1) as \"%% of total\", submission from stats.screened where outlying"
                    + " order by period desc, rank limit 20";

    private Status() {}

    static int run(Setup setup, Console console) throws SQLException, IOException {
        boolean chinese = console.chinese();
        String title = chinese ? "return_zh" : "return_en";
        try (Database database = setup.database();
                Connection connection = Query.reader(database, console);
                Statement statement = connection.createStatement()) {
            PrintWriter to = console.writer(console.out());
            table(statement, console.text("status.runs"), RUNS, to);
            to.println(console.text(
                    "status.replies", Map.of("home", setup.home().root().toString())));
            to.println();
            table(statement, console.text("status.returns"), RETURNS.formatted(title), to);
            table(statement, console.text("status.queries"), QUERIES.formatted(title), to);
            table(statement, console.text("status.screened"), SCREENED.formatted(title), to);
            table(statement, console.text("status.missing"), MISSING.formatted(title), to);
            table(statement, console.text("status.revision-due"), REVISIONS, to);
            to.flush();
        }
        return ExitCode.ACCEPTED.code();
    }

    private static void table(Statement statement, String heading, String sql, PrintWriter to)
            throws SQLException, IOException {
        to.println(heading);
        try (ResultSet rows = statement.executeQuery(sql)) {
            TableFormat.write(rows, to);
        }
        to.println();
    }
}
