package org.xianbao.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.load.Store;

class TracingTest {
    private final Pipeline pipeline;

    TracingTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    @BeforeEach
    void night() {
        send("tianzhen", Workshop.TIANZHEN, "0.2");
        send("jinzhai", Workshop.JINZHAI, "0.3");
        pipeline.night();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    /** Rows 6 and 8 to 10; row 7 is a subtotal. */
    private void send(String name, String county, String wages) {
        String[] rows = {
            Workshop.row(county, 1, wages),
            "小计||||1",
            Workshop.row(county, 2, wages),
            Workshop.row(county, 3, wages),
            Workshop.row(county, 7, wages)
        };
        try (Sent sent = new Sent(pipeline.inbox().resolve(name + ".xlsx"))) {
            sent.sheet("车间", Workshop.form(county, "2018年6月", rows)).on("2018-07-01");
        }
    }

    private Trace trace(String indicator, String region, @Nullable Integer edition) throws SQLException {
        List<Trace> traces =
                pipeline.get(Tracing.class).trace(new Asked(indicator, region, "2018-06", edition, null, 2, 20));
        assertThat(traces).hasSize(1);
        return traces.get(0);
    }

    private static ColumnCells column(Contribution contribution, String name) {
        return contribution.cells().stream()
                .filter(c -> c.column().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsRangesAndCountsOfARosterAndShowsTheFirstCells() throws SQLException {
        Trace trace = trace("workshop-wages", "100000", null);

        assertThat(trace.holds()).isTrue();
        assertThat(trace.sum()).isEqualByComparingTo("20000");
        assertThat(trace.contributions()).hasSize(2).allSatisfy(c -> {
            ColumnCells wages = column(c, "wages");
            assertThat(wages.ranges()).containsExactly("G6", "G8:G10");
            assertThat(wages.count()).isEqualTo(4);
            assertThat(wages.shown()).extracting(ColumnCells.Cell::address).containsExactly("G6", "G8");
        });
        assertThat(column(trace.contributions().get(0), "wages").shown().get(0))
                .isEqualTo(new ColumnCells.Cell("G6", "0.2", "2000", null));
    }

    @Test
    void keepsTheQualifierOfEachCell() throws SQLException {
        Trace trace = trace("workshop-pieces", Workshop.TIANZHEN, null);

        assertThat(trace.holds()).isTrue();
        assertThat(trace.qualifier()).isEqualTo(">");
        assertThat(column(trace.contributions().get(0), "pieces").shown().get(0))
                .isEqualTo(new ColumnCells.Cell("F6", "11", "11", "="));
    }

    @Test
    void provesACountByTheCellsThatNameItsRowsAndShowsNoPerson() throws SQLException {
        Trace trace = trace("workshop-places", Workshop.TIANZHEN, null);

        assertThat(trace.holds()).isTrue();
        ColumnCells persons = column(trace.contributions().get(0), "person");
        assertThat(persons.personal()).isTrue();
        assertThat(persons.count()).isEqualTo(4);
        assertThat(trace.toString()).contains("140222****").doesNotContain(Sent.id(Workshop.TIANZHEN, 1));
    }

    @Test
    void tellsTheCellThatSaysSomethingElseThanTheFacts() throws SQLException {
        pipeline.execute("update facts.workshop set wages = case _row when 8 then 1500 else 2500 end"
                + " where _row in (8, 9) and wages = 2000");

        Trace trace = trace("workshop-wages", Workshop.TIANZHEN, null);

        Proof proof = trace.contributions().get(0).proof();
        assertThat(proof.agrees()).as("the sum is the same").isTrue();
        assertThat(proof.differing()).isEqualTo(2);
        assertThat(proof.examples()).containsExactly("G8", "G9");
        assertThat(trace.addsUp()).isTrue();
        assertThat(trace.holds()).isFalse();
    }

    @Test
    void tellsARowThatIsNoLongerAmongTheFacts() throws SQLException {
        pipeline.execute("delete from facts.workshop where _row = 9");

        Proof proof = trace("workshop-wages", Workshop.TIANZHEN, null)
                .contributions()
                .get(0)
                .proof();

        assertThat(proof.value()).isEqualByComparingTo("6000");
        assertThat(proof.agrees()).isFalse();
        assertThat(proof.differing()).isZero();
    }

    @Test
    void tellsWhenTheMeasuresNoLongerComeToTheFigure() throws SQLException {
        pipeline.execute("update xianbao.measure set value = value + 1 where indicator = 'workshop-wages'");

        Trace trace = trace("workshop-wages", "100000", null);

        assertThat(trace.sum()).isEqualByComparingTo("20002");
        assertThat(trace.addsUp()).isFalse();
        assertThat(trace.contributions()).noneMatch(c -> c.proof().agrees());
    }

    @Test
    void saysSoWhenTheStoreHasLostTheWorkbook() throws SQLException, IOException {
        for (String hash : pipeline.query("select hash from xianbao.workbook")) {
            Files.delete(pipeline.get(Store.class).path(hash));
        }

        Trace trace = trace("workshop-wages", Workshop.TIANZHEN, null);

        assertThat(trace.addsUp()).isTrue();
        assertThat(trace.holds()).isFalse();
        assertThat(trace.contributions().get(0).proof().unread()).isEqualTo("not-in-store");
    }

    /** A list and the indicator itself have changed since; each edition is explained by its own. */
    @Test
    void explainsAnOldEditionByTheRulesOfThen() throws SQLException, IOException {
        String indicators = Files.readString(pipeline.jobs().resolve("indicators/workshop.yaml"));
        pipeline.define("lists/craft.csv", "code,zh,en,aliases\nsew,缝纫,sewing,\n");
        pipeline.define(
                "indicators/workshop.yaml",
                indicators.replace(
                        "value: sum(wages)\n  workshop-pay",
                        "where: craft = 'sew'\n    value: sum(wages) + 1\n  workshop-pay"));
        for (String hash : pipeline.query("select hash from xianbao.workbook order by receipt")) {
            pipeline.rerun(hash, null);
        }

        Trace first = trace("workshop-wages", Workshop.TIANZHEN, 1);
        Trace latest = trace("workshop-wages", Workshop.TIANZHEN, null);

        assertThat(first.figure().value()).isEqualByComparingTo("8000");
        assertThat(first.holds()).isTrue();
        assertThat(latest.figure().value()).isEqualByComparingTo("8001");
        assertThat(latest.holds()).isTrue();
        assertThat(column(latest.contributions().get(0), "craft").shown().get(0).value())
                .isEqualTo("sew");
        assertThat(first.contributions().get(0).submission().judged())
                .isNotEqualTo(latest.contributions().get(0).submission().judged());
    }

    @Test
    void showsPeopleWhatAFigureRestsOnWithoutPersonalColumns() {
        assertThat(pipeline.query("select reporter, contribution, workbook, sheet, rows, places, revision"
                        + " from stats.lineage where indicator = 'workshop-wages' and region = '100000'"
                        + " and period = '2018-06' order by reporter"))
                .containsExactly(
                        "140222|8000|tianzhen.xlsx|车间|4|{\"wages\": \"G\"}|1",
                        "341524|12000|jinzhai.xlsx|车间|4|{\"wages\": \"G\"}|1");
        assertThat(pipeline.query("select count(*) from stats.lineage l join stats.figures_by_edition f"
                        + " using (period, edition, indicator, region, source)"))
                .as("every figure has what it rests on")
                .containsExactly(
                        pipeline.query("select count(*) from stats.lineage").get(0));
        assertThat(pipeline.query(
                        "select count(*) from stats.observation o where not exists (select from stats.lineage l"
                                + " where l.indicator = o.indicator and l.region = o.region and l.source = o.source)"))
                .containsExactly("0");
    }
}
