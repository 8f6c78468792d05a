package org.xianbao.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook part by part, so that what is odd about it stands as XML in the test. */
public final class Ooxml {
    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Ooxml() {}

    /** One sheet, named 花名册, with this content of its {@code sheetData}. */
    public static Ooxml rows(String rows) {
        return sheet("<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public static Ooxml sheet(String sheetXml) {
        return new Ooxml()
                .part(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Default Extension='xml' ContentType='application/xml'/>"
                                + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                                + "</Types>")
                .part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")))
                .workbook("", "<sheet name='花名册' sheetId='1' r:id='rId1'/>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                                + relation("rId8", "styles", "styles.xml")
                                + relation("rId9", "sharedStrings", "sharedStrings.xml")))
                .part("xl/worksheets/sheet1.xml", sheetXml);
    }

    public static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + REL + "/" + type + "' Target='" + target + "'/>";
    }

    public static String relations(String relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                + "</Relationships>";
    }

    public Ooxml workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + REL + "'><workbookPr " + properties + "/><sheets>" + sheets
                        + "</sheets></workbook>");
    }

    /** Cell style n shows numbers by the n-th of these format codes; style 0 is General. */
    public Ooxml formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("\"", "&quot;").replace("<", "&lt;");
            formats.append("<numFmt numFmtId='" + (200 + i) + "' formatCode=\"" + code + "\"/>");
            cells.append("<xf numFmtId='" + (200 + i) + "'/>");
        }
        return styles("<numFmts>" + formats + "</numFmts><cellXfs>" + cells + "</cellXfs>");
    }

    public Ooxml styles(String content) {
        return part("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'>" + content + "</styleSheet>");
    }

    public Ooxml strings(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    public Ooxml part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The same in the strict namespaces and relationship types. */
    public Ooxml strict() {
        parts.replaceAll((name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace(MAIN, STRICT)
                .replace(REL, STRICT_REL)
                .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes all parts but the sheet and the shared strings. */
    void writeFrame(ZipOutputStream zip) throws IOException {
        parts.remove("xl/worksheets/sheet1.xml");
        parts.remove("xl/sharedStrings.xml");
        writeParts(zip);
    }

    private void writeParts(ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue());
            zip.closeEntry();
        }
    }

    public Path write(Path folder) {
        Path file = folder.resolve("workbook.bin");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            writeParts(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
