package org.xianbao.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.Period;
import org.xianbao.judge.Judge;
import org.xianbao.judge.Rehearsal;
import org.xianbao.judge.RuleLint;
import org.xianbao.load.Store;
import org.xianbao.period.Forecast;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.DefinitionHistory;
import org.xianbao.warehouse.RolledBack;
import org.xianbao.warehouse.Schema;

/**
 * Does what somebody thinks of doing, looks what it changes, and takes all of it back. The act runs in one transaction, by the very
 * code of a night; where the definitions at hand are not in force they are brought in force in it. Nothing is stored, and
 * nobody waits: when another session wants something that the trial has locked, the trial gives way. Thread-safe.
 */
public final class Trial {
    /** Less than PostgreSQL takes to look for a deadlock. */
    private static final String PATIENCE = "set local lock_timeout = '500ms'";

    private static final String SOMEBODY_WAITED = "somebody waited for it";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final Definitions definitions;
    private final Store store;
    private final PersonalKey key;
    private final Clock clock;

    /** @param definitions those at hand, in force or not */
    public Trial(DataSource database, Definitions definitions, Store store, PersonalKey key, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    /**
     * What the act would change.
     *
     * @return empty when it names a submission that does not exist
     * @throws InvalidDefinitions when the definitions cannot come into force
     * @throws GaveWay when a night is under way, or somebody began to wait for the trial
     */
    public Optional<Impact> of(Act act, Progress progress) throws SQLException, IOException {
        try (RolledBack trial = new RolledBack(database);
                Yield yield = Yield.of(database, trial.getConnection())) {
            try {
                return new Run(trial, progress).of(act);
            } catch (InvalidDefinitions e) {
                // or its statements could not be planned any more, since the session had ended
                throw yield.gaveWay() ? new GaveWay(SOMEBODY_WAITED, e) : e;
            } catch (SQLException e) {
                if (yield.gaveWay()) {
                    throw new GaveWay(SOMEBODY_WAITED, e);
                }
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw new GaveWay("somebody else is changing the same", e);
                }
                throw e;
            }
        }
    }

    /** One act, tried. */
    private final class Run {
        private final RolledBack trial;
        private final Connection connection;
        private final Progress progress;
        private final String batch = "impact:" + UUID.randomUUID();
        private final long begun = System.nanoTime();

        Run(RolledBack trial, Progress progress) {
            this.trial = trial;
            this.connection = trial.getConnection();
            this.progress = progress;
        }

        Optional<Impact> of(Act act) throws SQLException, IOException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PATIENCE);
            }
            Savepoint start = connection.setSavepoint();
            Optional<Set<String>> redefined = bring();
            Optional<Done> done = act(act, redefined.orElse(Set.of()));
            if (done.isEmpty()) {
                return Optional.empty();
            }
            progress.judges();
            SecondOpinion.Change change = new SecondOpinion(connection, batch).change();
            Set<String> labels = redefined.isPresent() ? published() : new LinkedHashSet<>(change.periods());
            labels.addAll(change.periods());
            labels.addAll(done.get().periods());
            SortedSet<Period> periods = Forecast.around(labels);
            Prospect after = Prospect.of(connection, periods);
            connection.rollback(start);
            Prospect before = Prospect.differing(connection, periods, after);
            return Optional.of(new Impact(
                    done.get().known(),
                    change.replayed(),
                    done.get().left(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    change.returns(),
                    change.findings(),
                    before.changesTo(after, new Past(connection).editions())));
        }

        /**
         * Brings the definitions at hand in force.
         *
         * @return the returns that they change; empty when they are in force already
         */
        private Optional<Set<String>> bring() throws SQLException {
            DefinitionHistory history = new DefinitionHistory(connection);
            Optional<String> inForce = history.inForce();
            if (inForce.equals(Optional.of(definitions.fingerprint()))) {
                return Optional.empty();
            }
            Optional<Definitions> before = inForce.isEmpty() ? Optional.empty() : history.load(inForce.get());
            List<DefinitionError> errors = new RuleLint(trial, definitions).lint();
            if (!errors.isEmpty()) {
                throw new InvalidDefinitions(errors);
            }
            new Schema(definitions).bring(connection, LocalDate.now(clock));
            return Optional.of(Difference.returns(before, definitions));
        }

        /**
         * What was done.
         *
         * @param known whether the workbook had come in before
         * @param left how many returns the limit left out
         * @param periods in which something was published or withdrawn by name
         */
        private record Done(boolean known, int left, Set<String> periods) {
            static final Done ALL = new Done(false, 0, Set.of());
        }

        private Optional<Done> act(Act act, Set<String> redefined) throws SQLException, IOException {
            if (act instanceof Act.Arrival arrival) {
                return Optional.of(arrival(arrival.workbook()));
            }
            if (act instanceof Act.Redefine redefine) {
                return Optional.of(redefine(redefine, redefined));
            }
            if (act instanceof Act.Rerun rerun) {
                return rerun(rerun.submission());
            }
            if (act instanceof Act.Publish publish) {
                boolean there = new Judge(trial, definitions).publish(publish.submission());
                return there ? Optional.of(periodOf(publish.submission())) : Optional.empty();
            }
            return withdraw(((Act.Withdraw) act).submission());
        }

        private Done arrival(Path workbook) throws SQLException, IOException {
            Path folder = Files.createTempDirectory("xianbao-impact");
            try {
                Rehearsal rehearsal = new Rehearsal(trial, definitions, new Store(folder), key);
                rehearsal.begin(batch);
                boolean fresh = rehearsal.ledger().receive(batch, workbook);
                run(rehearsal, 1);
                return new Done(!fresh, 0, Set.of());
            } finally {
                delete(folder);
            }
        }

        private Optional<Done> rerun(long submission) throws SQLException {
            Optional<Past.Sheet> sheet = new Past(connection).sheet(submission);
            if (sheet.isEmpty()) {
                return Optional.empty();
            }
            Rehearsal rehearsal = new Rehearsal(trial, definitions, store, key);
            rehearsal.begin(batch);
            rehearsal.ledger().plan(batch, sheet.get().workbook(), sheet.get().sheetIndex(), "impact");
            run(rehearsal, 1);
            return Optional.of(Done.ALL);
        }

        private Done redefine(Act.Redefine act, Set<String> redefined) throws SQLException {
            Past past = new Past(connection);
            Past.Chosen chosen = past.choose(redefined, act.periods(), act.limit());
            Set<String> workbooks = new LinkedHashSet<>(chosen.workbooks());
            if (!redefined.isEmpty() && act.periods().isEmpty()) {
                past.unread().stream()
                        .limit(Math.max(0, act.limit() - workbooks.size()))
                        .forEach(workbooks::add);
            }
            Rehearsal rehearsal = new Rehearsal(trial, definitions, store, key);
            rehearsal.begin(batch);
            for (String workbook : workbooks) {
                rehearsal.ledger().plan(batch, workbook, null, "impact");
            }
            run(rehearsal, workbooks.size());
            return new Done(false, chosen.left(), Set.of());
        }

        private void run(Rehearsal rehearsal, int workbooks) throws SQLException {
            progress.begins(workbooks);
            rehearsal.read(batch, progress::read);
            rehearsal.judge(batch);
        }

        private Optional<Done> withdraw(long submission) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement("update xianbao.publication"
                    + " set superseded_at = now() where submission = ? and superseded_at is null")) {
                update.setLong(1, submission);
                update.executeUpdate();
            }
            return new Past(connection).sheet(submission).isEmpty()
                    ? Optional.empty()
                    : Optional.of(periodOf(submission));
        }

        private Done periodOf(long submission) throws SQLException {
            return new Done(false, 0, labels("select period from xianbao.submission where id = " + submission));
        }

        private Set<String> published() throws SQLException {
            return labels("select distinct s.period from xianbao.publication p"
                    + " join xianbao.submission s on s.id = p.submission where p.superseded_at is null");
        }

        private Set<String> labels(String sql) throws SQLException {
            Set<String> labels = new LinkedHashSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    labels.add(row.getString(1));
                }
            }
            return labels;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
