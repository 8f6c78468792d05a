package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Sent;
import org.xianbao.Workshop;

class TraceAndImpactTest {
    private final Path directory;
    private final Pipeline pipeline;

    TraceAndImpactTest(@TempDir Path directory) {
        this.directory = directory;
        pipeline = Workshop.define(new Pipeline(directory), Workshop.RETURN);
    }

    @BeforeEach
    void night() {
        send(pipeline.inbox().resolve("june.xlsx"), "0.2", "2018-07-01");
        pipeline.night();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    private static Path send(Path file, String wages, String day) {
        try (Sent sent = new Sent(file)) {
            return sent.sheet(
                            "车间",
                            Workshop.form(Workshop.TIANZHEN, "2018年6月", Workshop.row(Workshop.TIANZHEN, 1, wages)))
                    .on(day);
        }
    }

    private Spoken run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--jobs=" + pipeline.jobs();
        return Spoken.by(pipeline.database(), pipeline.home(), all);
    }

    @Test
    void drawsATreeThatEndsAtCells() {
        Spoken spoken = run("trace", "workshop-wages", "--region", "天镇县", "--period", "2018-06");

        assertThat(spoken.code()).isEqualTo(ExitCode.ACCEPTED.code());
        assertThat(spoken.out())
                .startsWith("Wages  天镇县  2018-06  2000 元\n│  edition 1 (快报)")
                .contains("│  ├─ G6  wages  [value]  “0.2” → 2000\n")
                .contains(
                        "│  └─ ✓ 2000 again, from rows on the sheet: 1; cells read again from the workbook: 1, all the same\n")
                .endsWith("└─ ✓ together the published 2000, from returns: 1\n");
    }

    @Test
    void tellsAProgramEverythingAsJson() {
        Spoken spoken = run("trace", "workshop-wages", "--region", "140222", "--period", "2018-06", "--format", "json");

        assertThat(spoken.out())
                .contains("\"holds\" : true")
                .contains("\"address\" : \"G6\"")
                .contains(pipeline.query("select hash from xianbao.workbook").get(0));
    }

    @Test
    void endsWithACodeOfItsOwnWhenTheProofFails() {
        pipeline.execute("update facts.workshop set wages = 2001");

        Spoken spoken = run("trace", "workshop-wages", "--region", "140222", "--period", "2018-06");

        assertThat(spoken.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(spoken.out())
                .contains("✗ 2001 now, which is not what was measured")
                .contains("something else: G6");
    }

    @Test
    void saysWhatComesNearestToAFigureThatDoesNotExist() {
        assertThat(run("trace", "workshop-wage", "--region", "140222", "--period", "2018-06")
                        .err())
                .contains("did you mean workshop-wages?");
        assertThat(run("trace", "workshop-wages", "--region", "140222", "--period", "2018-05")
                        .err())
                .contains("there is one in");
    }

    @Test
    void saysWhichWordOfTheQuestionNamesNothing() {
        assertThat(run("trace", "工资总数", "--region", "天镇县", "--period", "2018-06")
                        .err())
                .contains("no indicator is called 工资总数, did you mean workshop-wages?");
        assertThat(run("trace", "workshop-wages", "--region", "天真县", "--period", "2018-06")
                        .err())
                .contains("no region has the code or name 天真县 in 2018-06, did you mean 天镇县 140222?");
        assertThat(run("trace", "workshop-wages", "--region", "140222", "--period", "2018-06", "--edition", "7")
                        .err())
                .contains("; editions of the period: 1");
        assertThat(run("trace", "workshop-wages", "--region", "341524", "--period", "2018-06")
                        .err())
                .contains("for 341524 in 2018-06, nor in any other period");
    }

    @Test
    void followsNoMoreReturnsThanAskedAndAddsUpAll() {
        Spoken spoken = run("trace", "workshop-wages", "--region", "天镇县", "--period", "2018-06", "--returns", "0");

        assertThat(spoken.code()).isEqualTo(ExitCode.ACCEPTED.code());
        assertThat(spoken.out())
                .contains("├─ … returns that are added up but not followed to their cells: 1;")
                .endsWith("└─ ✓ together the published 2000, from returns: 1\n")
                .doesNotContain("G6");
    }

    @Test
    void saysThatAFigureIsWithheld() {
        pipeline.define("indicators/few.yaml", """
                theme: {zh: 扶贫车间, en: Workshops}
                indicators:
                  few: {title: {zh: 乡镇用工, en: Few}, kind: flow, unit: 人, from: workshop, value: count(*), region: "'140222100'"}
                """);
        pipeline.rerun(pipeline.query("select hash from xianbao.workbook").get(0), null);

        Spoken spoken = run("trace", "few", "--region", "玉泉镇", "--period", "2018-06");

        assertThat(spoken.out())
                .startsWith("Few  玉泉镇  2018-06  1 人\n")
                .contains("status Q")
                .contains("withheld, as it would tell of a few persons")
                .endsWith("└─ ✓ together the withheld 1, from returns: 1\n");
    }

    /** The definitions have changed since, and then those of the edition are lost. */
    @Test
    void saysByWhichDefinitionsAFigureIsExplained() {
        pipeline.define(
                "indicators/workshop.yaml",
                pipeline.text("indicators/workshop.yaml").replace("en: Wages}", "en: All wages}"));

        assertThat(run("trace", "workshop-wages", "--region", "天镇县", "--period", "2018-06")
                        .out())
                .startsWith("All wages  天镇县  2018-06  2000 元\n")
                .contains("which are not those in force now")
                .contains("✓ together the published 2000");

        pipeline.execute("delete from xianbao.definition_file"
                + " where fingerprint in (select definitions from xianbao.edition)");
        assertThat(run("trace", "workshop-wages", "--region", "天镇县", "--period", "2018-06")
                        .out())
                .contains("which are not on record or cannot be read any more; added up by those in force now")
                .contains("✓ together the published 2000")
                .contains("the definitions of then are not on record");
    }

    @Test
    void tellsWhatAWorkbookWouldChange() {
        Path corrected = send(directory.resolve("corrected.xlsx"), "0.25", "2018-07-02");

        Spoken spoken = run("impact", corrected.toString());

        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out())
                .contains("Figures of 2018-06 in its next edition, 2: ")
                .containsPattern("Wages +天镇县 +2000 → 2500 元");
    }

    @Test
    void endsWithNoughtWhenNothingWouldChange() {
        Spoken spoken = run("impact");

        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).contains("nothing would change");
        assertThat(run("impact", "4711").err()).contains("4711 is no file that can be read and no submission");
    }
}
