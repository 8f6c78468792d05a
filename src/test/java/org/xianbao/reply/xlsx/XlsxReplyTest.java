package org.xianbao.reply.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xianbao.workbook.Ooxml.MAIN;
import static org.xianbao.workbook.Ooxml.REL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.PartBroken;
import org.xianbao.reply.page.Remark;
import org.xianbao.reply.page.Style;
import org.xianbao.workbook.Ooxml;

/** What is odd about a workbook stands as XML in the test. */
class XlsxReplyTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    /** CT_Worksheet, ECMA-376-1, 18.3.1.99. */
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    private static final Page PAGE =
            new Page("审核结果", List.of(20), List.of(Line.of(Field.of(0, Style.TITLE, "审核结果"))), 0, 1, "264568");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void changesTheFormatOfTheMarkedCellAlone() throws IOException {
        String rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><f t='shared' si='0' ref='B1:B2'>A1+1</f>"
                + "<v>2</v></c></row><!-- kept --><row r='2' x14ac:dyDescent='0.2'><c r='B2'><f t='shared' si='0'/><v>3</v></c></row>";
        Ooxml book = Ooxml.sheet("<worksheet xmlns='" + MAIN + "' xmlns:x14ac='u'><sheetData>" + rows
                + "</sheetData><pageMargins left='1'/></worksheet>");
        String sheet = part(patch(book, "B2"), SHEET);

        assertThat(sheet.replaceAll("<legacyDrawing[^>]*>", "").replaceAll(" s=\"\\d+\"", ""))
                .isEqualTo("<worksheet xmlns='" + MAIN + "' xmlns:x14ac='u'><sheetData>" + rows
                        + "</sheetData><pageMargins left='1'/></worksheet>");
        assertThat(sheet).containsPattern("<c s=\"\\d+\" r='B2'>");
    }

    @Test
    void putsInCellsAndRowsThatAreNotThere() throws IOException {
        Ooxml book = Ooxml.sheet("<worksheet xmlns='" + MAIN + "'><dimension ref='B2:C4'/>"
                        + "<cols><col min='4' max='6' width='20' style='1'/></cols><sheetData>"
                        + "<row r='2' spans='2:3'><c r='B2'/><c r='C2'/></row><row r='4'/></sheetData></worksheet>")
                .formats("0.00");
        Path reply = patch(book, "A1", "A2", "D2", "D3", "E4", "F9");

        assertThat(part(reply, SHEET).replaceAll(" s=\"\\d+\"", ""))
                .startsWith("<worksheet xmlns='" + MAIN + "'><dimension ref='A1:F9'/>")
                .contains("<sheetData><row r=\"1\"><c r=\"A1\"/></row><row r='2'><c r=\"A2\"/><c r='B2'/><c r='C2'/>"
                        + "<c r=\"D2\"/></row><row r=\"3\"><c r=\"D3\"/></row><row r='4'><c r=\"E4\"/></row>"
                        + "<row r=\"9\"><c r=\"F9\"/></row></sheetData>");
        try (XSSFWorkbook workbook = open(reply)) {
            XSSFSheet sheet = workbook.getSheet("花名册");
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getDataFormatString())
                    .isEqualTo("0.00");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getDataFormatString())
                    .isEqualTo("General");
        }
    }

    @Test
    void marksCellsThatDoNotSayWhereTheyStand() throws IOException {
        Path reply = patch(Ooxml.rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>"), "B2");

        assertThat(part(reply, SHEET)).containsPattern("<c/><c s=\"\\d+\"><v>4</v></c>");
        assertThat(marked(reply)).containsExactly("B2");
    }

    @Test
    void anEmptySheetIsMarkedToo() throws IOException {
        Path reply = patch(Ooxml.sheet("<worksheet xmlns='" + MAIN + "'><sheetData/></worksheet>"), "C3");

        assertThat(marked(reply)).containsExactly("C3");
    }

    @Test
    void followsThePrefixesOfTheFile() throws IOException {
        Ooxml book = Ooxml.sheet("<x:worksheet xmlns:x='" + MAIN + "'><x:sheetData><x:row r='2'/></x:sheetData>"
                + "<x:extLst/></x:worksheet>");
        String sheet = part(patch(book, "A1", "A2"), SHEET);

        assertThat(sheet.replaceAll(" s=\"\\d+\"", ""))
                .contains("<x:row r=\"1\"><x:c r=\"A1\"/></x:row><x:row r='2'><x:c r=\"A2\"/></x:row></x:sheetData>"
                        + "<x:legacyDrawing ")
                .endsWith("/><x:extLst/></x:worksheet>");
    }

    @Test
    void strictWorkbooksStayStrict() throws IOException {
        Path reply = patch(Ooxml.rows("<row r='1'><c r='A1'><v>1</v></c></row>").strict(), "A1");

        for (String part : List.of("xl/styles1.xml", "xl/worksheets/reply1.xml", "xl/comments-reply1.xml")) {
            assertThat(part(reply, part)).as(part).contains(Ooxml.STRICT).doesNotContain(MAIN);
        }
        assertThat(part(reply, "xl/_rels/workbook.xml.rels")).doesNotContain(REL);
    }

    @Test
    void boxesOfCommentsComeWhereTheSchemaWantsThem() throws IOException {
        for (String behind : List.of("", "<tableParts count='0'/>", "<oleObjects/>", "<extLst/>", "<picture/>")) {
            Ooxml book = Ooxml.sheet("<worksheet xmlns='" + MAIN + "'><sheetData/><mergeCells/><dataValidations/>"
                    + "<hyperlinks/><pageSetup/><ignoredErrors/><drawing/>" + behind + "</worksheet>");
            Path reply = patch(book, "A1");

            assertThat(elements(part(reply, SHEET)))
                    .contains("legacyDrawing")
                    .isSortedAccordingTo((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)));
        }
        assertThat(elements(part(patch(Ooxml.rows(""), "A1"), "xl/worksheets/reply1.xml")))
                .isSubsetOf(ORDER)
                .isSortedAccordingTo((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)));
    }

    @Test
    void whatIsSaidAtACellIsAddedToItsComment() throws IOException {
        Path first = patch(commented(), "A1", "B1");
        try (XSSFWorkbook workbook = open(first)) {
            XSSFSheet sheet = workbook.getSheet("花名册");
            assertThat(text(sheet, "A1")).isEqualTo("请核对\n\n【县报审核】\n■ 强制性\n这里不对");
            assertThat(text(sheet, "B1")).isEqualTo("■ 强制性\n这里不对");
            assertThat(text(sheet, "C1")).isEqualTo("别处");
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress("A1"))
                            .getAuthor())
                    .isEqualTo("张三");
        }
        assertThat(part(first, "xl/drawings/vmlDrawing1.xml")).containsOnlyOnce("<x:Column>1</x:Column>");

        Path clean = folder.resolve("clean.xlsx");
        XlsxReply.patch(first, Map.of(), Set.of("审核结果"), List.of(PAGE), clean);
        try (XSSFWorkbook workbook = open(clean)) {
            XSSFSheet sheet = workbook.getSheet("花名册");
            assertThat(text(sheet, "A1")).isEqualTo("请核对");
            assertThat(sheet.getCellComments()).hasSize(2);
        }
        assertThat(part(clean, "xl/drawings/vmlDrawing1.xml")).doesNotContain("<x:Column>1</x:Column>");
    }

    private static Ooxml commented() {
        String shape =
                "<v:shape id='_x0000_s1025' type='#_x0000_t202'><x:ClientData ObjectType=\"Note\"><x:Anchor>1, 2, 0, 2, 3, 4, 2, 0"
                        + "</x:Anchor><x:Row>0</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>";
        return Ooxml.sheet("<worksheet xmlns='" + MAIN + "' xmlns:r='" + REL
                        + "'><sheetData><row r='1'><c r='A1'/><c r='B1'/>"
                        + "</row></sheetData><legacyDrawing r:id='rId2'/></worksheet>")
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        Ooxml.relations(Ooxml.relation("rId1", "comments", "/xl/comments1.xml")
                                + Ooxml.relation("rId2", "vmlDrawing", "../drawings/vmlDrawing1.xml")))
                .part(
                        "xl/comments1.xml",
                        "<comments xmlns='" + MAIN + "'><authors><author>张三</author></authors><commentList>"
                                + "<comment ref='A1' authorId='0'><text><t>请核对</t></text></comment>"
                                + "<comment ref='C1' authorId='0'><text><r><t>别处</t></r></text></comment></commentList></comments>")
                .part(
                        "xl/drawings/vmlDrawing1.xml",
                        "<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:schemas-microsoft-com:office:excel'><br>"
                                + shape.formatted(0) + shape.formatted(2) + "</xml>");
    }

    private static String text(XSSFSheet sheet, String cell) {
        return sheet.getCellComment(new org.apache.poi.ss.util.CellAddress(cell))
                .getString()
                .getString();
    }

    @Test
    void namesOfOneSheetMoveWithIt() throws IOException {
        Ooxml book = Ooxml.rows("")
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns='" + MAIN + "' xmlns:r='" + REL
                                + "'><bookViews><workbookView activeTab='1' firstSheet='1'/>"
                                + "</bookViews><sheets><sheet name='花名册' sheetId='7' r:id='rId1'/></sheets><definedNames>"
                                + "<definedName name='_xlnm.Print_Area' localSheetId='0'>花名册!$A$1:$B$2</definedName>"
                                + "</definedNames><calcPr/></workbook>");
        Path reply = patch(book, "A1");
        try (XSSFWorkbook workbook = open(reply)) {
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.getFirstVisibleTab()).isZero();
            assertThat(workbook.getSheetIndex("花名册")).isOne();
            assertThat(workbook.getPrintArea(1)).isEqualTo("花名册!$A$1:$B$2");
            assertThat(workbook.getSheetAt(0).getRepeatingRows().formatAsString())
                    .isEqualTo("1:1");
        }
        assertThat(part(reply, "xl/workbook.xml")).contains("sheetId=\"7\"", "sheetId=\"8\"");

        Path again = folder.resolve("again.xlsx");
        XlsxReply.patch(reply, Map.of(), Set.of("审核结果"), List.of(PAGE, explaining()), again);
        try (XSSFWorkbook workbook = open(again)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getPrintArea(2)).isEqualTo("花名册!$A$1:$B$2");
        }
    }

    private static Page explaining() {
        return new Page("审核说明", List.of(20), List.of(Line.of(Field.of(0, Style.TITLE, "审核说明"))), 0, 1, "264568");
    }

    @Test
    void aSheetOfTheSendersThatIsCalledLikeOursStays() throws IOException {
        Ooxml book = Ooxml.rows("").workbook("", "<sheet name='审核结果' sheetId='1' r:id='rId1'/>");
        try (XSSFWorkbook workbook = open(patch(book, "A1"))) {
            assertThat(workbook.getSheetName(0)).isEqualTo("审核结果 (2)");
            assertThat(workbook.getSheetName(1)).isEqualTo("审核结果");
        }
    }

    @Test
    void onlyOurSheetIsInView() throws IOException {
        Ooxml book = Ooxml.sheet("<worksheet xmlns='" + MAIN
                + "'><sheetViews><sheetView tabSelected='1' showZeros='0'/>" + "</sheetViews><sheetData/></worksheet>");
        Path target = folder.resolve("reply.xlsx");
        XlsxReply.patch(book.write(folder), Map.of(), Set.of(), List.of(PAGE), target);

        assertThat(part(target, SHEET)).contains("<sheetView showZeros='0'/>");
        assertThat(part(target, "xl/worksheets/reply1.xml")).contains("tabSelected=\"1\"");
    }

    @Test
    void aFillComesBackFromTheStyleItself() throws IOException {
        Ooxml book = Ooxml.rows("<row r='1'><c r='A1' s='0'/><c r='B1' s='1'/><c r='C1' s='2'/></row>")
                .styles("<fonts><font/></fonts><fills><fill><patternFill patternType='none'/></fill><fill><patternFill"
                        + " patternType='gray125'/></fill><fill><patternFill patternType='solid'><fgColor theme='4' tint='0.5'/>"
                        + "<bgColor indexed='64'/></patternFill></fill></fills><borders><border/></borders><cellXfs>"
                        + "<xf fillId='0'/><xf fillId='2'/><xf fillId='2' numFmtId='10'/></cellXfs>");
        Path first = patch(book, "A1", "B1");
        assertThat(marked(first)).containsExactly("A1", "B1");

        Path clean = folder.resolve("clean.xlsx");
        XlsxReply.patch(first, Map.of(), Set.of("审核结果"), List.of(PAGE), clean);
        try (XSSFWorkbook workbook = open(clean)) {
            var row = workbook.getSheet("花名册").getRow(0);
            XSSFCellStyle filled = row.getCell(1).getCellStyle();
            assertThat(row.getCell(0).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
            assertThat(filled.getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(filled.getFillForegroundXSSFColor().getTheme()).isEqualTo(4);
            assertThat(filled.getFillForegroundXSSFColor().getTint()).isEqualTo(0.5);
            assertThat(row.getCell(2).getCellStyle().getIndex()).isEqualTo((short) 2);
        }
    }

    @Test
    void isOfTheTypeThatItsNameSays() throws IOException {
        Ooxml book = Ooxml.rows("<row r='1'><c r='A1'/></row>");
        String types = part(patch(book, "A1"), "[Content_Types].xml");
        Path macros = folder.resolve("reply.xlsm");
        XlsxReply.patch(folder.resolve("workbook.bin"), Map.of(), Set.of(), List.of(PAGE), macros);

        assertThat(types).contains("spreadsheetml.sheet.main+xml").doesNotContain("macroEnabled");
        assertThat(part(macros, "[Content_Types].xml"))
                .contains("sheet.macroEnabled.main+xml")
                .doesNotContain("spreadsheetml.sheet.main+xml");
    }

    @Test
    void aSignatureStaysBehind() throws IOException {
        String origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
        Ooxml book = Ooxml.rows("<row r='1'><c r='A1'/></row>")
                .part(
                        "_rels/.rels",
                        Ooxml.relations(Ooxml.relation("rId1", "officeDocument", "xl/workbook.xml")
                                + "<Relationship Id='rId2' Type='" + origin
                                + "' Target='_xmlsignatures/origin.sigs'/>"));

        assertThat(part(patch(book, "A1"), "_rels/.rels"))
                .contains("officeDocument")
                .doesNotContain("digital-signature");
    }

    @Test
    void aWorkbookThatCannotBeTakenApartIsToldSo() {
        Ooxml cut = Ooxml.sheet("<worksheet xmlns='" + MAIN + "'><sheetData><row r='1'><c r='A1");
        assertThatThrownBy(() -> patch(cut, "A1")).isInstanceOf(PartBroken.class);
        Ooxml typed = Ooxml.rows("")
                .part("xl/styles.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>");
        assertThatThrownBy(() -> patch(typed, "A1")).isInstanceOf(PartBroken.class);
        Ooxml wide = Ooxml.sheet(
                "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='" + MAIN + "'><sheetData/></worksheet>");
        assertThatThrownBy(() -> patch(wide, "A1")).isInstanceOf(PartBroken.class);
    }

    private Path patch(Ooxml book, String... cells) throws IOException {
        List<Remark> remarks = new ArrayList<>();
        for (String cell : cells) {
            remarks.add(new Remark(
                    CellAddress.parse(cell).orElseThrow(),
                    Mark.REJECT,
                    List.of(new Remark.Section("■ 强制性", List.of("这里不对")))));
        }
        Path target = folder.resolve("reply.xlsx");
        XlsxReply.patch(book.write(folder), Map.of("花名册", remarks), Set.of(), List.of(PAGE), target);
        return target;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> marked(Path reply) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = open(reply)) {
            workbook.getSheet("花名册")
                    .forEach(row -> row.forEach(cell -> {
                        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
                        if (style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                                && ("FF" + Mark.REJECT.rgb())
                                        .equals(style.getFillForegroundXSSFColor()
                                                .getARGBHex())) {
                            cells.add(cell.getAddress().formatAsString());
                        }
                    }));
        }
        return cells;
    }

    private static List<String> elements(String sheet) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        Matcher tag = Pattern.compile("<(/?)([\\w:]+)[^>]*?(/?)>").matcher(sheet.replaceFirst("<\\?.*?\\?>", ""));
        while (tag.find()) {
            if (tag.group(1).isEmpty() && depth == 1) {
                elements.add(tag.group(2));
            }
            depth += tag.group(1).isEmpty() ? tag.group(3).isEmpty() ? 1 : 0 : -1;
        }
        return elements;
    }

    private static String part(Path file, String part) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(part))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
