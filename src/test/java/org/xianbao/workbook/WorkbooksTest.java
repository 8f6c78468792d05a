package org.xianbao.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xianbao.workbook.Reading.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xianbao.finding.Messages;
import org.xianbao.workbook.Refusal.Kind;

class WorkbooksTest {
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private final Path folder;

    WorkbooksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | EMPTY
                    '   ' | EMPTY
                    %PDF-1.7 | NOT_A_WORKBOOK
                    {\\rtf1 | NOT_A_WORKBOOK
                    姓名,年收入 | CSV
                    <html><body><table><tr><td>1</td></tr></table></body></html> | HTML
                    <table border=1><tr><td>1</td></tr></table> | HTML
                    <!DOCTYPE html><p> | HTML
                    MIME-Version: 1.0 | HTML
                    <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/> | XML_2003
                    <?xml version="1.0"?><feed/> | NOT_A_WORKBOOK
                    """)
    void tellsAFileByItsText(String content, Kind kind) throws IOException {
        assertThat(refusal(file(content.getBytes(StandardCharsets.UTF_8)))).isEqualTo(kind);
    }

    @Test
    void tellsTextInOtherEncodings() throws IOException {
        assertThat(refusal(file("姓名,年收入\r\n张三,1\r\n".getBytes(Charset.forName("GB18030")))))
                .isEqualTo(Kind.CSV);
        assertThat(refusal(file("\uFEFF姓名\t年收入".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(Kind.CSV);
        assertThat(refusal(file("\uFEFF<html>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Kind.HTML);
    }

    @Test
    void tellsPicturesAndOldBinaries() throws IOException {
        assertThat(refusal(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})))
                .isEqualTo(Kind.NOT_A_WORKBOOK);
        assertThat(refusal(file(new byte[] {9, 8, 8, 0, 0, 5, 16, 0}))).isEqualTo(Kind.BIFF5);
        assertThat(refusal(file(new byte[] {9, 0, 4, 0, 2, 0, 16, 0}))).isEqualTo(Kind.BIFF5);
        assertThat(refusal(file(new byte[4_096]))).isEqualTo(Kind.EMPTY);
    }

    @Test
    void tellsZipsByWhatIsInThem() throws IOException {
        assertThat(refusal(zip("mimetype", ODS))).isEqualTo(Kind.OPEN_DOCUMENT);
        assertThat(refusal(zip("mimetype", "application/epub+zip"))).isEqualTo(Kind.NOT_A_WORKBOOK);
        assertThat(refusal(zip("readme.txt", "hello"))).isEqualTo(Kind.NOT_A_WORKBOOK);
    }

    @Test
    void tellsPackagesByTheirMainPart() throws IOException {
        String xlsx = "officedocument.spreadsheetml.sheet.main+xml";
        assertThat(refusal(retyped(xlsx, "ms-excel.sheet.binary.macroEnabled.main")))
                .isEqualTo(Kind.BINARY_XLSB);
        assertThat(refusal(zip("xl/workbook.bin", "\u0083\u0001")))
                .as("without content types or relations")
                .isEqualTo(Kind.BINARY_XLSB);
        assertThat(refusal(retyped(xlsx, "officedocument.wordprocessingml.document.main+xml")))
                .isEqualTo(Kind.NOT_A_WORKBOOK);
    }

    private Path retyped(String type, String other) {
        return Ooxml.rows("")
                .part(
                        "[Content_Types].xml",
                        ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                        + "<Default Extension='xml' ContentType='application/xml'/>"
                                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd."
                                        + type + "'/></Types>")
                                .replace(type, other))
                .write(folder);
    }

    @ParameterizedTest
    @CsvSource({"10", "300", "900"})
    void knowsATruncatedZip(int length) throws IOException {
        byte[] whole = Files.readAllBytes(
                Ooxml.rows("<row><c><v>1</v></c></row>").formats("0%").write(folder));

        assertThat(refusal(file(Arrays.copyOf(whole, length)))).isEqualTo(Kind.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"
    })
    void refusesADamagedFrame(String part) {
        Path file = Ooxml.rows("")
                .styles("")
                .strings("")
                .part(part, "<workbook><sheets><sheet name='1'")
                .write(folder);

        assertThat(refusal(file)).isIn(Kind.UNREADABLE, Kind.NOT_A_WORKBOOK);
    }

    @ParameterizedTest
    @CsvSource({"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"})
    void refusesADocumentType(String part) {
        String evil = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>";

        assertThat(refusal(
                        Ooxml.rows("").styles("").strings("").part(part, evil).write(folder)))
                .isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void refusesAPackageIndexThatInflatesWithoutEnd() {
        String relations = Ooxml.relations(" ".repeat(5 << 20));

        assertThat(refusal(Ooxml.rows("")
                        .part("xl/_rels/workbook.xml.rels", relations)
                        .write(folder)))
                .isIn(Kind.TOO_LARGE, Kind.UNREADABLE);
    }

    @Test
    void complainsOfAFileThatIsNotThere() {
        assertThatThrownBy(() -> Workbooks.open(folder.resolve("missing.xlsx")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysInBothLanguagesWhatToSendInstead(Kind kind) {
        String key = new Refusal(kind, "").key();

        assertThat(key).matches("refusal\\.[a-z0-9-]+");
        assertThat(Messages.text(key, Locale.CHINESE).orElseThrow())
                .contains("请")
                .contains("报送");
        assertThat(Messages.text(key, Locale.ENGLISH).orElseThrow())
                .contains("lease")
                .doesNotContain("请");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("named.xlsx"), content);
    }

    private Path zip(String name, String content) throws IOException {
        Path file = folder.resolve("zip.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
