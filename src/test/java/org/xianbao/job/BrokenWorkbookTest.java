package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;
import org.xianbao.warehouse.Schema;

/** A file that cannot be read to its end: it is kept, named and told, the night goes on, and nothing of it is seen. */
class BrokenWorkbookTest {
    private static final int ROWS = 9000;

    private final Pipeline pipeline;

    BrokenWorkbookTest(@TempDir Path directory) {
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
        Workshop.send(pipeline.inbox().resolve("sound.xlsx"), "2018-06-02", Workshop.JINZHAI, "2018年5月", 2, "0.2");
    }

    private Path two() {
        Path file = pipeline.inbox().resolve("broken.xlsx");
        String[] rows = new String[ROWS];
        Arrays.setAll(rows, n -> Workshop.row(Workshop.TIANZHEN, n, "0.1"));
        try (Sent sent = new Sent(file)) {
            sent.sheet("车间一", Workshop.form(Workshop.TIANZHEN, "2018年5月", rows[0]))
                    .sheet("车间二", Workshop.form(Workshop.TIANZHEN, "2018年6月", rows))
                    .on("2018-06-01");
        }
        return file;
    }

    /** Damages the second sheet behind its 8,500th row, more than a block from its beginning. */
    private void corrupt(Path file, String with) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Path sheet = zip.getPath("xl/worksheets/sheet2.xml");
            String xml = Files.readString(sheet);
            int at = xml.indexOf("<row r=\"8500\"");
            assertThat(at).isPositive();
            Files.writeString(sheet, xml.substring(0, at) + with);
        }
        Sent.dated(file, "2018-06-01");
    }

    private void nothingIsSeenOfIt(NightOutcome night, String state) throws IOException {
        assertThat(night.accepted()).isEqualTo(1);
        assertThat(night.lines()).anyMatch(line -> line.startsWith("broken.xlsx: " + state));
        assertThat(pipeline.query("select w.name, r.state from xianbao.reading r join xianbao.workbook w"
                        + " on w.hash = r.workbook order by 1"))
                .containsExactly("broken.xlsx|" + state, "sound.xlsx|read");
        assertThat(pipeline.query("select distinct region from published.workshop"))
                .containsExactly(Workshop.JINZHAI);
        assertThat(pipeline.query("select distinct region from received.workshop"))
                .containsExactly(Workshop.JINZHAI);
        assertThat(pipeline.query("select count(*) from xianbao.finding f join xianbao.reading r on r.id = f.reading"
                        + " where f.severity = 'reject' and f.submission is null and r.state = '" + state + "'"))
                .containsExactly("1");
        String hash = pipeline.query("select hash from xianbao.workbook where name = 'broken.xlsx'")
                .get(0);
        assertThat(pipeline.home()
                        .resolve("store")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash))
                .hasSameBinaryContentAs(pipeline.inbox().resolve("broken.xlsx"));
        pipeline.stop();
        assertThat(pipeline.night().received()).isZero();
    }

    @Test
    void xmlThatIsNoneInTheMiddleOfASheet() throws Exception {
        try (pipeline) {
            corrupt(two(), "<row r=\"8501\"><c r=\"A8501\"><<</row>");

            NightOutcome night = pipeline.night();

            assertThat(night.refused()).isEqualTo(1);
            nothingIsSeenOfIt(night, "refused");
        }
    }

    @Test
    void aSheetThatEndsInTheMiddle() throws Exception {
        try (pipeline) {
            corrupt(two(), "");

            NightOutcome night = pipeline.night();

            nothingIsSeenOfIt(night, "refused");
        }
    }

    @Test
    void aFileThatEndsInTheMiddle() throws Exception {
        try (pipeline) {
            Path file = two();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

            NightOutcome night = pipeline.night();

            nothingIsSeenOfIt(night, "refused");
        }
    }

    @Test
    void rowsThatTheDatabaseRefuses() throws Exception {
        try (pipeline) {
            pipeline.get(Schema.class);
            pipeline.execute("create function refuse() returns trigger language plpgsql as"
                    + " 'begin raise exception ''no'' using errcode = ''22003''; end'");
            pipeline.execute("create trigger refuse before insert on facts.workshop for each row"
                    + " when (new._row = 8600) execute function refuse()");
            two();

            NightOutcome night = pipeline.night();

            assertThat(night.failed()).isEqualTo(1);
            nothingIsSeenOfIt(night, "failed");
        }
    }

    @Test
    void aFileWithoutAnyMeaning() throws Exception {
        try (pipeline) {
            Files.write(
                    pipeline.inbox().resolve("broken.xlsx"),
                    "PK\3\4 is how a zip begins".getBytes(StandardCharsets.UTF_8));

            NightOutcome night = pipeline.night();

            nothingIsSeenOfIt(night, "refused");
        }
    }
}
