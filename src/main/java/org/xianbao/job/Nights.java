package org.xianbao.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.xianbao.definition.Definitions;
import org.xianbao.load.Inbox;
import org.xianbao.load.Ledger;
import org.xianbao.period.RevisionDue;
import org.xianbao.screening.Screenings;

/** Runs nights, reruns and what was interrupted, one at a time: across processes, by a lock that dies with its owner. */
public final class Nights {
    /** The session of a process that was just killed may hold it a moment longer. */
    private static final String LOCK =
            "set local lock_timeout = '3s'; select pg_advisory_lock(hashtext('xianbao.nights'))";

    private static final String LOCK_TIMED_OUT = "55P03";

    private final DataSource database;
    private final Definitions definitions;
    private final Ledger ledger;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final String inbox;
    private final Watched watched;
    private final Tally tally;
    private final Screenings screenings;
    private final Batches batches;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private final Clock clock;

    Nights(
            DataSource database,
            Definitions definitions,
            Ledger ledger,
            JobOperator operator,
            JobRepository repository,
            Job job,
            String inbox,
            Watched watched,
            Tally tally,
            Screenings screenings,
            Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.ledger = ledger;
        this.operator = operator;
        this.repository = repository;
        this.job = job;
        this.inbox = inbox;
        this.watched = watched;
        this.tally = tally;
        this.screenings = screenings;
        this.clock = clock;
        this.batches = new Batches(database);
    }

    /**
     * Ends what was interrupted, then receives, reads, judges and closes.
     *
     * @throws Inbox.InboxMissing before anything is begun
     * @throws AlreadyRunning when another process is at it
     */
    public NightOutcome run(LocalDate night, Progress progress) {
        Inbox.at(inbox);
        return alone(progress, () -> {
            NightOutcome before = nothing(List.of());
            for (Batches.Batch interrupted : batches.interrupted()) {
                before = before.then(run(interrupted));
            }
            return before.then(run(batches.night(night)));
        });
    }

    /** Goes on with what was interrupted; all zeros, and a line that says so, when there was nothing. */
    public NightOutcome resume(Progress progress) {
        return alone(progress, () -> {
            List<Batches.Batch> interrupted = batches.interrupted();
            NightOutcome outcome = nothing(interrupted.isEmpty() ? List.of("nothing was interrupted") : List.of());
            for (Batches.Batch each : interrupted) {
                outcome = outcome.then(run(each));
            }
            return outcome;
        });
    }

    /**
     * Reads again from the store with the definitions of today. The same rerun under the same definitions is done once.
     *
     * @return all zeros, and a line that says so, when nothing in the store is meant by it
     */
    public NightOutcome rerun(Rerun what, Progress progress) {
        return alone(progress, () -> {
            List<Planned> planned = planned(what);
            if (planned.isEmpty()) {
                return nothing(List.of("nothing in the store matches " + meant(what)));
            }
            String name =
                    "rerun:" + meant(what) + "@" + definitions.fingerprint().substring(0, 12);
            Batches.Batch batch = batches.begin(name, LocalDate.now(clock), what.reason());
            if (batch.ended()) {
                return nothing(List.of(name + " has been done; the definitions have not changed since"));
            }
            for (Planned each : planned) {
                ledger.plan(batch.name(), each.workbook(), each.sheetIndex(), what.reason());
            }
            return run(batch);
        });
    }

    /**
     * Keeps an administrator's explanation and judges again, from the store, what it lets stand: a new revision. The same
     * again is done once.
     *
     * @return all zeros, and a line that says so, when no such query is open
     */
    public NightOutcome accept(Acceptance what, Progress progress) {
        return alone(progress, () -> {
            Acceptances.Accepted accepted =
                    new Acceptances(database, definitions, ledger, batches).accept(what, LocalDate.now(clock));
            NightOutcome told = nothing(accepted.lines());
            return accepted.batch() == null ? told : told.then(run(accepted.batch()));
        });
    }

    private NightOutcome nothing(List<String> lines) {
        return new NightOutcome(
                LocalDate.now(clock), 0, 0, 0, 0, 0, 0, 0, Replied.NONE, 0, List.of(), List.of(), List.of(), lines);
    }

    private static String meant(Rerun what) {
        return what.night() != null
                ? "night=" + what.night()
                : what.workbook() != null ? "workbook=" + what.workbook() : "submission=" + what.submission();
    }

    private record Planned(String workbook, @Nullable Integer sheetIndex) {}

    private List<Planned> planned(Rerun what) throws SQLException {
        String sql = what.night() != null
                ? "select r.workbook, null::int from xianbao.reading r join xianbao.batch b on b.name = r.batch"
                        + " where b.night = ? and b.name like 'night:%' order by r.id"
                : what.workbook() != null
                        ? "select hash, null::int from xianbao.workbook where hash like ? || '%' order by receipt"
                        : "select workbook, sheet_index from xianbao.submission where id = ?";
        List<Planned> planned = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(
                    1,
                    what.night() != null
                            ? what.night()
                            : what.workbook() != null ? what.workbook() : what.submission());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    planned.add(new Planned(row.getString(1), row.getObject(2, Integer.class)));
                }
            }
        }
        return planned;
    }

    private NightOutcome run(Batches.Batch batch) throws SQLException {
        tally.reset();
        JobParameters parameters = new JobParametersBuilder()
                .addString(NightlyJob.BATCH, batch.name())
                .addString(NightlyJob.INBOX, batch.name().startsWith("night:") ? inbox : "", false)
                .toJobParameters();
        JobExecution execution;
        try {
            recover(parameters);
            execution = operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new RunFailed(batch.name(), e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new RunFailed(
                    batch.name(),
                    execution.getAllFailureExceptions().stream().findFirst().orElse(null));
        }
        batches.end(batch.name());
        List<String> due =
                RevisionDue.all(database).stream().map(RevisionDue::period).toList();
        return batches.outcome(batch, tally, screenings.of(batch.name()), due);
    }

    /** Whoever ran it before is dead, since we hold the lock: what it left as running is marked as failed. */
    private void recover(JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    @FunctionalInterface
    private interface Run {
        NightOutcome run() throws SQLException;
    }

    private NightOutcome alone(Progress progress, Run run) {
        try (Connection guard = database.getConnection();
                Statement statement = guard.createStatement()) {
            lock(guard, statement);
            watched.by(progress);
            end = new CountDownLatch(1);
            try {
                return run.run();
            } finally {
                end.countDown();
                watched.by(Progress.NONE);
                statement.execute("select pg_advisory_unlock(hashtext('xianbao.nights'))");
            }
        } catch (SQLException e) {
            throw new RunFailed("the run", e);
        }
    }

    /** Whether this process is at it. */
    boolean underWay() {
        return end.getCount() > 0;
    }

    /** Returns when the run has ended, or after the longest time to wait. */
    void awaitEnd(Duration longest) {
        try {
            if (!end.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LoggerFactory.getLogger(Nights.class).warn("the run did not end within {}", longest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void lock(Connection guard, Statement statement) throws SQLException {
        guard.setAutoCommit(false);
        try {
            statement.execute(LOCK);
            guard.commit();
        } catch (SQLException e) {
            guard.rollback();
            if (LOCK_TIMED_OUT.equals(e.getSQLState())) {
                throw new AlreadyRunning();
            }
            throw e;
        } finally {
            guard.setAutoCommit(true);
        }
    }
}
