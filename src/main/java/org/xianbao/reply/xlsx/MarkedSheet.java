package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Mark;
import org.xianbao.reply.page.Remark;

/** One sheet of the sender's with what belongs to it: its part, its comments and their boxes. */
final class MarkedSheet {
    /** Comments of ours on one sheet; with more of them no program is of use. The cells are marked all the same. */
    private static final int MOST_COMMENTS = 20_000;

    private final Opc opc;
    private final Stylesheet styles;
    private final String part;
    private final Relations relations;

    MarkedSheet(Opc opc, Stylesheet styles, String part) {
        this.opc = opc;
        this.styles = styles;
        this.part = part;
        this.relations = opc.relations(part);
    }

    /** Takes off what is ours and puts the remarks on; a sheet that this leaves as it is is not touched. */
    void mark(List<Remark> remarks) throws IOException {
        Comments before = relations
                .first("comments")
                .map(Relations.Relation::part)
                .filter(opc::has)
                .map(p -> new Comments(p, opc.document(p)))
                .orElse(null);
        boolean ours = styles.anyOurs() || (before != null && before.anyOurs());
        if (!remarks.isEmpty() || ours || isSelected()) {
            Optional<String> drawing = remarks.isEmpty() ? Optional.empty() : Optional.of(drawing());
            SheetPatch sheet = patch(remarks, drawing.orElse(null));
            drawing.filter(d -> !sheet.drawn().equals(Optional.of(d))).ifPresent(this::unlink);
            if (before != null || !remarks.isEmpty()) {
                comment(before == null ? comments() : before, remarks, sheet);
            }
        }
    }

    private String drawing() {
        String boxes = opc.free("xl/drawings/reply", ".vml");
        return opc.link(boxes, ContentTypes.VML, relations, type("vmlDrawing"));
    }

    private String type(String kind) {
        return styles.dialect().type(kind);
    }

    private void unlink(String id) {
        relations.byId(id).ifPresent(r -> opc.types().remove(r.part()));
        relations.remove(id);
    }

    /** Whether the sheet is in view; only ours will be. */
    private boolean isSelected() throws IOException {
        try (InputStream in = opc.utf8(part)) {
            Splicer xml = new Splicer(in, OutputStream.nullOutputStream());
            Tag tag = xml.tag();
            while (xml.next() && !tag.is("sheetData")) {
                if (tag.is("sheetView") && tag.starts() && tag.value("tabSelected") != null) {
                    return true;
                }
            }
            return false;
        }
    }

    private SheetPatch patch(List<Remark> remarks, @Nullable String drawing) throws IOException {
        NavigableMap<CellAddress, Mark> marks = new TreeMap<>();
        remarks.forEach(r -> marks.put(r.cell(), r.mark()));
        return opc.rewrite(part, (in, out) -> {
            SheetPatch sheet = new SheetPatch(in, out, styles, marks, drawing);
            sheet.run();
            return sheet;
        });
    }

    private Comments comments() {
        String comments = opc.free("xl/comments-reply", ".xml");
        opc.link(comments, ContentTypes.COMMENTS, relations, type("comments"));
        String empty = Comments.EMPTY.formatted(styles.dialect().main());
        return new Comments(comments, opc.create(comments, empty));
    }

    private void comment(Comments comments, List<Remark> remarks, SheetPatch sheet) throws IOException {
        List<CellAddress> bare = comments.takeOff();
        List<Remark> own = new ArrayList<>();
        List<Remark> added = new ArrayList<>();
        remarks.stream().limit(MOST_COMMENTS).forEach(r -> (comments.put(r) ? own : added).add(r));
        opc.save(comments.part());
        Optional<String> vml = sheet.drawn().flatMap(relations::byId).map(Relations.Relation::part);
        if (vml.isPresent()) {
            Boxes boxes = new Boxes(text(vml.get()), sheet.grid());
            boxes.drop(bare);
            boxes.grow(added);
            opc.write(vml.get(), out -> boxes.write(own, out));
        }
    }

    private String text(String boxes) throws IOException {
        if (!opc.has(boxes)) {
            return Boxes.EMPTY;
        }
        try (InputStream in = opc.open(boxes)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
