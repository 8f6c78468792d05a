package org.xianbao.reply.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Style;

/**
 * The styles of a workbook. A marked cell's format is its own with another fill, see {@link Fills}; what is added is added
 * once.
 */
final class Stylesheet {
    static final String EMPTY = "<styleSheet xmlns=\"%s\"/>";

    private static final List<String> ORDER = List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");
    /** Formats that a workbook may hold. */
    private static final int MOST = 64_000;

    private final Element root;
    private final Fills fills;
    private final Map<String, List<Element>> lists = new HashMap<>();
    private final Map<String, Map<String, Integer>> known = new HashMap<>();
    private final Map<List<Object>, Integer> marked = new HashMap<>();
    private final boolean[] ours;
    private final boolean anyOurs;

    Stylesheet(Document document) {
        this.root = document.getDocumentElement();
        this.fills = new Fills(root);
        if (list("fonts").isEmpty()) {
            Element font = Xml.element(root, "font");
            Xml.add(font, "sz", "val", "11");
            Xml.add(font, "name", "val", "宋体");
            index("fonts", font);
        }
        if (list("fills").isEmpty()) {
            index("fills", fills.pattern("none"));
            index("fills", fills.pattern("gray125"));
        }
        if (list("borders").isEmpty()) {
            index("borders", border(null));
        }
        for (String formats : List.of("cellStyleXfs", "cellXfs")) {
            if (list(formats).isEmpty()) {
                index(formats, Xml.element(root, "xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0"));
            }
        }
        List<Element> formats = list("cellXfs");
        ours = new boolean[formats.size()];
        boolean any = false;
        for (int i = 0; i < ours.length; i++) {
            ours[i] = Fills.isMark(fill(formats.get(i)));
            any |= ours[i];
        }
        anyOurs = any;
    }

    private List<Element> list(String name) {
        return lists.computeIfAbsent(name, n -> new ArrayList<>(Xml.children(Xml.obtain(root, n, ORDER))));
    }

    Dialect dialect() {
        return Dialect.of(root);
    }

    /** Whether any format carries a mark of ours. */
    boolean anyOurs() {
        return anyOurs;
    }

    /** A format with a mark; null for the format without any. Zero-based indices of cell formats. */
    int marked(int format, @Nullable Mark mark) {
        if (mark == null && (format < 0 || format >= ours.length || !ours[format])) {
            return format;
        }
        return marked.computeIfAbsent(Arrays.asList(format, mark), k -> mark(format, mark));
    }

    private int mark(int format, @Nullable Mark mark) {
        List<Element> formats = list("cellXfs");
        if (formats.size() >= MOST) {
            return format;
        }
        Element xf = (Element)
                formats.get(format >= 0 && format < formats.size() ? format : 0).cloneNode(true);
        Element before = fill(xf);
        xf.setAttribute("fillId", String.valueOf(index("fills", fills.marked(before, mark))));
        xf.setAttribute("applyFill", "1");
        return index("cellXfs", xf);
    }

    private Element fill(Element xf) {
        List<Element> all = list("fills");
        String id = xf.getAttribute("fillId");
        int index = id.matches("\\d{1,6}") ? Integer.parseInt(id) : 0;
        return all.get(index < all.size() ? index : 0);
    }

    /** The format of a style of our own pages. */
    int style(Style style) {
        Element xf = Xml.element(
                root,
                "xf",
                "numFmtId",
                "49",
                "fontId",
                String.valueOf(index("fonts", font(style))),
                "fillId",
                String.valueOf(index("fills", fills.background(style.fill()))),
                "borderId",
                String.valueOf(index("borders", border(style.bordered() ? Style.LINE : null))),
                "xfId",
                "0",
                "quotePrefix",
                style.open() ? "0" : "1");
        for (String part : List.of("NumberFormat", "Font", "Fill", "Border", "Alignment", "Protection")) {
            xf.setAttribute("apply" + part, "1");
        }
        Xml.add(
                xf,
                "alignment",
                "horizontal",
                style.align().name().toLowerCase(Locale.ROOT),
                "vertical",
                "center",
                "wrapText",
                "1",
                "indent",
                style.bordered() && style.align() == Style.Align.LEFT ? "1" : "0");
        Xml.add(xf, "protection", "locked", style.open() ? "0" : "1");
        return index("cellXfs", xf);
    }

    private Element font(Style style) {
        Element font = Xml.element(root, "font");
        if (style.bold()) {
            Xml.add(font, "b");
        }
        if (style == Style.LINK) {
            Xml.add(font, "u");
        }
        Xml.add(font, "sz", "val", String.valueOf(style.size()));
        Xml.add(font, "color", "rgb", "FF" + style.colour());
        Xml.add(font, "name", "val", Style.FONT);
        Xml.add(font, "family", "val", "2");
        Xml.add(font, "charset", "val", "134");
        return font;
    }

    private Element border(@Nullable String rgb) {
        Element border = Xml.element(root, "border");
        for (String side : List.of("left", "right", "top", "bottom")) {
            Element line = Xml.add(border, side);
            if (rgb != null) {
                line.setAttribute("style", "thin");
                Xml.add(line, "color", "rgb", "FF" + rgb);
            }
        }
        Xml.add(border, "diagonal");
        return border;
    }

    /** The index of an element in its list; it is put there unless one like it is there. */
    private int index(String list, Element element) {
        Map<String, Integer> indices = known.computeIfAbsent(list, n -> {
            Map<String, Integer> all = new HashMap<>();
            List<Element> elements = list(n);
            for (int i = 0; i < elements.size(); i++) {
                all.putIfAbsent(described(elements.get(i)), i);
            }
            return all;
        });
        return indices.computeIfAbsent(described(element), k -> {
            Element parent = Xml.obtain(root, list, ORDER);
            parent.appendChild(element);
            list(list).add(element);
            int count = list(list).size();
            parent.setAttribute("count", String.valueOf(count));
            return count - 1;
        });
    }

    private static String described(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), Objects.requireNonNullElse(attribute.getNodeValue(), ""));
        }
        StringBuilder text = new StringBuilder(element.getLocalName()).append(attributes);
        Xml.children(element)
                .forEach(child -> text.append('(').append(described(child)).append(')'));
        return text.toString();
    }
}
