package org.xianbao.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.Period;

/** What is foretold is what then happens, and foretelling it leaves nothing behind. */
class TrialTest {
    private static final String FIGURES =
            "select period || ' ' || indicator || ' ' || region, value from stats.figures";

    private final Path directory;
    private final Pipeline pipeline;

    TrialTest(@TempDir Path directory) {
        this.directory = directory;
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    @BeforeEach
    void night() {
        send(pipeline.inbox().resolve("tianzhen.xlsx"), Workshop.TIANZHEN, "2018年6月", "0.2", "2018-07-01");
        send(pipeline.inbox().resolve("jinzhai.xlsx"), Workshop.JINZHAI, "2018年6月", "0.3", "2018-07-01");
        pipeline.night();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    private static Path send(Path file, String county, String period, String wages, String day) {
        String[] form = Workshop.form(
                county,
                period,
                Workshop.row(county, 1, wages),
                Workshop.row(county, 2, wages),
                Workshop.row(county, 3, wages));
        form[3] += "|备注";
        try (Sent sent = new Sent(file)) {
            return sent.sheet("车间", form).on(day);
        }
    }

    private Impact of(Act act) throws SQLException, IOException {
        return pipeline.get(Trial.class).of(act, QUIET).orElseThrow();
    }

    private static final Progress QUIET = new Progress() {
        @Override
        public void begins(int workbooks) {}

        @Override
        public void read(long rows) {}

        @Override
        public void judges() {}
    };

    /** All that is stored, and all that is made of the definitions. */
    private Map<String, String> everything() {
        Map<String, String> all = pipeline.tables("xianbao", "facts", "stats");
        all.put(
                "schema",
                String.join(
                        "\n",
                        pipeline.query("select table_schema, table_name, column_name, data_type from"
                                + " information_schema.columns where table_schema in ('xianbao', 'facts', 'received',"
                                + " 'published', 'stats') order by 1, 2, ordinal_position")));
        return all;
    }

    private Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (String line : pipeline.query(FIGURES)) {
            int bar = line.indexOf('|');
            figures.put(line.substring(0, bar), new BigDecimal(line.substring(bar + 1)));
        }
        return figures;
    }

    /** What the published figures come to when the changes are applied. */
    private Map<String, BigDecimal> foretold(Impact impact) {
        Map<String, BigDecimal> figures = figures();
        for (Impact.FigureChange change : impact.figures()) {
            String key = change.period() + " " + change.indicator() + " " + change.region();
            Impact.Value before = change.before();
            Impact.Value after = change.after();
            if (before != null) {
                assertThat(figures.remove(key)).isEqualByComparingTo(before.value());
            }
            if (after != null) {
                figures.put(key, after.value());
            }
        }
        return figures;
    }

    private static void assertSame(Map<String, BigDecimal> foretold, Map<String, BigDecimal> happened) {
        assertThat(foretold.keySet()).isEqualTo(happened.keySet());
        happened.forEach((key, value) -> assertThat(foretold.get(key)).as(key).isEqualByComparingTo(value));
    }

    @Test
    void foretellsWhatACorrectedWorkbookChanges() throws SQLException, IOException {
        Path corrected = send(directory.resolve("corrected.xlsx"), Workshop.TIANZHEN, "2018年6月", "0.25", "2018-07-02");
        Map<String, String> before = everything();

        Impact impact = of(new Act.Arrival(corrected));

        assertThat(everything()).isEqualTo(before);
        assertThat(impact.replayed()).isEqualTo(1);
        assertThat(impact.returns()).singleElement().satisfies(r -> {
            assertThat(r.before()).isNull();
            assertThat(r.after()).isEqualTo("accepted");
            assertThat(r.published()).isTrue();
        });
        assertThat(impact.figures())
                .filteredOn(f -> f.region().equals("100000") && f.period().equals("2018-06"))
                .extracting(Impact.FigureChange::indicator)
                .containsExactly("workshop-pay", "workshop-wages");
        assertThat(impact.figures()).allSatisfy(f -> assertThat(f.edition()).isEqualTo(2));
        Map<String, BigDecimal> foretold = foretold(impact);
        Files.copy(corrected, pipeline.inbox().resolve("corrected.xlsx"), StandardCopyOption.COPY_ATTRIBUTES);
        pipeline.night();
        assertSame(foretold, figures());
    }

    @Test
    void foretellsTheFirstFiguresOfAPeriod() throws SQLException, IOException {
        Path july = send(directory.resolve("july.xlsx"), Workshop.TIANZHEN, "2018年7月", "0.2", "2018-08-01");

        Impact impact = of(new Act.Arrival(july));

        assertThat(impact.figures())
                .filteredOn(f -> f.period().equals("2018-07"))
                .isNotEmpty()
                .allSatisfy(f -> {
                    assertThat(f.closed()).isFalse();
                    assertThat(f.edition()).isEqualTo(1);
                    assertThat(f.before()).isNull();
                });
        assertThat(impact.figures())
                .filteredOn(f -> f.period().equals("2018") && f.indicator().equals("workshop-wages"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.closed()).isTrue());
    }

    @Test
    void foretellsThatAWorkbookWouldBeSentBackAndWhy() throws SQLException, IOException {
        Path wrong = send(directory.resolve("wrong.xlsx"), Workshop.TIANZHEN, "2018年6月", "many", "2018-07-02");

        Impact impact = of(new Act.Arrival(wrong));

        assertThat(impact.returns()).extracting(Impact.Reconsidered::after).containsExactly("returned");
        assertThat(impact.findings()).contains(new Impact.RuleCount("reject", "not-a-number", 0, 3));
        assertThat(impact.figures()).isEmpty();
        assertThat(impact.any()).isTrue();
    }

    @Test
    void saysThatAWorkbookWasReceivedBefore() throws SQLException, IOException {
        Impact impact = of(new Act.Arrival(pipeline.inbox().resolve("tianzhen.xlsx")));

        assertThat(impact.known()).isTrue();
        assertThat(impact.any()).isFalse();
    }

    @Test
    void foretellsWhatStricterRulesAndANewColumnChange() throws SQLException, IOException {
        pipeline.define(
                "returns/workshop/2010.yaml",
                Workshop.RETURN
                        .replace("wages-plausible: {check: wages <= 20000}", "wages-plausible: {check: wages <= 100}")
                        .replace("days between 0 and 31", "wages < 2500")
                        .replace("  phone:", "  note: {under: 备注, en: note, type: text}\n    phone:"));
        Map<String, String> before = everything();

        Impact impact = of(new Act.Redefine(List.of(), 100));

        assertThat(everything()).isEqualTo(before);
        assertThat(impact.replayed()).isEqualTo(2);
        assertThat(impact.returns())
                .filteredOn(Impact.Reconsidered::newlyFails)
                .extracting(Impact.Reconsidered::region)
                .containsExactly(Workshop.JINZHAI);
        assertThat(impact.findings())
                .contains(
                        new Impact.RuleCount("reject", "days-of-a-month", 0, 3),
                        new Impact.RuleCount("query", "wages-plausible", 0, 6));
    }

    @Test
    void foretellsWhatAnEditedIndicatorChanges() throws SQLException, IOException {
        String indicators = Files.readString(pipeline.jobs().resolve("indicators/workshop.yaml"));
        pipeline.define(
                "indicators/workshop.yaml",
                indicators.replace("value: count(*)", "value: count(*) * 2").replace("车间用工人次", "人次"));
        Map<String, String> before = everything();

        Impact impact = of(new Act.Redefine(List.of(), 100));

        assertThat(everything()).isEqualTo(before);
        assertThat(impact.figures()).extracting(Impact.FigureChange::indicator).containsOnly("workshop-places");
        Map<String, BigDecimal> foretold = foretold(impact);
        for (String hash : pipeline.query("select hash from xianbao.workbook order by receipt")) {
            pipeline.rerun(hash, null);
        }
        assertSame(foretold, figures());
    }

    @Test
    void foretellsThatASheetBecomesAReturn() throws SQLException, IOException {
        String renamed = Workshop.RETURN.replace("workshop", "weaving").replace("扶贫车间", "纺织车间");
        try (Sent sent = new Sent(pipeline.inbox().resolve("weaving.xlsx"))) {
            String[] form = Workshop.form(Workshop.TIANZHEN, "2018年6月", Workshop.row(Workshop.TIANZHEN, 4, "0.2"));
            form[0] = "纺织车间用工花名册";
            form[3] = form[3].replace("姓名", "纺织女工");
            sent.sheet("名单", form).on("2018-07-03");
        }
        assertThat(pipeline.night().refused()).isEqualTo(1);
        pipeline.defineReturn(
                renamed.replace("sheet: \"*车间*\"", "sheet: \"名单\"").replace("under: 姓名", "under: 纺织女工"));
        Map<String, String> before = everything();

        Impact impact = of(new Act.Redefine(List.of(), 100));

        assertThat(everything()).isEqualTo(before);
        assertThat(impact.returns()).singleElement().satisfies(r -> {
            assertThat(r.returnName()).isEqualTo("weaving");
            assertThat(r.newlyPasses()).isTrue();
        });
    }

    @Test
    void leavesOutWhatIsBeyondItsLimitOrInOtherPeriods() throws SQLException, IOException {
        pipeline.define(
                "returns/workshop/2010.yaml",
                Workshop.RETURN.replace("days between 0 and 31", "days between 0 and 30"));

        Impact limited = of(new Act.Redefine(List.of(), 1));
        Impact elsewhere = of(new Act.Redefine(List.of(Period.parse("2017").orElseThrow()), 100));

        assertThat(limited.replayed()).isEqualTo(1);
        assertThat(limited.left()).isEqualTo(1);
        assertThat(elsewhere.replayed()).isZero();
    }

    @Test
    void changesNothingByDefinitionsThatAreInForce() throws SQLException, IOException {
        Impact impact = of(new Act.Redefine(List.of(), 100));

        assertThat(impact.any()).isFalse();
        assertThat(impact.replayed()).isZero();
    }

    @Test
    void refusesDefinitionsThatCannotComeIntoForce() {
        pipeline.define(
                "returns/workshop/2010.yaml",
                Workshop.RETURN.replace("days between 0 and 31", "daze between 0 and 31"));

        assertThatThrownBy(() -> of(new Act.Redefine(List.of(), 100)))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessageContaining("returns/workshop/2010.yaml")
                .hasMessageContaining("daze");
    }

    @Test
    void foretellsAWithdrawalAndAPublication() throws SQLException, IOException {
        send(pipeline.inbox().resolve("more.xlsx"), Workshop.TIANZHEN, "2018年6月", "3", "2018-07-02");
        pipeline.night();
        long held = Long.parseLong(pipeline.query("select submission from xianbao.verdict where verdict = 'queried'")
                .get(0));
        long counting = Long.parseLong(pipeline.query("select submission from xianbao.publication p"
                        + " join xianbao.submission s on s.id = p.submission where s.region = '140222'")
                .get(0));
        Map<String, String> before = everything();

        Impact published = of(new Act.Publish(held));
        Impact withdrawn = of(new Act.Withdraw(counting));

        assertThat(everything()).isEqualTo(before);
        assertThat(published.figures())
                .filteredOn(f -> f.indicator().equals("workshop-wages")
                        && f.region().equals(Workshop.TIANZHEN)
                        && f.period().equals("2018-06"))
                .singleElement()
                .extracting(Impact.FigureChange::after)
                .isEqualTo(new Impact.Value(new BigDecimal("90000"), "=", "P", 1, 1));
        assertThat(withdrawn.figures())
                .filteredOn(f -> f.region().equals(Workshop.TIANZHEN))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.after()).isNull());
    }

    @Test
    void knowsNoSubmissionThatDoesNotExist() throws SQLException, IOException {
        Trial trial = pipeline.get(Trial.class);

        assertThat(trial.of(new Act.Rerun(4711), QUIET)).isEmpty();
        assertThat(trial.of(new Act.Publish(4711), QUIET)).isEmpty();
        assertThat(trial.of(new Act.Withdraw(4711), QUIET)).isEmpty();
    }

    @Test
    void givesWayToWhoeverWaitsForIt() {
        pipeline.define(
                "returns/workshop/2010.yaml",
                Workshop.RETURN.replace("  phone:", "  note: {under: 备注, en: note, type: text}\n    phone:"));
        CompletableFuture<Long> rows = new CompletableFuture<>();
        Progress somebodyReads = new Progress() {
            @Override
            public void begins(int workbooks) {
                new Thread(() -> rows.complete(count())).start();
                assertThat(rows).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(6L);
            }

            @Override
            public void read(long more) {}

            @Override
            public void judges() {}
        };

        assertThatThrownBy(() -> pipeline.get(Trial.class).of(new Act.Redefine(List.of(), 100), somebodyReads))
                .isInstanceOf(GaveWay.class);
        assertThat(rows).isCompleted();
    }

    private long count() {
        try (Connection connection = pipeline.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from stats.return_workshop")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNotBeginWhileANightIsUnderWay() throws SQLException {
        try (Connection night = pipeline.database().connect();
                Statement statement = night.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('xianbao.nights'))");

            assertThatThrownBy(() -> of(new Act.Redefine(List.of(), 100)))
                    .isInstanceOf(GaveWay.class)
                    .hasMessageContaining("night");
        }
    }
}
