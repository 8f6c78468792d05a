package org.xianbao.lineage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.judge.Remeasuring;
import org.xianbao.load.Store;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.DefinitionHistory;

/**
 * Tells where a figure comes from, down to the cells of the workbooks in the store, and proves it: by the submissions its
 * edition rests on and the definitions of then, whatever has come or changed since. Reads only. Thread-safe.
 */
public final class Tracing {
    private final DataSource database;
    private final Store store;
    private final Definitions today;
    private final PersonalKey key;

    public Tracing(DataSource database, Store store, Definitions today, PersonalKey key) {
        this.database = database;
        this.store = store;
        this.today = today;
        this.key = key;
    }

    /** One trace for each source of the figure, and for each case; empty when no such figure was published. */
    public List<Trace> trace(Asked asked) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                List<Trace> traces = new ArrayList<>();
                RulesThen rules = new RulesThen(new DefinitionHistory(connection), today);
                for (Figures.Found found : new Figures(connection).find(asked)) {
                    traces.add(new Descent(connection, found, asked, rules).trace());
                }
                return traces;
            } finally {
                connection.rollback();
            }
        }
    }

    /** What there is in place of a figure that there is not. */
    public Elsewhere elsewhere(Asked asked) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Elsewhere.of(connection, asked);
        }
    }

    /** From one figure down. */
    private final class Descent {
        private final Connection connection;
        private final Figures.Found found;
        private final Figure figure;
        private final Asked asked;
        private final RulesThen rules;

        Descent(Connection connection, Figures.Found found, Asked asked, RulesThen rules) {
            this.connection = connection;
            this.found = found;
            this.figure = found.figure();
            this.asked = asked;
            this.rules = rules;
        }

        Trace trace() throws SQLException {
            Figure.Edition edition = figure.edition();
            Optional<Definitions> then = rules.of(edition == null ? null : edition.definitions());
            Trace.Rules by = then.isEmpty()
                    ? Trace.Rules.LOST
                    : then.get().fingerprint().equals(today.fingerprint()) ? Trace.Rules.OF_NOW : Trace.Rules.OF_THEN;
            Optional<Indicator> indicator = RulesThen.indicator(then.orElse(today), figure.indicator());
            if (indicator.isEmpty()) {
                return new Trace(figure, by, List.of(), 0, null, "=");
            }
            Measures measures = new Measures(connection, indicator.get(), found, preferred(indicator.get()));
            List<Measures.Measure> each = measures.each();
            List<Contribution> contributions = new ArrayList<>();
            for (Measures.Measure measure : each.subList(0, Math.min(each.size(), asked.returns()))) {
                contributions.add(contribution(measure));
            }
            Measures.Sum sum = measures.sum();
            return new Trace(figure, by, contributions, each.size(), sum.value(), sum.qualifier());
        }

        private List<String> preferred(Indicator indicator) throws SQLException {
            Figure.Edition edition = figure.edition();
            return edition == null
                    ? indicator.publish()
                    : new Figures(connection).preferred(indicator.name(), edition, indicator.publish());
        }

        private Contribution contribution(Measures.Measure measure) throws SQLException {
            Submissions known = new Submissions(connection);
            Contribution.Submission submission = known.get(measure.submission());
            Evidence.Shown shown = shown(submission, measure, known);
            return new Contribution(
                    submission,
                    measure.region(),
                    measure.value(),
                    measure.denominator(),
                    measure.qualifier(),
                    shown.cells(),
                    shown.proof());
        }

        private Evidence.Shown shown(Contribution.Submission submission, Measures.Measure measure, Submissions known)
                throws SQLException {
            Optional<Definitions> read = rules.of(submission.read());
            Optional<ReturnDefinition> layout = read.flatMap(d -> RulesThen.layout(d, submission));
            Optional<Indicator> indicator =
                    rules.of(submission.judged()).flatMap(d -> RulesThen.indicator(d, figure.indicator()));
            if (layout.isEmpty() || indicator.isEmpty()) {
                return Evidence.unread("definitions-unknown");
            }
            Period period =
                    Period.parse(submission.period(), layout.get().every()).orElseThrow();
            Remeasuring remeasuring = new Remeasuring(connection, layout.get(), period, submission.id());
            return new Evidence(
                            read.orElseThrow(),
                            layout.get(),
                            period,
                            indicator.get(),
                            submission,
                            known.places(submission.id()),
                            key,
                            asked.cells())
                    .show(remeasuring, measure, store.path(submission.hash()));
        }
    }
}
