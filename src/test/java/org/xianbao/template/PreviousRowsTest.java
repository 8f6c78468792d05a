package org.xianbao.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.value.Regions;

/** What a county reported in the last period stands on its next blank form. */
class PreviousRowsTest {
    private static final Period MAY = Period.parse("2018-05").orElseThrow();
    private static final Period JUNE = Period.parse("2018-06").orElseThrow();
    private static final String RETURN = Workshop.RETURN.replace(
            "  columns:\n", "  template: {prefill: [craft, days, pieces, wages]}\n  columns:\n");

    private final Path directory;
    private final Pipeline pipeline;

    PreviousRowsTest(@TempDir Path directory) {
        this.directory = directory;
        this.pipeline = new Pipeline(directory);
        Workshop.define(pipeline, RETURN);
        try (Sent sent = new Sent(pipeline.inbox().resolve("may.xlsx"))) {
            String wang = "王甲|" + Sent.id("140222", 1) + "|13800000001|服装缝纫|20|1200余|0.25";
            String li = "李乙|" + Sent.id("140222", 2) + "||制茶|11||0.3";
            sent.sheet("车间用工", Workshop.form(Workshop.TIANZHEN, "2018年5月", wang, li))
                    .on("2018-06-01");
        }
        pipeline.night();
    }

    private List<PreviousRow> rows(Period period, String county) throws Exception {
        return new PreviousRows(pipeline.get(DataSource.class), definitions()).of(definition(), period, region(county));
    }

    private Definitions definitions() {
        return pipeline.get(Definitions.class);
    }

    private ReturnDefinition definition() {
        return definitions().layouts("workshop").get(0);
    }

    private Region region(String code) {
        return new Regions(definitions().regions()).county(code, JUNE.end()).orElseThrow();
    }

    @Test
    void areTakenAsTheFormReportsThemInTheOrderOfTheSheet() throws Exception {
        try (pipeline) {
            assertThat(rows(JUNE, "140222"))
                    .containsExactly(
                            new PreviousRow(
                                    "",
                                    Map.of(
                                            "craft",
                                            "缝纫",
                                            "days",
                                            new BigDecimal("20"),
                                            "pieces",
                                            "1200余",
                                            "wages",
                                            new BigDecimal("0.25"))),
                            new PreviousRow(
                                    "",
                                    Map.of(
                                            "craft", "制茶",
                                            "days", new BigDecimal("11"),
                                            "wages", new BigDecimal("0.3"))));
        }
    }

    @Test
    void areNoOtherCountysAndOfNoOtherPeriod() throws Exception {
        try (pipeline) {
            assertThat(rows(JUNE, "341524")).isEmpty();
            assertThat(rows(MAY, "140222")).isEmpty();
        }
    }

    @Test
    void standAboveTheOpenLinesOfTheForm() throws Exception {
        try (pipeline) {
            Path blank = directory.resolve("june.xlsx");
            Order order = new Order(definition(), JUNE, region("140222"), rows(JUNE, "140222"), 3);
            try (OutputStream out = Files.newOutputStream(blank)) {
                BlankForm.write(definitions(), order, out);
            }

            assertThat(Values.of(definitions(), blank, "workshop"))
                    .extracting(r -> r.cells().entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue().text())
                            .toList())
                    .containsExactly(
                            List.of("name=", "person=", "phone=", "craft=缝纫", "days=20", "pieces=1200余", "wages=0.25"),
                            List.of("name=", "person=", "phone=", "craft=制茶", "days=11", "pieces=", "wages=0.3"));
        }
    }
}
