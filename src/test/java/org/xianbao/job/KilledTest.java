package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/**
 * The process is killed in the middle of a night and the job started again: nothing is lost and nothing comes twice.
 * The database itself holds the process at the chosen point, by a trigger that waits for a lock.
 */
class KilledTest {
    private static final int LOCK = 4711;
    private static final int ROWS = 25_000;
    private static final int BLOCK = 8192;

    /** Where the process is killed: the statement at which it is made to wait. */
    enum Point {
        RECEIVE_AFTER_THE_FIRST_FILE("insert on xianbao.reading for each row when (new.id > 1)"),
        READ_IN_THE_THIRD_BLOCK("update on xianbao.submission for each row when (old.rows = " + 2 * BLOCK + ")"),
        BEFORE_JUDGE("insert on batch_step_execution for each row when (new.step_name = 'judge')"),
        JUDGE_BEFORE_PUBLICATION("insert on xianbao.publication for each row when (new.period = '2018-06')"),
        SCREEN_AFTER_THE_FIRST_PERIOD("insert on xianbao.screening for each row when (new.period = '2018-06')"),
        REPLY_AFTER_THE_FIRST_TWO("insert on xianbao.reply for each row when (new.reading > 2)"),
        CLOSE_AFTER_THE_MONTHS("insert on xianbao.edition for each row when (new.period = '2018Q2')");

        private final String statement;

        Point(String statement) {
            this.statement = statement;
        }
    }

    private static Path inbox = Path.of("");
    private static Map<String, String> undisturbed = Map.of();
    private static Map<String, String> replies = Map.of();

    @BeforeAll
    static void runUndisturbed(@TempDir Path directory) throws Exception {
        try (Pipeline pipeline = pipeline(directory, directory.resolve("inbox"))) {
            inbox = pipeline.inbox();
            Workshop.send(inbox.resolve("may.xlsx"), "2018-06-01", Workshop.TIANZHEN, "2018年5月", 20, "0.05");
            Workshop.send(inbox.resolve("june.xlsx"), "2018-07-01", Workshop.TIANZHEN, "2018年6月", ROWS, "0.21");
            Workshop.send(inbox.resolve("jinzhai.xlsx"), "2018-07-02", Workshop.JINZHAI, "2018年6月", 30, "0.3");
            Sent.dated(Files.writeString(inbox.resolve("letter.txt"), "no workbook"), "2018-07-03");
            pipeline.night();
            undisturbed = pipeline.results();
            replies = replies(pipeline);
            assertThat(pipeline.query("select distinct rule from xianbao.finding order by 1"))
                    .containsExactly("column-unknown", "hidden-rows", "refusal.csv", "wages-jump", "wages-plausible");
        }
        assertThat(replies).hasSize(8);
        assertThat(undisturbed.get("published.workshop")).startsWith(ROWS + 50 + " rows");
    }

    /** Each file by its name, with a digest of its bytes; a file that was left half written would be one too. */
    private static Map<String, String> replies(Pipeline pipeline) throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(pipeline.home().resolve("replies"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                files.put(
                        pipeline.home().relativize(file).toString(),
                        HexFormat.of().formatHex(digest));
            }
        }
        return files;
    }

    private static Pipeline pipeline(Path directory, Path inbox) throws Exception {
        Pipeline pipeline = Workshop.define(new Pipeline(directory, inbox), Workshop.RETURN);
        String nightly = Files.readString(pipeline.jobs().resolve("nightly.yaml"));
        return pipeline.define("nightly.yaml", nightly.replace("queried: held", "queried: provisional"));
    }

    @ParameterizedTest
    @EnumSource
    void comesToTheSameWhereverItIsKilled(Point point, @TempDir Path directory) throws Exception {
        try (Pipeline pipeline = pipeline(directory, inbox)) {
            killAt(point, pipeline);

            NightOutcome night = pipeline.night();

            assertThat(night.received() + " " + night.refused() + " " + night.accepted() + " " + night.queried())
                    .isEqualTo("4 1 2 1");
            assertThat(pipeline.results()).isEqualTo(undisturbed);
            assertThat(replies(pipeline)).isEqualTo(replies);
            if (point == Point.READ_IN_THE_THIRD_BLOCK) {
                assertThat(pipeline.query("select status, commit_count, read_count from batch_step_execution"
                                + " where step_name = 'readWorkbook:' || (select hash from xianbao.workbook"
                                + " where name = 'june.xlsx') order by step_execution_id"))
                        .containsExactly("FAILED|2|2", "COMPLETED|2|2");
            }
        }
    }

    private static void killAt(Point point, Pipeline pipeline) throws Exception {
        pipeline.execute("create function hold() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock(" + LOCK + "); return new; end'");
        pipeline.execute("create trigger hold before " + point.statement + " execute function hold()");
        try (Connection holder = pipeline.database().connect();
                Statement statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            Process program = pipeline.start("nightly", "--night=" + Pipeline.NIGHT);
            try {
                await(
                        pipeline,
                        program,
                        "pid in (select pid from pg_locks where not granted and objid = " + LOCK + ")",
                        true);
            } finally {
                program.destroyForcibly().waitFor();
            }
            // held still: what the dead process left behind must end by itself
            await(pipeline, program, "application_name = 'xianbao'", false);
        }
        pipeline.execute("drop function hold() cascade");
    }

    private static void await(Pipeline pipeline, Process program, String condition, boolean there) throws Exception {
        String sessions = "select pid from pg_stat_activity where datname = current_database() and " + condition;
        for (int i = 0; pipeline.query(sessions).isEmpty() == there; i++) {
            if (i == 600 || (there && !program.isAlive())) {
                throw new AssertionError(
                        "never so: " + condition + "\n" + pipeline.printed()
                                + pipeline.query(
                                        "select pid, state, wait_event_type, wait_event, left(query, 100) from pg_stat_activity"));
            }
            Thread.sleep(100);
        }
    }
}
