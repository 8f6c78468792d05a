package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Receipts;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.explanation.ExplanationSheet;

/** A county whose return was accepted hears of it when another's return, days later, lists the same person. */
class AskedSinceTest {
    private static final String RULES = "    person-in-one-county: {unique: [person], across: counties}\n";
    private static final String TIANZHEN = "天镇县-扶贫车间用工花名册-2018年6月-补充核实";
    private static final String JINZHAI = "金寨县-扶贫车间用工花名册-2018年6月";
    private static final String TOTALS = "select s.region, t.total, t.answered, (select count(*) from xianbao.finding f"
            + " where f.submission = s.id and f.rule = t.rule) from xianbao.on_hand h join xianbao.submission s on s.id = h.id"
            + " join xianbao.finding_total t on t.submission = s.id where t.rule = '%s' order by 1";

    private final Pipeline pipeline;

    AskedSinceTest(@TempDir Path directory) {
        pipeline =
                Workshop.define(new Pipeline(directory), Workshop.RETURN.replace("  query:\n", "  query:\n" + RULES));
    }

    private NightOutcome sent(String day, String county, String period, int... persons) {
        send(day, county, period, "0.1", persons);
        return pipeline.on(day).night();
    }

    private void send(String day, String county, String period, String wages, int... persons) {
        String[] rows = IntStream.of(persons)
                .mapToObj(n -> Workshop.row(Workshop.TIANZHEN, n, wages))
                .toArray(String[]::new);
        try (Sent sent = new Sent(pipeline.inbox().resolve(county + "-" + day + ".xlsx"))) {
            sent.sheet("车间", Workshop.form(county, period, rows)).on(day);
        }
    }

    private Path folder(String day) {
        return pipeline.home().resolve("replies").resolve(day);
    }

    private static String text(Path workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        DataFormatter shown = new DataFormatter();
        try (Workbook opened = WorkbookFactory.create(workbook.toFile(), null, true)) {
            for (Sheet sheet : opened) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        text.append(shown.formatCellValue(cell)).append('|');
                        if (cell.getCellComment() != null) {
                            text.append(cell.getCellComment().getString().getString())
                                    .append('|');
                        }
                    }
                }
            }
        }
        return text.toString();
    }

    /** Fills in the place to answer beside each query that the reply numbers, and sends it back. */
    private void answer(Path reply, String reason, String day) throws IOException {
        Path back = pipeline.inbox().resolve(day + "-" + reply.getFileName());
        try (InputStream in = Files.newInputStream(reply);
                Workbook workbook = WorkbookFactory.create(in);
                OutputStream out = Files.newOutputStream(back)) {
            int said = ExplanationSheet.headings().indexOf("说明");
            int asked = 0;
            for (Row row : workbook.getSheet(ExplanationSheet.NAME)) {
                Cell number = row.getCell(0);
                if (number != null && number.toString().matches("Q[0-9A-F]{10}")) {
                    row.getCell(said, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                            .setCellValue(reason);
                    asked++;
                }
            }
            assertThat(asked).as("queries in " + reply).isPositive();
            workbook.write(out);
        }
        Sent.dated(back, day);
    }

    @Test
    void bothGetAWorkbookWithTheQueryAndNothingOfTheOtherCountys() throws IOException {
        try (pipeline) {
            sent("2018-07-01", Workshop.TIANZHEN, "2018年6月", 1, 2);

            NightOutcome night = sent("2018-07-02", Workshop.JINZHAI, "2018年6月", 2, 3);

            assertThat(night.replied()).isEqualTo(new Replied("replies/2018-07-02", 2, 2, 0, 1));
            try (Stream<Path> files = Files.list(folder("2018-07-02"))) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                TIANZHEN + ".xlsx", TIANZHEN + "-回执.xlsx", JINZHAI + ".xlsx", JINZHAI + "-回执.xlsx");
            }
            List<String> numbers = pipeline.query("select distinct query from stats.open_query");
            assertThat(numbers).hasSize(1);
            assertThat(text(folder("2018-07-02").resolve(TIANZHEN + ".xlsx")))
                    .contains(numbers.get(0), "B7", "本期金寨县也填报了同一对象", "已通过；现需补充核实")
                    .contains(Sent.id(Workshop.TIANZHEN, 1))
                    .doesNotContain(Sent.id(Workshop.TIANZHEN, 3), "王丁");
            assertThat(text(folder("2018-07-02").resolve(JINZHAI + ".xlsx")))
                    .contains(numbers.get(0), "B6", "本期天镇县也填报了同一对象")
                    .doesNotContain(Sent.id(Workshop.TIANZHEN, 1), "王乙");
            assertThat(Receipts.text(folder("2018-07-02").resolve(TIANZHEN + "-回执.xlsx")))
                    .contains("补充核实 1 张", "补充核实|已采用", "核实性 1 处", TIANZHEN + ".xlsx")
                    .doesNotContain("全部通过");
        }
    }

    @Test
    void bothCanAnswerAndAreAskedAgainOnlyWhenTheAnswerHasExpired() throws IOException {
        try (pipeline) {
            sent("2018-07-01", Workshop.TIANZHEN, "2018年6月", 1, 2);
            sent("2018-07-02", Workshop.JINZHAI, "2018年6月", 2, 3);
            answer(folder("2018-07-02").resolve(TIANZHEN + ".xlsx"), "该同志六月上旬在我县车间务工", "2018-07-03");
            answer(folder("2018-07-02").resolve(JINZHAI + ".xlsx"), "该同志六月下旬转到我县车间", "2018-07-03");

            NightOutcome answered = pipeline.on("2018-07-03").night();

            assertThat(List.of(answered.accepted(), answered.queried())).containsExactly(2, 0);
            assertThat(pipeline.query("select * from stats.open_query")).isEmpty();
            NightOutcome revision = sent("2018-07-04", Workshop.TIANZHEN, "2018年6月", 1, 2, 5);
            assertThat(List.of(revision.accepted(), revision.replied().askedSince()))
                    .containsExactly(1, 0);
            assertThat(sent("2018-08-01", Workshop.TIANZHEN, "2018年7月", 1, 2).accepted())
                    .isEqualTo(1);
            NightOutcome next = sent("2018-08-02", Workshop.JINZHAI, "2018年7月", 2, 3);
            assertThat(List.of(next.accepted(), next.replied().askedSince())).containsExactly(1, 0);

            assertThat(sent("2019-08-01", Workshop.TIANZHEN, "2019年7月", 1, 2).accepted())
                    .isEqualTo(1);
            NightOutcome expired = sent("2019-08-02", Workshop.JINZHAI, "2019年7月", 2, 3);
            assertThat(List.of(expired.queried(), expired.replied().askedSince()))
                    .containsExactly(1, 1);
        }
    }

    @Test
    void allAreCountedAndSomeAreListed() {
        try (pipeline) {
            sent(
                    "2018-07-01",
                    Workshop.TIANZHEN,
                    "2018年6月",
                    IntStream.range(0, 1600).toArray());
            sent(
                    "2018-07-02",
                    Workshop.JINZHAI,
                    "2018年6月",
                    IntStream.range(0, 1200).toArray());
            assertThat(pipeline.query(TOTALS.formatted("person-in-one-county")))
                    .containsExactly("140222|1200|0|1000", "341524|1200|0|1000");

            NightOutcome night = sent(
                    "2018-07-03",
                    Workshop.JINZHAI,
                    "2018年6月",
                    IntStream.range(100, 1500).toArray());

            assertThat(night.replied().askedSince()).isEqualTo(1);
            assertThat(pipeline.query(TOTALS.formatted("person-in-one-county")))
                    .as("the hundred that the other county took back stay listed")
                    .containsExactly("140222|1500|0|1000", "341524|1400|0|1000");
        }
    }

    @Test
    void whatTheEarlierCountyHasExplainedOfOtherRulesCountsOnce() throws IOException {
        try (pipeline) {
            send("2018-07-01", Workshop.TIANZHEN, "2018年6月", "2.5", 1, 2);
            pipeline.on("2018-07-01").night();
            answer(folder("2018-07-01").resolve("天镇县-扶贫车间用工花名册-2018年6月.xlsx"), "订单集中交付，加班工资较高", "2018-07-02");
            assertThat(pipeline.on("2018-07-02").night().accepted()).isEqualTo(1);

            sent("2018-07-03", Workshop.JINZHAI, "2018年6月", 2, 3);

            assertThat(pipeline.query(TOTALS.formatted("wages-plausible"))).containsExactly("140222|2|2|2");
            assertThat(pipeline.query("select region, rule, open from stats.open_query order by 1"))
                    .containsExactly("140222|person-in-one-county|1", "341524|person-in-one-county|1");
        }
    }
}
