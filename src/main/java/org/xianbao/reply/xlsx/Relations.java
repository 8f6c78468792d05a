package org.xianbao.reply.xlsx;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a part points to: its {@code .rels}. */
final class Relations {
    /**
     * @param type its URI
     * @param part the name of the part it leads to, without a slash before it; of no meaning when it leads outside
     */
    record Relation(String id, String type, String part, boolean outside) {
        boolean is(String kind) {
            return !outside && type.endsWith("/" + kind);
        }
    }

    private final Document document;
    private final String source;

    /** @param source the part's name; empty for the package */
    Relations(String source, Document document) {
        this.source = source;
        this.document = document;
    }

    /** The name of the part that holds a part's relationships. */
    static String of(String part) {
        int folder = part.lastIndexOf('/') + 1;
        return part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    }

    List<Relation> all() {
        return Xml.children(document.getDocumentElement(), "Relationship").stream()
                .map(e -> new Relation(
                        e.getAttribute("Id"),
                        e.getAttribute("Type"),
                        resolve(e.getAttribute("Target")),
                        e.getAttribute("TargetMode").equals("External")))
                .toList();
    }

    /** The first of a kind, by what its type ends with: transitional and strict types differ in what comes before. */
    Optional<Relation> first(String kind) {
        return all().stream().filter(r -> r.is(kind)).findFirst();
    }

    Optional<Relation> byId(String id) {
        return all().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private String resolve(String target) {
        String path = target.replace('\\', '/');
        if (path.startsWith("/")) {
            return path.substring(1);
        }
        try {
            String resolved = URI.create("/" + source).resolve(path).normalize().getPath();
            return resolved == null ? path : resolved.replaceFirst("^(/\\.\\.)*/", "");
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** Points to a part of ours; gives the new relationship's id. */
    String add(String type, String part) {
        int n = 1;
        while (byId("rIdReply" + n).isPresent()) {
            n++;
        }
        String id = "rIdReply" + n;
        Xml.add(document.getDocumentElement(), "Relationship", "Id", id, "Type", type, "Target", "/" + part);
        return id;
    }

    void remove(String id) {
        for (Element relation : Xml.children(document.getDocumentElement(), "Relationship")) {
            if (relation.getAttribute("Id").equals(id)) {
                document.getDocumentElement().removeChild(relation);
            }
        }
    }
}
