package org.xianbao.lineage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                for (Figures.Found found : new Figures(connection).find(asked)) {
                    traces.add(new Descent(connection, found, asked.cells()).trace());
                }
                return traces;
            } finally {
                connection.rollback();
            }
        }
    }

    /** The periods that have a figure of the indicator for the region, newest first. */
    public List<String> periods(String indicator, String region) throws SQLException {
        List<String> periods = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select e.period from stats.observation o"
                        + " join xianbao.edition e on e.id = o.edition where o.indicator = ? and o.region = ?"
                        + " group by e.period, e.period_end order by e.period_end desc, e.period")) {
            select.setString(1, indicator);
            select.setString(2, region);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    periods.add(row.getString(1));
                }
            }
        }
        return periods;
    }

    /** From one figure down. */
    private final class Descent {
        private final Connection connection;
        private final Figure figure;
        private final String submissions;
        private final int most;
        private final RulesThen rules;

        Descent(Connection connection, Figures.Found found, int most) {
            this.connection = connection;
            this.figure = found.figure();
            this.submissions = found.submissions();
            this.most = most;
            this.rules = new RulesThen(new DefinitionHistory(connection), today);
        }

        Trace trace() throws SQLException {
            Figure.Edition edition = figure.edition();
            Definitions closedBy = edition == null ? today : rules.at(edition.closedAt());
            Optional<Indicator> indicator = RulesThen.indicator(closedBy, figure.indicator());
            if (indicator.isEmpty()) {
                return new Trace(figure, List.of(), null, "=");
            }
            Measures measures = new Measures(
                    connection, indicator.get(), statements(regions(closedBy, indicator.get())), submissions);
            List<Contribution> contributions = new ArrayList<>();
            for (Measures.Measure measure : measures.each()) {
                contributions.add(contribution(measure));
            }
            Measures.Sum sum = measures.sum();
            return new Trace(figure, contributions, sum.value(), sum.qualifier());
        }

        private Set<String> regions(Definitions closedBy, Indicator indicator) {
            Figure.Edition edition = figure.edition();
            return edition == null || indicator.combine() == Indicator.Combine.NEVER
                    ? Set.of(figure.region())
                    : new Territory(closedBy.regions(), edition.periodEnd()).within(figure.region());
        }

        /** What the figure adds up; one of several sources adds up what each region publishes. */
        private List<Measures.Statement> statements(Set<String> regions) throws SQLException {
            Figure.Edition edition = figure.edition();
            return edition != null && figure.source().equals("*")
                    ? new Figures(connection).published(figure.indicator(), edition, regions)
                    : regions.stream()
                            .map(r -> new Measures.Statement(r, figure.source()))
                            .toList();
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
                            most)
                    .show(remeasuring, measure, store.path(submission.hash()));
        }
    }
}
