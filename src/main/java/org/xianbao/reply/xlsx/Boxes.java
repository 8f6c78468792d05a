package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Remark;
import org.xianbao.reply.page.Wrapped;

/**
 * The boxes in which a sheet's comments are shown, as VML. What is there is edited as text: VML of old programs is not
 * always well-formed.
 */
final class Boxes {
    static final String EMPTY = "<xml>\n</xml>";

    /** In an order of their own: the same workbook gets the same reply, to the byte. */
    private static final Map<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "v", "urn:schemas-microsoft-com:vml",
            "o", "urn:schemas-microsoft-com:office:office",
            "x", "urn:schemas-microsoft-com:office:excel"));

    private static final String TYPE = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
            + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
            + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>\n";
    private static final Pattern SHAPE = Pattern.compile("<v:shape\\b(?!type).*?</v:shape>\\s*", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<x:Row>\\s*(\\d{1,7})\\s*</x:Row>");
    private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*(\\d{1,5})\\s*</x:Column>");
    private static final Pattern NUMBER = Pattern.compile("_x0000_s(\\d{1,9})[\"']");
    private static final Pattern ANCHOR = Pattern.compile("(<x:Anchor>)([^<]*)(</x:Anchor>)");
    private static final Pattern END = Pattern.compile("</xml>\\s*$");

    /** In pixels; 24 characters of Chinese in the comments' font. */
    private static final int WIDTH = 310;

    private static final int CHARACTERS = 48;
    private static final int LINE = 16;
    private static final int MARGIN = 14;
    private static final int ID_BLOCK = 1024;

    private final Grid grid;
    private String text;

    /** @param text what is there; of no use when it is cut off */
    Boxes(String text, Grid grid) {
        this.text = END.matcher(text).find() ? text : EMPTY;
        this.grid = grid;
    }

    /** Takes away the boxes of these cells. */
    void drop(Collection<CellAddress> cells) {
        if (cells.isEmpty()) {
            return;
        }
        Set<CellAddress> gone = new HashSet<>(cells);
        text = SHAPE.matcher(text).replaceAll(shape -> {
            boolean drop = shape.group().contains("\"Note\"") && gone.contains(cell(shape.group()));
            return drop ? "" : Matcher.quoteReplacement(shape.group());
        });
    }

    private static CellAddress cell(String shape) {
        return new CellAddress(number(ROW, shape), number(COLUMN, shape));
    }

    private static int number(Pattern pattern, String text) {
        Matcher number = pattern.matcher(text);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Makes the boxes of other comments as high as what was added to them needs. */
    void grow(Collection<Remark> added) {
        if (added.isEmpty()) {
            return;
        }
        Map<CellAddress, Remark> remarks = new HashMap<>();
        added.forEach(r -> remarks.put(r.cell(), r));
        text = SHAPE.matcher(text).replaceAll(shape -> {
            Remark remark = shape.group().contains("\"Note\"") ? remarks.get(cell(shape.group())) : null;
            return Matcher.quoteReplacement(remark == null ? shape.group() : grown(shape.group(), remark));
        });
    }

    private String grown(String shape, Remark remark) {
        return ANCHOR.matcher(shape)
                .replaceFirst(m ->
                        Matcher.quoteReplacement(m.group(1) + anchor(remark.cell(), height(remark) * 2) + m.group(3)));
    }

    /** Writes all, with a box for each of these remarks at its cell's right. */
    void write(Collection<Remark> remarks, OutputStream out) throws IOException {
        if (!remarks.isEmpty()) {
            declare();
        }
        Writer xml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Matcher end = END.matcher(text);
        int last = end.find() ? end.start() : text.length();
        xml.write(text, 0, last);
        if (!remarks.isEmpty() && !text.contains("\"_x0000_t202\"")) {
            xml.write(layout(remarks.size()) + TYPE);
        }
        int number = NUMBER.matcher(text)
                .results()
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .max()
                .orElse(ID_BLOCK);
        for (Remark remark : remarks) {
            xml.write(box(remark, ++number));
        }
        xml.write(text, last, text.length() - last);
        xml.flush();
    }

    private void declare() {
        NAMESPACES.forEach((prefix, uri) -> {
            if (!text.contains("xmlns:" + prefix + "=")) {
                text = text.replaceFirst("<xml\\b", "<xml xmlns:" + prefix + "=\"" + uri + "\"");
            }
        });
    }

    /** Numbers of shapes are given out in blocks. */
    private String layout(int shapes) {
        if (text.contains("<o:shapelayout")) {
            return "";
        }
        StringBuilder blocks = new StringBuilder("1");
        for (int block = 2; block <= shapes / ID_BLOCK + 1; block++) {
            blocks.append(',').append(block);
        }
        return "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"" + blocks + "\"/></o:shapelayout>\n";
    }

    private String box(Remark remark, int number) {
        return "<v:shape id=\"_x0000_s" + number
                + "\" type=\"#_x0000_t202\" style='position:absolute;visibility:hidden' fillcolor=\"#fffdf0\""
                + " strokecolor=\"#8a8a8a\" o:insetmode=\"auto\"><v:fill color2=\"#fffdf0\"/>"
                + "<v:shadow on=\"t\" color=\"#9a9a9a\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>"
                + anchor(remark.cell(), height(remark))
                + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>"
                + remark.cell().row()
                + "</x:Row><x:Column>"
                + remark.cell().column()
                + "</x:Column></x:ClientData></v:shape>\n";
    }

    private static int height(Remark remark) {
        return Wrapped.lines(remark.text(), CHARACTERS) * LINE + MARGIN;
    }

    /** Columns and rows that the box begins and ends in, each with pixels from their edge. */
    private String anchor(CellAddress cell, int height) {
        int left = cell.column() + 1;
        int right = left;
        int width = WIDTH + MARGIN;
        while (width > grid.width(right) && right < left + 60) {
            width -= grid.width(right++);
        }
        int bottom = cell.row();
        int rest = height + 2;
        while (rest > grid.height(bottom) && bottom < cell.row() + 400) {
            rest -= grid.height(bottom++);
        }
        return left + ", " + MARGIN + ", " + cell.row() + ", 2, " + right + ", " + width + ", " + bottom + ", " + rest;
    }
}
