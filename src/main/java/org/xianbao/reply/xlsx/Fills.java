package org.xianbao.reply.xlsx;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xianbao.reply.page.Mark;

/**
 * The fills of cells. A solid fill shows its foreground only; its background is where a mark keeps the colour that was there
 * before, so that it can be put back from the style alone. What was a pattern or a gradient is put back as no fill.
 */
final class Fills {
    /** Stands for no fill: a white that nobody picks. */
    private static final String NOTHING = "FFFDFDFD";

    private final Element root;

    /** @param root of the style sheet that the fills are for */
    Fills(Element root) {
        this.root = root;
    }

    /** What a cell with a mark is filled with, and null for without, given what it is filled with. */
    Element marked(Element before, @Nullable Mark mark) {
        Element colour = isMark(before) ? kept(before) : shown(before);
        if (mark != null) {
            return mark(mark, colour);
        }
        return colour == null ? pattern("none") : filled(colour);
    }

    static boolean isMark(Element fill) {
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
    private static @Nullable Element shown(Element fill) {
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

    private Element filled(Element colour) {
        return solid(front -> copy(colour, front), back -> back.setAttribute("indexed", "64"));
    }

    private Element mark(Mark mark, @Nullable Element colour) {
        return solid(front -> front.setAttribute("rgb", "FF" + mark.rgb()), back -> {
            if (colour == null) {
                back.setAttribute("rgb", NOTHING);
            } else {
                copy(colour, back);
            }
        });
    }

    private Element solid(Consumer<Element> front, Consumer<Element> back) {
        Element fill = pattern("solid");
        Element pattern = Xml.children(fill).get(0);
        front.accept(Xml.add(pattern, "fgColor"));
        back.accept(Xml.add(pattern, "bgColor"));
        return fill;
    }

    /** A fill of a pattern without colours. */
    Element pattern(String type) {
        Element fill = Xml.element(root, "fill");
        Xml.add(fill, "patternFill", "patternType", type);
        return fill;
    }

    /** A background of our own pages, six hex digits; none for null. */
    Element background(@Nullable String rgb) {
        if (rgb == null) {
            return pattern("none");
        }
        return solid(front -> front.setAttribute("rgb", "FF" + rgb), back -> back.setAttribute("indexed", "64"));
    }

    private static void copy(Element from, Element to) {
        NamedNodeMap attributes = from.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            to.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
        }
    }
}
