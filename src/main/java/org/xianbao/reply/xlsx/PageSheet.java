package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Field;
import org.xianbao.reply.page.Line;
import org.xianbao.reply.page.Page;
import org.xianbao.reply.page.Style;
import org.xianbao.reply.page.Target;

/** A page of ours as the part of a worksheet. Texts stand in their cells, so no table of texts is needed. */
final class PageSheet {
    private record Link(CellAddress from, Target to) {}

    private final Page page;
    private final Dialect dialect;
    private final boolean selected;
    private final Map<Style, Integer> formats = new EnumMap<>(Style.class);
    private final List<String> merged = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    PageSheet(Page page, Stylesheet styles, boolean selected) {
        this.page = page;
        this.dialect = styles.dialect();
        this.selected = selected;
        for (Style style : Style.values()) {
            formats.put(style, styles.style(style));
        }
    }

    void write(OutputStream out) throws IOException {
        Writer xml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        head(xml);
        xml.write("<sheetData>");
        for (int row = 0; row < page.lines().size(); row++) {
            line(row, page.lines().get(row), xml);
        }
        xml.write("</sheetData>");
        foot(xml);
        xml.flush();
    }

    private void head(Writer xml) throws IOException {
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + dialect.main()
                + "\"><sheetPr><tabColor rgb=\"FF" + page.colour() + "\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                + "<sheetViews><sheetView showGridLines=\"0\"" + (selected ? " tabSelected=\"1\"" : "")
                + " workbookViewId=\"0\">");
        if (page.frozen() > 0) {
            xml.write("<pane ySplit=\"" + page.frozen() + "\" topLeftCell=\"A" + (page.frozen() + 1)
                    + "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>");
        }
        xml.write("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/><cols>");
        for (int i = 0; i < page.widths().size(); i++) {
            xml.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + page.widths().get(i) + "\" customWidth=\"1\"/>");
        }
        xml.write("</cols>");
    }

    private void line(int row, Line line, Writer xml) throws IOException {
        xml.write("<row r=\"" + (row + 1) + "\" ht=\"" + page.height(line) + "\" customHeight=\"1\">");
        for (Field field : line.fields()) {
            field(row, field, xml);
        }
        xml.write("</row>");
    }

    private void field(int row, Field field, Writer xml) throws IOException {
        CellAddress cell = new CellAddress(row, field.column());
        String format = "\" s=\"" + formats.get(field.style()) + "\"";
        if (field.text().isEmpty()) {
            xml.write("<c r=\"" + cell + format + "/>");
        } else {
            xml.write("<c r=\"" + cell + format + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    + Escaped.text(Page.fitting(field.text())) + "</t></is></c>");
        }
        CellAddress last = new CellAddress(row, field.column() + field.span() - 1);
        for (int column = field.column() + 1; column <= last.column(); column++) {
            xml.write("<c r=\"" + new CellAddress(row, column) + format + "/>");
        }
        if (field.span() > 1) {
            merged.add(cell + ":" + last);
        }
        if (field.link() != null && links.size() < Page.MOST_LINKS) {
            links.add(new Link(cell, field.link()));
        }
    }

    private void foot(Writer xml) throws IOException {
        if (!merged.isEmpty()) {
            xml.write("<mergeCells count=\"" + merged.size() + "\">");
            for (String range : merged) {
                xml.write("<mergeCell ref=\"" + range + "\"/>");
            }
            xml.write("</mergeCells>");
        }
        if (!links.isEmpty()) {
            xml.write("<hyperlinks>");
            for (Link link : links) {
                String to = Escaped.text(link.to().toString());
                xml.write("<hyperlink ref=\"" + link.from() + "\" location=\"" + to + "\"/>");
            }
            xml.write("</hyperlinks>");
        }
        CellAddress last = new CellAddress(
                Math.max(0, page.lines().size() - 1), page.widths().size() - 1);
        xml.write("<printOptions horizontalCentered=\"1\"/>"
                + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
                + "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
                + "<ignoredErrors><ignoredError sqref=\"A1:" + last + "\" numberStoredAsText=\"1\"/></ignoredErrors>"
                + "</worksheet>");
    }
}
