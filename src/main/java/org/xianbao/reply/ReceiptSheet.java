package org.xianbao.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xianbao.cell.CellAddress;

/**
 * A page of text in the columns of a receipt, filled from the top, that prints on one A4 page; the workbook around it is
 * written by hand, which costs a tenth of what a library takes, once for every workbook of a night. What is written
 * depends on the text alone, to the byte.
 */
final class ReceiptSheet {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Characters that XML cannot carry, and what would be read as the escape of one (ECMA-376 22.4.2.4). */
    private static final Pattern ESCAPED =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0D\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]|_(?=x[0-9A-Fa-f]{4}_)");

    /** Widths in characters; together what A4 takes upright. */
    private static final int[] WIDTHS = {26, 15, 9, 11, 16, 18, 14};

    private static final int LINE = 16;
    private static final int ALL = WIDTHS.length;

    /** The parts that are the same in every receipt. */
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                    + "application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\""
                    + " ContentType=\"" + SHEET
                    + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
                    + SHEET + "styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET
                    + "worksheet+xml\"/></Types>",
            "_rels/.rels",
            relations(Map.of("officeDocument", "xl/workbook.xml")),
            "xl/_rels/workbook.xml.rels",
            relations(new TreeMap<>(Map.of("styles", "styles.xml", "worksheet", "worksheets/sheet1.xml"))),
            "xl/styles.xml",
            Look.styles(),
            "xl/workbook.xml",
            "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + Texts.of("sheet")
                    + "\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"));

    private static String relations(Map<String, String> targets) {
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        targets.forEach((type, target) -> relations
                .append("<Relationship Id=\"" + type + "\" Type=\"" + OFFICE + "/" + type)
                .append("\" Target=\"" + target + "\"/>"));
        return relations.append("</Relationships>").toString();
    }

    private final StringBuilder rows = new StringBuilder();
    private final List<String> merged = new ArrayList<>();
    private int next;

    /**
     * A text.
     *
     * @param columns how many it reaches across
     */
    record Cell(Look look, String text, int columns) {}

    /** One text across the page. */
    ReceiptSheet line(Look look, int points, String text) {
        return row(points, new Cell(look, text, ALL));
    }

    /** A label, and a text across the rest of the page. */
    ReceiptSheet pair(String label, String text) {
        return cells(new Cell(Look.LABEL, label, 1), new Cell(Look.TEXT, text, ALL - 1));
    }

    /** Cells from the left, as high as their texts need. */
    ReceiptSheet cells(Cell... cells) {
        int most = 1;
        int column = 0;
        for (Cell cell : cells) {
            int width = IntStream.range(column, column + cell.columns)
                    .map(i -> WIDTHS[i])
                    .sum();
            most = Math.max(most, lines(cell.text, width));
            column += cell.columns;
        }
        return row(6 + LINE * most, cells);
    }

    /** Nothing. */
    ReceiptSheet gap(int points) {
        return row(points);
    }

    private ReceiptSheet row(int points, Cell... cells) {
        int row = next++;
        rows.append("<row r=\"" + (row + 1) + "\" ht=\"" + points + "\" customHeight=\"1\">");
        int column = 0;
        for (Cell cell : cells) {
            for (int i = 0; i < cell.columns; i++) {
                rows.append("<c r=\"" + new CellAddress(row, column + i) + "\" s=\"" + cell.look.style() + "\"");
                rows.append(
                        i > 0
                                ? "/>"
                                : " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.text)
                                        + "</t></is></c>");
            }
            if (cell.columns > 1) {
                merged.add(new CellAddress(row, column) + ":" + new CellAddress(row, column + cell.columns - 1));
            }
            column += cell.columns;
        }
        rows.append("</row>");
        return this;
    }

    /** Text is never a formula: it stands in the cell as it is. */
    private static String escaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(m -> {
                    char c = m.group().charAt(0);
                    return Character.isSurrogate(c) ? "\uFFFD" : "_x%04X_".formatted((int) c);
                })
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** How many lines a text takes; a Chinese character is two wide. */
    private static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> {
                    int wide = line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
                    return Math.max(1, (wide + width - 2) / (width - 1));
                })
                .sum();
    }

    void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                write(zip, part.getKey(), part.getValue());
            }
            write(zip, "xl/worksheets/sheet1.xml", sheet());
        }
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((XML + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String sheet() {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\">"
                + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                + "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"/></sheetViews>"
                + "<sheetFormatPr defaultRowHeight=\"" + LINE + "\"/><cols>");
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.append("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + WIDTHS[i]
                    + "\" customWidth=\"1\"/>");
        }
        sheet.append("</cols><sheetData>")
                .append(rows)
                .append("</sheetData><mergeCells count=\"" + merged.size() + "\">");
        merged.forEach(range -> sheet.append("<mergeCell ref=\"" + range + "\"/>"));
        return sheet.append("</mergeCells><printOptions horizontalCentered=\"1\"/>"
                        + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
                        + "<pageSetup paperSize=\"9\" orientation=\"portrait\" fitToWidth=\"1\" fitToHeight=\"1\"/>"
                        + "</worksheet>")
                .toString();
    }
}
