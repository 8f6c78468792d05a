package org.xianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.definition.DefinitionsLoader;

class TemplateTest {
    private final Path file;

    TemplateTest(@TempDir Path directory) {
        this.file = directory.resolve("forms").resolve("blank.xlsx");
    }

    private Spoken template(String line) {
        return Spoken.in(Locale.ENGLISH, ("template " + line + " --out=" + file).split(" "));
    }

    @Test
    void writesTheFormWithItsEditionInIt() throws IOException {
        Spoken spoken = template("placement --period 2018-06 --county 天镇 --rows 5");

        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).contains("written").contains(file.toString());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            String version = DefinitionsLoader.load(Path.of("jobs"))
                    .layouts("placement")
                    .get(0)
                    .version();
            assertThat(workbook.getProperties()
                            .getCustomProperties()
                            .getProperty("xianbao-form")
                            .getLpwstr())
                    .isEqualTo("placement/2010-01-01/" + version);
            assertThat(workbook.getSheetAt(0).getProtect()).isTrue();
        }
    }

    @Test
    void writesOverNothingUnlessToldTo() throws IOException {
        template("insurance --period 2018Q2");
        byte[] first = Files.readAllBytes(file);

        Spoken again = template("measure --period 2018Q2");

        assertThat(again.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(again.err()).hasLineCount(1).contains("is there already");
        assertThat(file).hasBinaryContent(first);
        assertThat(template("measure --period 2018Q2 --force").code()).isZero();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "placemnt --period 2018-06|there is no placemnt, did you mean placement?",
                "xyzzy --period 2018-06|there is no xyzzy",
                "placement --period 2018Q2|2018Q2 is no period of placement, write it like 2018-06",
                "party_training --period 2018|2018 is no period of party_training, write it like 2018-06-15",
                "placement --period 2018-06 --county 山西省|山西省 names no county, or several, on 2018-06-30",
                "placement --period 2018-06 --rows 0|0 rows cannot be: 1 to 5000",
                "placement|missing: --period=PERIOD",
                "--period 2018-06|missing: RETURN"
            })
    void tellsInOneLineWhatIsWrong(String line, String told) {
        Spoken spoken = template(line);

        assertThat(spoken.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(spoken.err()).hasLineCount(1).contains(told);
        assertThat(file).doesNotExist();
    }
}
