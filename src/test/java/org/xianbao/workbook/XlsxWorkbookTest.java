package org.xianbao.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xianbao.workbook.Reading.cells;
import static org.xianbao.workbook.Reading.workbook;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxWorkbookTest {
    private final Path folder;

    XlsxWorkbookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> read(String rows) {
        return cells(Ooxml.rows(rows).write(folder));
    }

    private List<String> readCell(String cell) {
        return read("<row r='1'>" + cell + "</row>");
    }

    @Test
    void tellsWhatEachCellHolds() {
        assertThat(read("<row r='2'>"
                        + "<c r='A2'><v>12.5</v></c>"
                        + "<c r='B2' t='b'><v>1</v></c><c r='C2' t='b'><v>0</v></c>"
                        + "<c r='D2' t='e'><v>#REF!</v></c>"
                        + "<c r='E2' t='str'><f>A1&amp;B1</f><v>合计</v></c>"
                        + "<c r='F2' t='inlineStr'><is><t>天镇县</t></is></c>"
                        + "<c r='G2' s='1'/>"
                        + "<c r='H2'><f>A2*2</f><v>25</v></c>"
                        + "<c r='I2' t='d'><v>2018-06-05T00:00:00</v></c>"
                        + "<c r='J2' t='d'><v>2018-06-05T13:30:00Z</v></c>"
                        + "</row>"))
                .containsExactly(
                        "A2 NUMBER 12.5",
                        "B2 BOOLEAN TRUE",
                        "C2 BOOLEAN FALSE",
                        "D2 ERROR #REF!",
                        "E2 TEXT 合计",
                        "F2 TEXT 天镇县",
                        "H2 NUMBER 25",
                        "I2 DATE 2018-06-05",
                        "J2 DATE 2018-06-05T13:30:00");
    }

    @Test
    void keepsAFormulaThatHasNoValue() {
        assertThat(read("<row r='1'><c r='A1'><f>SUM(B1:B9)</f></c><c r='B1'><f>B2</f><v></v></c>"
                        + "<c r='C1'><f t='shared' si='0'/></c><c r='D1' t='str'><f>IF(1,\"\")</f><v></v></c>"
                        + "<c r='E1' t='str'><f>X</f></c></row>"))
                .containsExactly(
                        "A1 FORMULA_WITHOUT_VALUE SUM(B1:B9)",
                        "B1 FORMULA_WITHOUT_VALUE B2",
                        "C1 FORMULA_WITHOUT_VALUE ",
                        "E1 FORMULA_WITHOUT_VALUE X");
    }

    @Test
    void readsSharedAndInlineTextWithoutItsPhoneticGuide() {
        Path file = Ooxml.rows("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                        + "<c r='C1' t='inlineStr'><is><r><t>金</t></r><r><rPr><b/></rPr><t xml:space='preserve"
                        + "'> 寨</t></r><rPh sb='0' eb='1'><t>jin</t></rPh></is></c><c r='D1' t='s'><v>2</v></c></row>")
                .strings("<si><t>山西&amp;省</t></si>"
                        + "<si><r><t>天</t></r><r><t>镇</t></r><rPh sb='0' eb='1'><t>tian</t></rPh><phoneticPr/></si>"
                        + "<si><t></t></si>")
                .write(folder);

        assertThat(cells(file)).containsExactly("A1 TEXT 山西&省", "B1 TEXT 天镇", "C1 TEXT 金 寨");
    }

    @Test
    void decodesEscapedCharacters() {
        assertThat(readCell("<c t='inlineStr'><is><t>培训_x000D_\n天数 _x005F_x000D_ _x12_ _xD83D__xDE00_</t></is></c>"))
                .containsExactly("A1 TEXT 培训\r\n天数 _x000D_ _x12_ 😀");
    }

    @Test
    void showsWhatNoDatabaseTakesAsReplacementCharacters() {
        assertThat(readCell("<c t='inlineStr'><is><t>a_x0000_b_xD800_c_xDC00_</t></is></c>"))
                .containsExactly("A1 TEXT a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void countsOnWhereReferencesAreMissing() {
        assertThat(read("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='5'/>"
                        + "<row><c><v>4</v></c></row>"))
                .containsExactly("A1 NUMBER 1", "D1 NUMBER 2", "E1 NUMBER 3", "A6 NUMBER 4");
    }

    @Test
    void keepsTheFirstOfRepeatedRowsAndCells() {
        assertThat(read("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"
                        + "<row r='1'><c r='A1'><v>3</v></c></row><row r='2'><c r='A2'><v>4</v></c></row>"
                        + "<row r='1'><c r='B1'><v>5</v></c></row>"))
                .containsExactly("A1 NUMBER 1", "A2 NUMBER 4");
    }

    @Test
    void takesCellsThatAreOutOfOrder() {
        assertThat(read("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>"))
                .containsExactly("A1 NUMBER 1", "C1 NUMBER 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='5'/><row r='3'><c><v>1</v></c></row>",
                "<row r='0'><c><v>1</v></c></row>",
                "<row r='-4'><c><v>1</v></c></row>",
                "<row r='1048577'><c><v>1</v></c></row>",
                "<row r='1'><c r='XFE1'><v>1</v></c></row>",
                "<row r='1'><c r='ZZZZZZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c r='-1'><v>1</v></c></row>",
                "<row r='1'><c r='A'><v>1</v></c></row>",
                "<row r='1'><c t='s'><v>7</v></c></row>",
                "<row r='1'><c t='s'><v>x</v></c></row>",
            })
    void breaksWhereDataHasNoPlace(String rows) {
        assertThatThrownBy(() -> read(rows)).isInstanceOf(WorkbookBroken.class).hasMessageContaining("花名册");
    }

    @Test
    void breaksAfterTheRowsThatCouldBeRead() {
        Path file = Ooxml.sheet(
                        "<worksheet xmlns='" + Ooxml.MAIN
                                + "'><sheetData><row r='1'><c><v>1</v></c></row><row r='2'><c><v>2</v></c></row><row r='3'><c><v")
                .write(folder);
        try (Workbook workbook = workbook(file);
                SheetCursor cursor = workbook.read(workbook.sheets().get(0))) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.next()).isTrue();
            assertThatThrownBy(cursor::next)
                    .isInstanceOf(WorkbookBroken.class)
                    .hasMessageContaining("花名册")
                    .hasMessageContaining("after row 3")
                    .hasCauseInstanceOf(Exception.class);
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    void refusesADocumentTypeInASheet() {
        Path file = Ooxml.sheet("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><worksheet xmlns='"
                        + Ooxml.MAIN + "'><sheetData><row><c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData>"
                        + "</worksheet>")
                .write(folder);

        assertThatThrownBy(() -> cells(file)).isInstanceOf(WorkbookBroken.class).hasMessageContaining("document type");
    }

    @Test
    void readsPrefixedAndStrictNamespaces() {
        String prefixed = "<x:worksheet xmlns:x='" + Ooxml.MAIN
                + "'><x:sheetData><x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        String strings = "<si><t>甲</t></si>";

        assertThat(cells(Ooxml.sheet(prefixed).strings(strings).write(folder))).containsExactly("A1 TEXT 甲");
        assertThat(cells(Ooxml.sheet(prefixed).strings(strings).strict().write(folder)))
                .containsExactly("A1 TEXT 甲");
    }

    @Test
    void listsSheetsButNoCharts() {
        Ooxml book = Ooxml.rows("<row><c><v>1</v></c></row>")
                .workbook(
                        "",
                        "<sheet name='图' r:id='rId2'/><sheet name='说明' state='hidden' r:id='rId3'/>"
                                + "<sheet name='对话' r:id='rId5'/><sheet name='密' state='veryHidden' r:id='rId4'/>"
                                + "<sheet name='花名册' state='visible' r:id='rId1'/>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        Ooxml.relations(Ooxml.relation("rId1", "worksheet", "/odd/place/main.data.xml")
                                + Ooxml.relation("rId2", "chartsheet", "chartsheets/sheet1.xml")
                                + Ooxml.relation("rId5", "dialogsheet", "dialogsheets/sheet1.xml")
                                + Ooxml.relation("rId3", "worksheet", "worksheets/sheet1.xml")
                                + Ooxml.relation("rId4", "worksheet", "worksheets/missing.xml")))
                .part(
                        "odd/place/main.data.xml",
                        "<worksheet xmlns='" + Ooxml.MAIN
                                + "'><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>");
        try (Workbook workbook = workbook(book.write(folder))) {
            assertThat(workbook.sheets())
                    .containsExactly(new Sheet(1, "说明", true), new Sheet(3, "密", true), new Sheet(4, "花名册", false));
            assertThat(cells(workbook, workbook.sheets().get(0))).containsExactly("A1 NUMBER 1");
            assertThat(cells(workbook, workbook.sheets().get(2))).containsExactly("A1 NUMBER 2");
            assertThatThrownBy(() -> workbook.read(workbook.sheets().get(1)))
                    .isInstanceOf(WorkbookBroken.class)
                    .hasMessageContaining("密");
        }
    }

    @Test
    void readsTheSameSheetAgain() {
        try (Workbook workbook =
                workbook(Ooxml.rows("<row><c><v>1</v></c></row>").write(folder))) {
            Sheet sheet = workbook.sheets().get(0);
            assertThat(cells(workbook, sheet)).isEqualTo(cells(workbook, sheet)).hasSize(1);
        }
    }

    @Test
    void tellsHiddenColumnsAndRows() {
        Path file = Ooxml.sheet("<worksheet xmlns='" + Ooxml.MAIN
                        + "'><cols><col min='2' max='3' hidden='1'/><col min='5' max='16384' hidden='true'/>"
                        + "<col min='4' max='4' hidden='0'/></cols><sheetData><row r='1' hidden='1'><c><v>1</v></c></row>"
                        + "<row r='2'><c><v>2</v></c></row></sheetData></worksheet>")
                .write(folder);
        try (Workbook workbook = workbook(file);
                SheetCursor cursor = workbook.read(workbook.sheets().get(0))) {
            assertThat(List.of(cursor.hidden(0), cursor.hidden(1), cursor.hidden(2), cursor.hidden(3)))
                    .containsExactly(false, true, true, false);
            assertThat(cursor.hidden(16_383)).isTrue();
            cursor.next();
            assertThat(cursor.row().hidden()).isTrue();
            cursor.next();
            assertThat(cursor.row().hidden()).isFalse();
        }
    }

    @Test
    void showsDatesAndPercentagesByFormat() {
        Path file = Ooxml.rows("<row r='1'><c s='0'><v>43256</v></c><c s='1'><v>43256</v></c>"
                        + "<c s='1'><v>43256.5625</v></c><c s='2'><v>0.39900000000000002</v></c>"
                        + "<c s='1'><v>60</v></c><c s='1'><v>59</v></c><c s='1'><v>61</v></c><c s='1'><v>0.5</v></c>"
                        + "<c s='1'><v>-1</v></c><c s='1'><v>2958466</v></c><c s='1'><v>2958465</v></c></row>")
                .formats("yyyy\"年\"m\"月\"d\"日\"", "0.0%")
                .write(folder);

        assertThat(cells(file))
                .containsExactly(
                        "A1 NUMBER 43256",
                        "B1 DATE 2018-06-05",
                        "C1 DATE 2018-06-05T13:30:00",
                        "D1 PERCENT 0.399",
                        "E1 NUMBER 60",
                        "F1 DATE 1900-02-28",
                        "G1 DATE 1900-03-01",
                        "H1 NUMBER 0.5",
                        "I1 NUMBER -1",
                        "J1 NUMBER 2958466",
                        "K1 DATE 9999-12-31");
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() {
        Path file = Ooxml.rows("<row r='1'><c s='1'><v>0</v></c><c s='1'><v>41794</v></c></row>")
                .workbook("date1904='true'", "<sheet name='花名册' r:id='rId1'/>")
                .formats("yyyy/m/d")
                .write(folder);

        assertThat(cells(file)).containsExactly("A1 DATE 1904-01-01", "B1 DATE 2018-06-05");
    }

    @Test
    void takesABuiltInFormatAsDateUnlessItIsSpelledOut() {
        Path file = Ooxml.rows("<row><c s='0'><v>43256</v></c><c s='1'><v>43256</v></c><c s='2'><v>1</v></c></row>")
                .styles("<numFmts><numFmt numFmtId='31' formatCode='0.00'/></numFmts>"
                        + "<cellXfs><xf numFmtId='57'/><xf numFmtId='31'/><xf numFmtId='9'/></cellXfs>")
                .write(folder);

        assertThat(cells(file)).containsExactly("A1 DATE 2018-06-05", "B1 NUMBER 43256", "C1 PERCENT 1");
    }

    @Test
    void standsDeeplyNestedElements() {
        String deep = "<r>".repeat(200_000) + "<t>底</t>" + "</r>".repeat(200_000);

        assertThat(readCell("<c t='inlineStr'><is>" + deep + "<t>面</t></is></c>"))
                .containsExactly("A1 TEXT 面");
    }

    @Test
    void leavesTextAsItIsWhereANumberWasPromised() {
        assertThat(readCell("<c><v>6300余</v></c><c><v>NaN</v></c>")).containsExactly("A1 TEXT 6300余", "B1 TEXT NaN");
    }

    @Test
    void givesNoRowsForStyledBlankOnes() {
        StringBuilder rows = new StringBuilder("<row r='1'><c r='A1'><v>1</v></c></row>");
        for (int i = 2; i <= 200_000; i++) {
            rows.append("<row r='")
                    .append(i)
                    .append("' s='1'><c r='A")
                    .append(i)
                    .append("' s='1'/></row>");
        }

        assertThat(read(rows.toString())).containsExactly("A1 NUMBER 1");
    }
}
