package org.xianbao.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;

/**
 * An Office Open XML workbook. POI reads the package (parts, content types, relationships); what is large is read here as
 * a stream.
 *
 * <p>Limits, far above any return and low enough to stop a decompression bomb, which is told by size and not by how
 * well it is packed, because blank rows pack a thousand to one: {@value #LARGEST_SHEET} bytes of XML a sheet or
 * shared-string part, {@value #LARGEST_PART} any other, {@value #LARGEST_INDEX} for content types and relationships, and
 * half the heap for the texts of shared strings.
 */
final class XlsxWorkbook implements Workbook {
    private static final long LARGEST_SHEET = 16L << 30;
    private static final long LARGEST_PART = 64L << 20;
    private static final long LARGEST_INDEX = 4L << 20;

    private final OPCPackage opc;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Integer, PackagePart> parts = new HashMap<>();
    private final SharedStrings strings = new SharedStrings(Runtime.getRuntime().maxMemory() / 2);
    private CellKind[] styles = {};
    private boolean since1904;

    private XlsxWorkbook(OPCPackage opc) {
        this.opc = opc;
    }

    /** The zip is closed with the workbook, or here when there will be none. */
    static Opening open(ZipFile zip) throws IOException {
        OPCPackage opc = null;
        Opening opening = null;
        try {
            opc = OPCPackage.open(new BoundedSource(zip));
            opening = open(opc);
            return opening;
        } catch (InvalidFormatException | XMLStreamException e) {
            throw new IOException(e);
        } finally {
            if (!(opening instanceof Workbook)) {
                if (opc != null) {
                    opc.revert();
                }
                zip.close();
            }
        }
    }

    private static Opening open(OPCPackage opc) throws IOException, XMLStreamException {
        PackageRelationship main = related(opc.getRelationships(), "/officeDocument");
        PackagePart part = main == null ? null : opc.getPart(main);
        if (part == null) {
            return new Refusal(Refusal.Kind.NOT_A_WORKBOOK, "a zip package without a main document");
        }
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        if (type.contains("sheet.binary")) {
            return new Refusal(Refusal.Kind.BINARY_XLSB, type);
        }
        if (type.contains("wordprocessing") || type.contains("presentation") || type.contains("visio")) {
            return new Refusal(Refusal.Kind.NOT_A_WORKBOOK, type);
        }
        XlsxWorkbook workbook = new XlsxWorkbook(opc);
        if (!workbook.readSheets(part)) {
            return new Refusal(Refusal.Kind.NOT_A_WORKBOOK, type);
        }
        workbook.readStyles(part);
        workbook.readStrings(part);
        return workbook;
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public SheetCursor read(Sheet sheet) {
        PackagePart part = parts.get(sheet.index());
        if (part == null) {
            throw new WorkbookBroken("sheet \"" + sheet.name() + "\" has no part in the file", null);
        }
        InputStream in;
        try {
            in = new BoundedStream(part.getInputStream(), LARGEST_SHEET);
        } catch (IOException | RuntimeException e) {
            throw new WorkbookBroken("sheet \"" + sheet.name() + "\" cannot be opened: " + e.getMessage(), e);
        }
        return new XlsxCursor(sheet.name(), in, strings, styles, since1904);
    }

    @Override
    public void close() {
        opc.revert();
    }

    /** Reads the list of sheets; chart, dialog and macro sheets are none. False when the part is no workbook. */
    private boolean readSheets(PackagePart part) throws IOException, XMLStreamException {
        try (XmlPart xml = xml(part, LARGEST_PART)) {
            if (!xml.next() || !xml.is("workbook")) {
                return false;
            }
            while (xml.child()) {
                if (xml.is("sheets")) {
                    for (int index = 0; xml.child(); index++) {
                        sheet(part, xml, index);
                        xml.skip();
                    }
                } else {
                    since1904 |= xml.is("workbookPr") && xml.flag("date1904");
                    xml.skip();
                }
            }
        }
        return true;
    }

    private void sheet(PackagePart workbook, XmlPart xml, int index) {
        String id = xml.relationship();
        PackageRelationship relation = id == null ? null : workbook.getRelationship(id);
        if (relation != null && !relation.getRelationshipType().endsWith("/worksheet")) {
            return;
        }
        String name = xml.value("name");
        String state = xml.value("state");
        sheets.add(new Sheet(index, name == null ? "" : name, state != null && !state.equals("visible")));
        PackagePart part = part(workbook, relation);
        if (part != null) {
            parts.put(index, part);
        }
    }

    private void readStyles(PackagePart workbook) throws IOException, XMLStreamException {
        PackagePart part = part(workbook, related(workbook, "/styles"));
        if (part == null) {
            return;
        }
        NumberFormats formats = new NumberFormats();
        List<Integer> cells = new ArrayList<>();
        try (XmlPart xml = xml(part, LARGEST_PART)) {
            xml.next();
            while (xml.child()) {
                boolean isFormats = xml.is("numFmts");
                boolean isCells = xml.is("cellXfs");
                if (!isFormats && !isCells) {
                    xml.skip();
                    continue;
                }
                while (xml.child()) {
                    int id = number(xml.value("numFmtId"));
                    String code = xml.value("formatCode");
                    if (isCells) {
                        cells.add(id);
                    } else if (code != null) {
                        formats.declare(id, code);
                    }
                    xml.skip();
                }
            }
        }
        styles = cells.stream().map(formats::kind).toArray(CellKind[]::new);
    }

    private void readStrings(PackagePart workbook) throws IOException, XMLStreamException {
        PackagePart part = part(workbook, related(workbook, "/sharedStrings"));
        if (part == null) {
            return;
        }
        Utf8Text text = new Utf8Text();
        try (XmlPart xml = xml(part, LARGEST_SHEET)) {
            xml.next();
            while (xml.child()) {
                if (xml.is("si")) {
                    text.clear();
                    xml.richText(text);
                    text.unescape();
                    strings.add(text.bytes(), text.length());
                } else {
                    xml.skip();
                }
            }
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static XmlPart xml(PackagePart part, long limit) throws IOException, XMLStreamException {
        return new XmlPart(new BoundedStream(part.getInputStream(), limit));
    }

    private @Nullable PackagePart part(PackagePart from, @Nullable PackageRelationship relation) {
        if (relation == null || relation.getTargetMode() == TargetMode.EXTERNAL) {
            return null;
        }
        try {
            return from.getRelatedPart(relation);
        } catch (InvalidFormatException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable PackageRelationship related(PackagePart part, String type) throws IOException {
        try {
            return related(part.getRelationships(), type);
        } catch (InvalidFormatException e) {
            throw new IOException("the relationships of " + part.getPartName() + " cannot be read", e);
        }
    }

    /** The first relationship whose type ends so: transitional and strict types differ in what comes before. */
    private static @Nullable PackageRelationship related(Iterable<PackageRelationship> relations, String type) {
        for (PackageRelationship relation : relations) {
            if (relation.getRelationshipType().endsWith(type)) {
                return relation;
            }
        }
        return null;
    }

    /** Bounds what POI itself reads of a package. */
    private static final class BoundedSource extends ZipFileZipEntrySource {
        BoundedSource(ZipFile zip) {
            super(zip);
        }

        @Override
        public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
            String name = entry.getName();
            boolean index = name.endsWith(".rels") || name.startsWith("[") || name.startsWith("docProps/");
            return new BoundedStream(super.getInputStream(entry), index ? LARGEST_INDEX : LARGEST_SHEET);
        }
    }
}
