package org.xianbao.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.xianbao.definition.Definitions;
import org.xianbao.load.Ledger;

/** Runs nights, reruns and what was interrupted, one at a time: across processes, by a lock that dies with its owner. */
public final class Nights {
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('xianbao.nights'))";

    private final DataSource database;
    private final Definitions definitions;
    private final Ledger ledger;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final String inbox;
    private final Watched watched;
    private final Tally tally;
    private final Batches batches;

    Nights(
            DataSource database,
            Definitions definitions,
            Ledger ledger,
            JobOperator operator,
            JobRepository repository,
            Job job,
            String inbox,
            Watched watched,
            Tally tally) {
        this.database = database;
        this.definitions = definitions;
        this.ledger = ledger;
        this.operator = operator;
        this.repository = repository;
        this.job = job;
        this.inbox = inbox;
        this.watched = watched;
        this.tally = tally;
        this.batches = new Batches(database);
    }

    /**
     * Ends what was interrupted, then receives, reads, judges and closes.
     *
     * @throws AlreadyRunning when another process is at it
     */
    public NightOutcome run(LocalDate night, Progress progress) throws SQLException {
        return alone(progress, () -> {
            for (Batches.Batch interrupted : batches.interrupted()) {
                run(interrupted);
            }
            return run(batches.night(night));
        });
    }

    /** Goes on with what was interrupted; the outcome is the last one's, or empty when there was nothing. */
    public Optional<NightOutcome> resume(Progress progress) throws SQLException {
        return alone(progress, () -> {
            NightOutcome last = null;
            for (Batches.Batch interrupted : batches.interrupted()) {
                last = run(interrupted);
            }
            return Optional.ofNullable(last);
        });
    }

    /**
     * Reads again from the store with the definitions of today. The same rerun under the same definitions is done once.
     *
     * @return empty when nothing in the store is meant by it
     */
    public Optional<NightOutcome> rerun(Rerun what, LocalDate today, Progress progress) throws SQLException {
        List<Planned> planned = planned(what);
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        return alone(progress, () -> {
            Batches.Batch batch = batches.begin(name(what), today, what.reason());
            if (!batch.ended()) {
                for (Planned each : planned) {
                    ledger.plan(batch.name(), each.workbook(), each.sheetIndex(), what.reason());
                }
                return Optional.of(run(batch));
            }
            return Optional.of(batches.outcome(batch, 0, List.of()));
        });
    }

    private String name(Rerun what) {
        String meant = what.night() != null
                ? "night=" + what.night()
                : what.workbook() != null ? "workbook=" + what.workbook() : "submission=" + what.submission();
        return "rerun:" + meant + "@" + definitions.fingerprint().substring(0, 12);
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
                    1, what.night() != null ? what.night() : what.workbook() != null ? what.workbook() : what.submission());
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
        return batches.outcome(batch, tally.unchangedCount(), tally.closedPeriods());
    }

    /** Whoever ran it before is dead, since we hold the lock: what it left as running is marked as failed. */
    private void recover(JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    @FunctionalInterface
    private interface Run<T> {
        T run() throws SQLException;
    }

    private <T> T alone(Progress progress, Run<T> run) throws SQLException {
        try (Connection guard = database.getConnection();
                Statement statement = guard.createStatement()) {
            try (ResultSet row = statement.executeQuery(LOCK)) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new AlreadyRunning();
                }
            }
            watched.by(progress);
            try {
                return run.run();
            } finally {
                watched.by(Progress.NONE);
                statement.execute("select pg_advisory_unlock(hashtext('xianbao.nights'))");
            }
        }
    }
}
