package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.job.NightOutcome;

class CheckTest {
    private final Path directory;
    private final Pipeline pipeline;

    CheckTest(@TempDir Path directory) {
        this.directory = directory;
        this.pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    private Spoken check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        all.add("--home=" + pipeline.home());
        all.add("--jobs=" + pipeline.jobs());
        all.add("--spring.datasource.url=" + pipeline.database().url());
        return Spoken.in(Locale.CHINESE, all.toArray(new String[0]));
    }

    private Path sent(String name, String... rows) {
        Path file = directory.resolve(name);
        try (Sent sent = new Sent(file)) {
            return sent.sheet("车间用工", Workshop.form(Workshop.TIANZHEN, "2018年6月", rows))
                    .on("2018-07-01");
        }
    }

    private Path bad(int rows) {
        return sent(
                "bad.xlsx",
                IntStream.range(0, rows)
                        .mapToObj(n -> Workshop.row(Workshop.TIANZHEN, n, "很多"))
                        .toArray(String[]::new));
    }

    private List<String> replies() throws IOException {
        Path folder = pipeline.home().resolve("replies");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .toList();
        }
    }

    @Test
    void tellsEachFindingAtItsPlaceAndWritesTheAnnotatedWorkbook() throws IOException {
        Path file = bad(1);

        Spoken spoken = check(file.toString());

        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out())
                .contains(file + "：已读取\n")
                .contains("  扶贫车间用工花名册　天镇县　2018-06（工作表“车间用工”，1 行）：退回\n")
                .containsPattern("强制性 +车间用工!G6 +很多 .*not-a-number\n");
        assertThat(replies()).containsExactly("check/天镇县-扶贫车间用工花名册-2018年6月.xlsx");
        assertThat(spoken.out()).contains("批注文件：" + pipeline.home().resolve("replies"));
    }

    @Test
    void endsWithZeroWhereNothingWeighsAndWritesNoReplyWhereNothingWasFound() throws IOException {
        Spoken spoken = check(
                sent("good.xlsx", Workshop.row(Workshop.TIANZHEN, 1, "0.1")).toString());

        assertThat(spoken.out()).contains("通过");
        assertThat(spoken.code()).isZero();
        assertThat(replies()).isEmpty();
    }

    @Test
    void capsWhatItTellsOfOneCauseUnlessAskedForAll() {
        Path file = bad(12);

        String some = check("--no-reply", file.toString()).out();
        String all = check("--no-reply", "--all", file.toString()).out();

        assertThat(some).contains("…… not-a-number 共 12 处，另有 7 处未列");
        assertThat(some.lines().filter(l -> l.contains("车间用工!G"))).hasSize(5);
        assertThat(all).doesNotContain("未列");
        assertThat(all.lines().filter(l -> l.contains("车间用工!G"))).hasSize(12);
    }

    @Test
    void writesRepliesWhereAskedTo() throws IOException {
        Path folder = directory.resolve("elsewhere");
        Path bad = bad(1);
        Path other = sent("other.xlsx", Workshop.row(Workshop.TIANZHEN, 2, "许多"));

        assertThat(check("--reply=" + folder, bad.toString(), other.toString()).code())
                .isEqualTo(1);
        assertThat(check("--no-reply", bad.toString()).code()).isEqualTo(1);

        assertThat(folder)
                .isDirectoryContaining("glob:**/天镇县-扶贫车间用工花名册-2018年6月.xlsx")
                .isDirectoryContaining("glob:**/天镇县-扶贫车间用工花名册-2018年6月 (2).xlsx");
        assertThat(replies()).isEmpty();
    }

    @Test
    void refusesInOneLineWhatIsNoFile() {
        Spoken missing = check(directory.resolve("nowhere.xlsx").toString());
        Spoken folder = check(directory.toString());
        Spoken both = check("--no-reply", "--reply=x", bad(1).toString());

        assertThat(missing.code() + " " + folder.code() + " " + both.code()).isEqualTo("2 2 2");
        assertThat(missing.err()).hasLineCount(1).contains("nowhere.xlsx 不是可读的文件");
        assertThat(folder.err()).hasLineCount(1).contains("不是可读的文件");
        assertThat(both.err()).hasLineCount(1).contains("--reply", "--no-reply");
    }

    @Test
    void tellsWhatAFileIsThatIsNoWorkbook() throws IOException {
        Path file = Files.writeString(directory.resolve("list.xlsx"), "a,b\n1,2\n");

        Spoken spoken = check(file.toString());

        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out()).contains("无法受理").contains("这是纯文本（CSV）文件");
        assertThat(replies()).containsExactly("check/list-未能受理.xlsx");
    }

    @Test
    void saysInOneLineThatAReplyCouldNotBeWritten() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve("file"), "no folder");

        Spoken spoken = check("--reply=" + inTheWay.resolve("below"), bad(1).toString());

        assertThat(spoken.code()).isEqualTo(5);
        assertThat(spoken.err()).hasLineCount(1).contains("批注文件未能写出");
        assertThat(spoken.out()).contains("not-a-number");
    }

    @Test
    void writesAValidationReportOfTheStandardShape() throws IOException {
        String rows = IntStream.range(0, 1200)
                .mapToObj(n -> Workshop.row(Workshop.TIANZHEN, n, "很多"))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        Path file = sent("many.xlsx", rows.split("\n"));

        Spoken spoken = check("--format=json", "--no-reply", file.toString(), bad(1).toString());

        String schema = Files.readString(Path.of("src/test/resources/validation-report.schema.json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(spoken.out(), InputFormat.JSON))
                .isEmpty();
        JsonNode report = new ObjectMapper().readTree(spoken.out());
        String hash = report.at("/0/data/source/0/1").asText();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(report.at("/0/data/source/0").toString())
                .isEqualTo("[\"workshop 140222 2018-06\",\"" + hash + "\",\"车间用工!G6\",\"wages\"]");
        assertThat(report.at("/0/rule/severity").asText()).isEqualTo("error");
        assertThat(count(report, "aggregation", "1200", "count not-a-number")).isEqualTo(1);
        assertThat(count(report, "validation", "0", "not-a-number")).isEqualTo(1001);
        assertThat(count(report, "validation", "1", "days between 0 and 31")).isEqualTo(2);
    }

    private static long count(JsonNode report, String type, String value, String expression) {
        return IntStream.range(0, report.size())
                .mapToObj(report::get)
                .filter(e -> e.get("type").asText().equals(type))
                .filter(e -> e.get("value").asText().equals(value))
                .filter(e -> e.at(type.equals("validation") ? "/rule/expression" : "/aggregate/expression")
                        .asText()
                        .equals(expression))
                .count();
    }

    @Test
    void changesNoRowOfTheWarehouseWithHistoryOrWithout() throws IOException {
        try (pipeline) {
            assertThat(check(bad(1).toString()).code()).isEqualTo(1);
            Files.copy(bad(2), pipeline.inbox().resolve("bad.xlsx"));
            Workshop.send(pipeline.inbox().resolve("may.xlsx"), "2018-06-01", Workshop.TIANZHEN, "2018年5月", 3, "0.01");
            pipeline.night();
            pipeline.stop();
            Map<String, String> before = pipeline.tables("facts", "stats", "xianbao");
            assertThat(before.get("xianbao.finding")).doesNotStartWith("0 rows");

            String jump = check(sent("jump.xlsx", Workshop.row(Workshop.TIANZHEN, 1, "0.9"))
                            .toString())
                    .out();

            assertThat(jump).contains("待说明", "wages-jump");
            assertThat(check(bad(2).toString()).code()).isEqualTo(1);
            assertThat(pipeline.tables("facts", "stats", "xianbao")).isEqualTo(before);
        }
    }

    @Test
    void twoSideBySideHarmNoNight() throws Exception {
        try (pipeline) {
            for (int n = 0; n < 12; n++) {
                Workshop.send(
                        pipeline.inbox().resolve(n + ".xlsx"),
                        "2018-07-01",
                        n % 2 == 0 ? Workshop.TIANZHEN : Workshop.JINZHAI,
                        "2018年" + (n / 2 + 1) + "月",
                        1500,
                        "0.1");
            }
            org.xianbao.judge.Check check = pipeline.get(org.xianbao.judge.Check.class);
            List<CompletableFuture<Void>> checks = Stream.of("10.xlsx", "11.xlsx")
                    .map(pipeline.inbox()::resolve)
                    .map(file -> CompletableFuture.runAsync(() -> {
                        for (int n = 0; n < 4; n++) {
                            checked(check, file);
                        }
                    }))
                    .toList();

            NightOutcome night = pipeline.night();
            checks.forEach(CompletableFuture::join);

            assertThat(night.received()).isEqualTo(12);
            assertThat(night.rows()).isEqualTo(18_000);
            assertThat(pipeline.query("select count(*) from xianbao.batch where name like 'check%'"))
                    .containsExactly("0");
        }
    }

    private static void checked(org.xianbao.judge.Check check, Path file) {
        try {
            assertThat(check.check(file, List.of()).returns()).hasSize(1);
        } catch (IOException | java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
