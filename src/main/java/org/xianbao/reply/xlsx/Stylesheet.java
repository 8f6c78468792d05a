package org.xianbao.reply.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Style;

/**
 * The styles of a workbook. A marked cell's style is its own with our fill. A solid fill shows its foreground only; its
 * background is where ours keeps the colour that was there before, so that it can be put back from the style alone. What
 * was a pattern or a gradient is put back as no fill. What is added is added once.
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
    /** Stands for no fill: a white that nobody picks. */
    private static final String NOTHING = "FFFDFDFD";

    private final Element root;
    private final Map<String, List<Element>> lists = new HashMap<>();
    private final Map<String, Map<String, Integer>> known = new HashMap<>();
    private final Map<List<Object>, Integer> marked = new HashMap<>();
    private final boolean[] ours;
    private final boolean anyOurs;

    Stylesheet(Document document) {
        this.root = document.getDocumentElement();
        if (list("fonts").isEmpty()) {
            Element font = Xml.element(root, "font");
            Xml.add(font, "sz", "val", "11");
            Xml.add(font, "name", "val", "宋体");
            index("fonts", font);
        }
        if (list("fills").isEmpty()) {
            index("fills", pattern("none"));
            index("fills", pattern("gray125"));
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
            ours[i] = isOurs(fill(formats.get(i)));
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
        return marked.computeIfAbsent(java.util.Arrays.asList(format, mark), k -> mark(format, mark));
    }

    private int mark(int format, @Nullable Mark mark) {
        List<Element> formats = list("cellXfs");
        if (formats.size() >= MOST) {
            return format;
        }
        Element xf = (Element)
                formats.get(format >= 0 && format < formats.size() ? format : 0).cloneNode(true);
        Element before = fill(xf);
        @Nullable Element colour = isOurs(before) ? kept(before) : solid(before);
        xf.setAttribute("fillId", String.valueOf(index("fills", mark == null ? filled(colour) : ours(mark, colour))));
        xf.setAttribute("applyFill", "1");
        return index("cellXfs", xf);
    }

    private Element fill(Element xf) {
        List<Element> fills = list("fills");
        String id = xf.getAttribute("fillId");
        int index = id.matches("\\d{1,6}") ? Integer.parseInt(id) : 0;
        return fills.get(index < fills.size() ? index : 0);
    }

    private static boolean isOurs(Element fill) {
        Element pattern = Xml.child(fill, "patternFill").orElse(null);
        if (pattern == null || !pattern.getAttribute("patternType").equals("solid")) {
            return false;
        }
        Element back = Xml.child(pattern, "bgColor").orElse(null);
        String colour = Xml.child(pattern, "fgColor")
                .map(e -> rgb(e.getAttribute("rgb")))
                .orElse("");
        boolean kept = back != null && !back.getAttribute("indexed").equals("64");
        return kept && List.of(Mark.values()).stream().anyMatch(m -> m.rgb().equals(colour));
    }

    private static String rgb(String argb) {
        return argb.substring(Math.max(0, argb.length() - 6)).toUpperCase(Locale.ROOT);
    }

    /** The colour that a solid fill shows; null for any other. */
    private static @Nullable Element solid(Element fill) {
        return Xml.child(fill, "patternFill")
                .filter(p -> p.getAttribute("patternType").equals("solid"))
                .flatMap(p -> Xml.child(p, "fgColor"))
                .filter(c -> !c.getAttribute("indexed").equals("64"))
                .orElse(null);
    }

    /** The colour that a fill of ours took the place of; null when there was none. */
    private static @Nullable Element kept(Element fill) {
        return Xml.child(fill, "patternFill")
                .flatMap(p -> Xml.child(p, "bgColor"))
                .filter(c -> !rgb(c.getAttribute("rgb")).equals(rgb(NOTHING)))
                .orElse(null);
    }

    private Element filled(@Nullable Element colour) {
        if (colour == null) {
            return pattern("none");
        }
        Element fill = pattern("solid");
        Element pattern = Xml.children(fill).get(0);
        copy(colour, Xml.add(pattern, "fgColor"));
        Xml.add(pattern, "bgColor", "indexed", "64");
        return fill;
    }

    private Element ours(Mark mark, @Nullable Element colour) {
        Element fill = pattern("solid");
        Element pattern = Xml.children(fill).get(0);
        Xml.add(pattern, "fgColor", "rgb", "FF" + mark.rgb());
        Element back = Xml.add(pattern, "bgColor");
        if (colour == null) {
            back.setAttribute("rgb", NOTHING);
        } else {
            copy(colour, back);
        }
        return fill;
    }

    private Element pattern(String type) {
        Element fill = Xml.element(root, "fill");
        Xml.add(fill, "patternFill", "patternType", type);
        return fill;
    }

    private static void copy(Element from, Element to) {
        NamedNodeMap attributes = from.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            to.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
        }
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
                String.valueOf(index("fills", background(style.fill()))),
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

    private Element background(@Nullable String rgb) {
        if (rgb == null) {
            return pattern("none");
        }
        Element fill = pattern("solid");
        Element pattern = Xml.children(fill).get(0);
        Xml.add(pattern, "fgColor", "rgb", "FF" + rgb);
        Xml.add(pattern, "bgColor", "indexed", "64");
        return fill;
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
