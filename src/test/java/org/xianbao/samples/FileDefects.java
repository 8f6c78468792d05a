package org.xianbao.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are no workbook that can be read, whatever they are called. */
final class FileDefects {
    private FileDefects() {}

    static List<Defect> all() {
        byte[] right = unpacked(new Book(Right.training()).bytes());
        return List.of(
                refused("empty-file", new byte[0], "xlsx", "empty"),
                refused("cut-off-file", Arrays.copyOf(right, right.length / 2), "xlsx", "truncated"),
                refused(
                        "password",
                        compound(Map.of("EncryptionInfo", agile(), "EncryptedPackage", new byte[512])),
                        "xlsx",
                        "password"),
                refused("excel-95", compound(Map.of("Book", biff5())), "xls", "biff5"),
                refused("xml-spreadsheet-named-xls", utf8(XML_2003), "xls", "xml-2003"),
                refused("web-page-named-xls", utf8(HTML), "xls", "html"),
                refused(
                        "open-document",
                        stored(
                                "mimetype",
                                "application/vnd.oasis.opendocument.spreadsheet",
                                "content.xml",
                                "<office:document-content/>"),
                        "ods",
                        "open-document"),
                refused("comma-separated", utf8("序号,姓名,身份证号\n1,赵甲子,1.40222E+17\n"), "csv", "csv"),
                refused(
                        "binary-workbook",
                        stored(
                                "[Content_Types].xml",
                                BINARY_TYPES,
                                "_rels/.rels",
                                BINARY_RELATIONS,
                                "xl/workbook.bin",
                                "\u0083\u0001"),
                        "xlsb",
                        "binary-xlsb"),
                refused("picture-named-xlsx", png(), "xlsx", "not-a-workbook"));
    }

    private static Defect refused(String name, byte[] sent, String extension, String kind) {
        return Defect.file(name, sent, extension, Right::training).finding("reject", "refusal." + kind, "", "", "");
    }

    private static final String XML_2003 = """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
                xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
              <Worksheet ss:Name="技能培训花名册"><Table><Row><Cell><Data ss:Type="String">技能培训花名册</Data></Cell></Row></Table></Worksheet>
            </Workbook>
            """;

    private static final String HTML = """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>
            <body><table><tr><td>技能培训花名册</td></tr></table></body></html>
            """;

    private static final String BINARY_TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin"
                ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default Extension="rels"
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>
            """;

    private static final String BINARY_RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                Target="xl/workbook.bin"/></Relationships>
            """;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A compound document (OLE2) with these streams. */
    private static byte[] compound(Map<String, byte[]> streams) {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            for (Map.Entry<String, byte[]> stream : streams.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                files.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Agile encryption, version 4.4 with its flag, and an empty description. */
    private static byte[] agile() {
        byte[] description = utf8("<encryption/>");
        byte[] info = new byte[8 + description.length];
        info[0] = 4;
        info[2] = 4;
        info[4] = 0x40;
        System.arraycopy(description, 0, info, 8, description.length);
        return info;
    }

    /** BOF of a BIFF5 workbook (version 0x0500, globals) and EOF. */
    private static byte[] biff5() {
        byte[] stream = new byte[4096];
        byte[] records = {0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00, 0x2D, 0x12, (byte) 0xCC, 0x07, 0x0A, 0, 0, 0};
        System.arraycopy(records, 0, stream, 0, records.length);
        return stream;
    }

    private static byte[] png() {
        byte[] picture = new byte[128];
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(signature, 0, picture, 0, signature.length);
        return picture;
    }

    /** The same zip, uncompressed: where half of it ends then depends on nothing but its parts. */
    private static byte[] unpacked(byte[] packed) {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName());
                parts.add(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored(parts.toArray(String[]::new));
    }

    /** A zip of these parts (name, content, name, content), uncompressed, with a fixed date. */
    private static byte[] stored(String... parts) {
        Map<String, byte[]> byName = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            byName.put(parts[i], parts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : byName.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                CRC32 crc = new CRC32();
                crc.update(part.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(LocalDateTime.of(2018, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
