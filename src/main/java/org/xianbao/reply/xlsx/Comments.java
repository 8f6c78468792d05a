package org.xianbao.reply.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Remark;

/** The comments of one sheet: those that were there, and ours among them. */
final class Comments {
    static final String EMPTY = "<comments xmlns=\"%s\"><authors/><commentList/></comments>";

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final List<String> ORDER = List.of("authors", "commentList", "extLst");

    private final Element authors;
    private final Element list;
    private final Map<String, Element> there = new HashMap<>();

    private final String part;

    Comments(String part, Document document) {
        this.part = part;
        Element root = document.getDocumentElement();
        this.authors = Xml.obtain(root, "authors", ORDER);
        this.list = Xml.obtain(root, "commentList", ORDER);
    }

    /** The part's name. */
    String part() {
        return part;
    }

    /** Whether any is ours, or holds something of ours. */
    boolean anyOurs() {
        return author().isPresent()
                || Xml.children(list).stream().anyMatch(c -> c.getTextContent().contains(Remark.ADDED));
    }

    /** Takes off what is ours, before any is put in; gives the cells that have no comment any more. */
    List<CellAddress> takeOff() {
        List<CellAddress> bare = new ArrayList<>();
        String ours = author().map(String::valueOf).orElse("");
        for (Element comment : Xml.children(list, "comment")) {
            if (comment.getAttribute("authorId").equals(ours)) {
                list.removeChild(comment);
                CellAddress.parse(comment.getAttribute("ref")).ifPresent(bare::add);
            } else if (comment.getTextContent().contains(Remark.ADDED)) {
                Xml.child(comment, "text").ifPresent(Comments::cut);
            }
        }
        Xml.children(list, "comment").forEach(c -> there.putIfAbsent(c.getAttribute("ref"), c));
        return bare;
    }

    /** Leaves out what stands from our sign on. */
    private static void cut(Element text) {
        boolean ours = false;
        for (Element run : Xml.children(text)) {
            Element t =
                    run.getLocalName().equals("t") ? run : Xml.child(run, "t").orElse(null);
            int sign = t == null ? -1 : t.getTextContent().indexOf(Remark.ADDED);
            if (!ours && t != null && sign >= 0) {
                t.setTextContent(t.getTextContent().substring(0, sign).stripTrailing());
                ours = true;
                if (!t.getTextContent().isEmpty()) {
                    continue;
                }
            }
            if (ours) {
                text.removeChild(run);
            }
        }
    }

    private Optional<Integer> author() {
        List<Element> all = Xml.children(authors, "author");
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getTextContent().equals(Remark.AUTHOR)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Puts a remark in, behind what its cell's comment says already; true when it got a comment of its own. */
    boolean put(Remark remark) {
        Element comment = there.get(remark.cell().toString());
        if (comment == null) {
            add(remark);
        } else {
            append(comment, remark);
        }
        return comment == null;
    }

    private void add(Remark remark) {
        int author = author().orElseGet(() -> {
            Xml.add(authors, "author").setTextContent(Remark.AUTHOR);
            return Xml.children(authors, "author").size() - 1;
        });
        Element comment = Xml.add(list, "comment", "ref", remark.cell().toString(), "authorId", String.valueOf(author));
        say(Xml.add(comment, "text"), remark);
    }

    private static void append(Element comment, Remark remark) {
        Element text = Xml.child(comment, "text").orElseGet(() -> Xml.add(comment, "text"));
        Xml.child(text, "t").ifPresent(plain -> {
            Element run = Xml.add(text, "r");
            run.appendChild(plain);
        });
        run(text, true, "\n\n" + Remark.ADDED + "\n");
        say(text, remark);
    }

    private static void say(Element text, Remark remark) {
        String before = "";
        for (Remark.Section section : remark.sections()) {
            run(text, true, before + section.heading());
            run(text, false, "\n" + String.join("\n", section.lines()));
            before = "\n\n";
        }
    }

    private static void run(Element text, boolean bold, String words) {
        Element run = Xml.add(text, "r");
        Element font = Xml.add(run, "rPr");
        if (bold) {
            Xml.add(font, "b");
        }
        Xml.add(font, "sz", "val", "9");
        Xml.add(font, "color", "indexed", "81");
        Xml.add(font, "rFont", "val", "宋体");
        Xml.add(font, "family", "val", "3");
        Xml.add(font, "charset", "val", "134");
        Element t = Xml.add(run, "t");
        t.setAttributeNS(XML, "xml:space", "preserve");
        t.setTextContent(Escaped.plain(words));
    }
}
