package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.Pipeline;
import org.xianbao.Receipts;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** What a receipt says. The return of May is due on 5 June, 24:00 in Shanghai, which is 16:00 in Greenwich. */
class ReceiptTest {
    private final Pipeline pipeline;

    ReceiptTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private String receipt() {
        Path folder = pipeline.home().resolve("replies").resolve(Pipeline.NIGHT.toString());
        return Receipts.text(folder.resolve("天镇县-扶贫车间用工花名册-2018年5月-回执.xlsx"));
    }

    private void send(String name, Instant at, String... rows) throws IOException {
        try (Sent sent = new Sent(pipeline.inbox().resolve(name))) {
            Path file = sent.sheet("车间用工", rows).sheet("说明", "请查收").on("2018-06-01");
            Files.setLastModifiedTime(file, FileTime.from(at));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2018-06-05T15:59:59Z, 2018-06-05 23:59, 按时",
        "2018-06-05T16:00:00Z, 2018-06-06 00:00, 按时",
        "2018-06-05T16:00:59Z, 2018-06-06 00:00, 按时",
        "2018-06-05T16:01:00Z, 2018-06-06 00:01, 迟报 1分",
        "2018-06-07T17:01:30Z, 2018-06-08 01:01, 迟报 2天1小时1分"
    })
    void tellsToTheMinuteWhetherItCameInTime(Instant at, String received, String told) throws IOException {
        try (pipeline) {
            send(
                    "may.xlsx",
                    at,
                    Workshop.form(Workshop.TIANZHEN, "2018年5月", Workshop.row(Workshop.TIANZHEN, 1, "0.1")));

            pipeline.night();

            assertThat(receipt()).contains("收到时间|" + received + "\n", "2018-06-05 24:00\n" + told + "|");
        }
    }

    @Test
    void tellsWhatBecameOfTheWorkbookAndWhatIsStillOwed() throws IOException {
        String reporters = "region,return,from,to,exempt\n140222,workshop,2018-04-01,2018-12-31,2018-06|2018-07\n";
        try (pipeline) {
            pipeline.define("lists/reporters.csv", reporters);
            send(
                    "may.xlsx",
                    Instant.parse("2018-06-03T04:05:06Z"),
                    Workshop.form(
                            Workshop.TIANZHEN,
                            "2018年5月",
                            Workshop.row(Workshop.TIANZHEN, 1, "9"),
                            Workshop.row(Workshop.TIANZHEN, 2, "a lot")));

            pipeline.get(Nights.class).run(LocalDate.of(2018, 9, 3), Progress.NONE);

            Path folder = pipeline.home().resolve("replies/2018-09-03");
            String hash = pipeline.query("select left(hash, 16) from xianbao.workbook")
                    .get(0);
            assertThat(Receipts.text(folder.resolve("天镇县-扶贫车间用工花名册-2018年5月-回执.xlsx")))
                    .contains(
                            "天镇县\n",
                            "退回 1 张\n",
                            "收到时间|2018-06-03 12:05\n",
                            "文件名|may.xlsx\n",
                            "校验码（SHA-256）|" + hash + "\n",
                            "识别的工作表|车间用工\n",
                            "未识别的工作表|说明\n",
                            "批注文件|天镇县-扶贫车间用工花名册-2018年5月.xlsx（",
                            "扶贫车间用工花名册|2018年5月\n第 1 次报送|2|退回|未采用，改正后重报|2018-06-05 24:00\n按时|" + "强制性 1 处\n核实性 1 处\n",
                            "三、尚欠报表（截至2018年9月3日）\n",
                            """
                            扶贫车间用工花名册|2018年8月|2018-09-05 24:00|还有 2 天
                            扶贫车间用工花名册|2018年5月|2018-06-05 24:00|已退回，逾期 90 天
                            扶贫车间用工花名册|2018年4月|2018-05-05 24:00|逾期 121 天
                            """,
                            "共欠 3 张，其中逾期 2 张");
        }
    }

    @Test
    void tellsWhyAFileWasNotTakenIn() throws IOException {
        try (pipeline) {
            Sent.dated(Files.writeString(pipeline.inbox().resolve("_x0041_&<名单>.csv"), "=1+1,2\n"), "2018-06-03");

            pipeline.night();

            Path folder = pipeline.home().resolve("replies").resolve(Pipeline.NIGHT.toString());
            assertThat(Receipts.text(folder.resolve("_x0041_&_名单_-未能受理-回执.xlsx")))
                    .contains("未能受理\n", "文件名|_x0041_&<名单>.csv\n", "原因|这是纯文本（CSV）文件", "识别的工作表|无\n")
                    .doesNotContain("报表审核", "尚欠报表");
        }
    }

    @Test
    void capsWhatItListsAndTellsHowManyThereAre() throws IOException {
        String reporters = "region,return,from,to,exempt\n140222,workshop,2016-01-01,2018-12-31,\n";
        try (pipeline) {
            pipeline.define("lists/reporters.csv", reporters);
            send(
                    "may.xlsx",
                    Instant.parse("2018-06-03T04:05:06Z"),
                    Workshop.form(Workshop.TIANZHEN, "2018年5月", Workshop.row(Workshop.TIANZHEN, 1, "0.1")));

            pipeline.night();

            assertThat(receipt())
                    .contains("2018年11月|2018-12-05 24:00|逾期 26 天")
                    .doesNotContain("2017年10月")
                    .contains("共欠 34 张，其中逾期 34 张；以上为最近的 12 张");
        }
    }
}
