package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Receipts;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** What a night writes for the counties. */
class RepliesTest {
    private static final String RECEIPT = "天镇县-扶贫车间用工花名册-2018年5月-回执.xlsx";

    private final Pipeline pipeline;

    RepliesTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private Path folder() {
        return pipeline.home().resolve("replies").resolve(Pipeline.NIGHT.toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void send(String name, String day, String county, String period, String wages) {
        Workshop.send(pipeline.inbox().resolve(name), day, county, period, 1, wages);
    }

    @Test
    void areAReceiptAWorkbookAndTheWorkbookItselfWhereSomethingWasFound() throws IOException {
        try (pipeline) {
            sound("a.xlsx", "2018-06-01", "2018年5月");
            send("b.xlsx", "2018-06-02", Workshop.JINZHAI, "2018年5月", "a lot");
            Sent.dated(Files.writeString(pipeline.inbox().resolve("信.txt"), "no workbook"), "2018-06-03");

            NightOutcome night = pipeline.night();

            assertThat(files())
                    .containsExactlyInAnyOrder(
                            RECEIPT,
                            "金寨县-扶贫车间用工花名册-2018年5月.xlsx",
                            "金寨县-扶贫车间用工花名册-2018年5月-回执.xlsx",
                            "信-未能受理.xlsx",
                            "信-未能受理-回执.xlsx");
            assertThat(night.replied()).isEqualTo(new Replied("replies/2018-12-31", 2, 3, 0, 0));
            assertThat(pipeline.query(
                            "select reply, array_to_string(receipts, ' ') from xianbao.reply order by reading"))
                    .containsExactly(
                            "|replies/2018-12-31/" + RECEIPT,
                            "replies/2018-12-31/金寨县-扶贫车间用工花名册-2018年5月.xlsx"
                                    + "|replies/2018-12-31/金寨县-扶贫车间用工花名册-2018年5月-回执.xlsx",
                            "replies/2018-12-31/信-未能受理.xlsx|replies/2018-12-31/信-未能受理-回执.xlsx");
            pipeline.stop();
            assertThat(pipeline.night().replied()).isEqualTo(Replied.NONE);
            assertThat(files()).hasSize(5);
        }
    }

    private void sound(String name, String day, String period) {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name))) {
            sent.sheet("车间用工", Workshop.form(Workshop.TIANZHEN, period, Workshop.row(Workshop.TIANZHEN, 1, "0.1")))
                    .on(day);
        }
    }

    @Test
    void areNumberedWhereNamesAreTheSame() throws IOException {
        try (pipeline) {
            for (String folder : List.of("one", "two")) {
                Files.createDirectories(pipeline.inbox().resolve(folder));
                Sent.dated(
                        Files.writeString(pipeline.inbox().resolve(folder).resolve("letter.txt"), folder),
                        folder.equals("one") ? "2018-06-02" : "2018-06-01");
            }

            pipeline.night();

            assertThat(files())
                    .containsExactlyInAnyOrder(
                            "letter-未能受理.xlsx",
                            "letter-未能受理-回执.xlsx",
                            "letter-未能受理 (2).xlsx",
                            "letter-未能受理-回执 (2).xlsx");
            // the older file came first
            assertThat(pipeline.query("select p.reply from xianbao.reply p join xianbao.reading r on r.id = p.reading"
                            + " join xianbao.workbook w on w.hash = r.workbook order by w.receipt"))
                    .containsExactly("replies/2018-12-31/letter-未能受理.xlsx", "replies/2018-12-31/letter-未能受理 (2).xlsx");
            pipeline.stop();
            Sent.dated(Files.writeString(pipeline.inbox().resolve("letter.txt"), "three"), "2018-06-03");
            pipeline.night();
            assertThat(files()).hasSize(6).contains("letter-未能受理 (3).xlsx");
        }
    }

    @Test
    void keepTheKindOfAWorkbookThatHoldsNoKnownReturn() throws IOException {
        try (pipeline) {
            try (HSSFWorkbook workbook = new HSSFWorkbook();
                    OutputStream out = Files.newOutputStream(pipeline.inbox().resolve("名单.xlsx"))) {
                workbook.createSheet("名单").createRow(0).createCell(0).setCellValue("请查收");
                workbook.write(out);
            }

            assertThat(pipeline.night().replied().failed()).isZero();

            assertThat(files()).containsExactlyInAnyOrder("名单-未能受理.xls", "名单-未能受理-回执.xlsx");
            assertThat(Receipts.text(folder().resolve("名单-未能受理.xls"))).contains("审核结果");
        }
    }

    @Test
    void areWrittenByARerunToo() throws IOException {
        try (pipeline) {
            sound("a.xlsx", "2018-06-01", "2018年5月");
            pipeline.night();
            String hash = pipeline.query("select hash from xianbao.workbook").get(0);

            NightOutcome rerun = pipeline.rerun(hash, null);

            assertThat(rerun.replied().receipts()).isEqualTo(1);
            assertThat(pipeline.query("select array_to_string(receipts, ' ') from xianbao.reply order by reading"))
                    .last()
                    .asString()
                    .endsWith("天镇县-扶贫车间用工花名册-2018年5月-第2次-回执.xlsx");
        }
    }

    @Test
    void areMissedByNobodyElseWhenOneCannotBeWrittenAndItIsTriedAgain() throws IOException {
        try (pipeline) {
            sound("a.xlsx", "2018-06-01", "2018年5月");
            send("b.xlsx", "2018-06-02", Workshop.JINZHAI, "2018年5月", "0.1");
            Path inTheWay = Files.createDirectories(folder().resolve(RECEIPT).resolve("a folder"));

            NightOutcome night = pipeline.night();

            assertThat(night.replied().failed()).isEqualTo(1);
            assertThat(night.accepted()).isEqualTo(2);
            assertThat(night.lines()).anyMatch(l -> l.startsWith("a.xlsx: its reply could not be written"));
            assertThat(files()).contains("金寨县-扶贫车间用工花名册-2018年5月-回执.xlsx");
            Files.delete(inTheWay);
            Files.delete(folder().resolve(RECEIPT));
            pipeline.stop();
            pipeline.night();
            assertThat(folder().resolve(RECEIPT)).isRegularFile();
            assertThat(pipeline.query("select failed from stats.reply")).containsExactly("0");
        }
    }

    @Test
    void tellEachCountyOfAWorkbookItsOwnPartAlone() throws IOException {
        try (pipeline) {
            try (Sent sent = new Sent(pipeline.inbox().resolve("both.xlsx"))) {
                sent.sheet(
                                "天镇车间",
                                Workshop.form(Workshop.TIANZHEN, "2018年5月", Workshop.row(Workshop.TIANZHEN, 1, "0.1")))
                        .sheet(
                                "金寨车间",
                                Workshop.form(
                                        Workshop.JINZHAI,
                                        "2018年5月",
                                        Workshop.row(Workshop.JINZHAI, 1, "a lot"),
                                        Workshop.row(Workshop.JINZHAI, 2, "0.1")))
                        .on("2018-06-01");
            }

            pipeline.night();

            assertThat(files())
                    .containsExactlyInAnyOrder(
                            "天镇县等2县-扶贫车间用工花名册等2张-2018年5月.xlsx", RECEIPT, "金寨县-扶贫车间用工花名册-2018年5月-回执.xlsx");
            assertThat(Receipts.text(folder().resolve(RECEIPT)))
                    .contains("天镇县", "全部通过", "另有其他县的报表 1 张")
                    .doesNotContain("金寨");
            assertThat(Receipts.text(folder().resolve("金寨县-扶贫车间用工花名册-2018年5月-回执.xlsx")))
                    .contains("金寨县", "退回 1 张", "强制性 1 处")
                    .doesNotContain("天镇车间");
        }
    }

    @Test
    void haveNamesInCodesWhereThePlatformTakesNoChinese() throws Exception {
        try (pipeline) {
            send("b.xlsx", "2018-06-02", Workshop.JINZHAI, "2018年5月", "a lot");

            Process program = pipeline.start(Map.of("LC_ALL", "C"), "nightly", "--night=" + Pipeline.NIGHT);

            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(files()).containsExactly("341524-workshop-2018-05-receipt.xlsx", "341524-workshop-2018-05.xlsx");
        }
    }
}
