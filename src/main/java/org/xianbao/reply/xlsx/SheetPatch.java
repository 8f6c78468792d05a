package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.reply.page.Mark;

/**
 * Marks cells of one sheet while its part passes by: formats of marked cells change, marked cells that are not there are
 * put in, marks of ours from before come off, and nothing else changes. Takes memory for its marks only.
 */
final class SheetPatch {
    /** What stands behind {@code legacyDrawing} in a worksheet (ECMA-376-1, CT_Worksheet). */
    private static final Set<String> BEHIND_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst",
            "AlternateContent");
    /** Rows below a mark that its comment's box may reach. */
    private static final int REACH = 40;

    private static final Pattern ID = Pattern.compile("[:\\s]id\\s*=\\s*[\"']([^\"']*)");

    private final Stylesheet styles;
    private final NavigableMap<CellAddress, Mark> marks;
    private final Insertions insertions;
    private final Grid grid = new Grid();
    private final @Nullable String drawing;

    private final Splicer xml;
    private final Tag tag;
    private String prefix = "";
    private String section = "";
    private boolean behindData;
    private @Nullable String drawn;
    private int row = -1;
    private int rowFormat = -1;
    private int column = -1;
    private boolean rowMarked;

    /** @param drawing id of the relationship that leads to the boxes of comments, should there be none yet */
    SheetPatch(
            InputStream in,
            OutputStream out,
            Stylesheet styles,
            NavigableMap<CellAddress, Mark> marks,
            @Nullable String drawing) {
        this.styles = styles;
        this.marks = marks;
        this.insertions = new Insertions(marks, styles);
        this.drawing = drawing;
        this.xml = new Splicer(in, out);
        this.tag = xml.tag();
    }

    /** Passes the sheet on, once. */
    void run() throws IOException {
        while (xml.next()) {
            switch (xml.depth()) {
                case 1 -> root();
                case 2 -> part();
                case 3 -> inner();
                case 4 -> cell();
                default -> {}
            }
        }
    }

    /** The relationship by which the sheet leads to its boxes; empty when it has none. */
    Optional<String> drawn() {
        return Optional.ofNullable(drawn);
    }

    Grid grid() {
        return grid;
    }

    private void root() throws IOException {
        if (tag.starts()) {
            prefix = tag.prefix();
            insertions.prefix(prefix);
        } else {
            draw();
        }
    }

    private void part() throws IOException {
        if (tag.starts()) {
            section = tag.local();
            behindPart();
            switch (section) {
                case "dimension" -> dimension();
                case "sheetFormatPr" -> {
                    tag.number("defaultColWidth").ifPresent(grid::defaultWidth);
                    tag.number("defaultRowHeight").ifPresent(grid::defaultHeight);
                }
                case "legacyDrawing" -> drawn = id();
                case "sheetData" -> data();
                default -> {}
            }
        } else if (section.equals("sheetData")) {
            xml.before(insertions.rows(Integer.MAX_VALUE));
            behindData = true;
        }
    }

    private void behindPart() throws IOException {
        if (behindData && BEHIND_DRAWING.contains(section)) {
            draw();
        }
    }

    private void data() throws IOException {
        if (tag.ends()) {
            behindData = true;
            if (!insertions.isEmpty()) {
                xml.replace(
                        Tag.opened(tag.toString()) + insertions.rows(Integer.MAX_VALUE) + "</" + prefix + "sheetData>");
            }
        }
    }

    private void draw() throws IOException {
        if (drawn == null && drawing != null) {
            xml.before("<" + prefix + "legacyDrawing xmlns:rel=\""
                    + styles.dialect().relations() + "\" rel:id=\"" + drawing + "\"/>");
            drawn = drawing;
        }
    }

    private void dimension() throws IOException {
        String[] corners = Objects.requireNonNullElse(tag.value("ref"), "").split(":", -1);
        Optional<CellAddress> first = CellAddress.parse(corners[0]);
        Optional<CellAddress> last = CellAddress.parse(corners[corners.length - 1]);
        if (marks.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return;
        }
        int top = Math.min(first.get().row(), marks.firstKey().row());
        int bottom = Math.max(last.get().row(), marks.lastKey().row());
        int left = first.get().column();
        int right = last.get().column();
        for (CellAddress cell : marks.keySet()) {
            left = Math.min(left, cell.column());
            right = Math.max(right, cell.column());
        }
        String ref = new CellAddress(top, left) + ":" + new CellAddress(bottom, right);
        if (!(first.get() + ":" + last.get()).equals(ref)) {
            xml.replace(tag.with("ref", ref));
        }
    }

    private void inner() throws IOException {
        if (section.equals("sheetData") && tag.is("row")) {
            if (tag.starts()) {
                row();
            } else if (rowMarked) {
                xml.before(insertions.cells(row, Integer.MAX_VALUE, rowFormat));
            }
        } else if (section.equals("sheetViews") && tag.starts() && tag.is("sheetView")) {
            if (tag.value("tabSelected") != null) {
                xml.replace(tag.with("tabSelected", null));
            }
        } else if (section.equals("cols") && tag.starts() && tag.is("col")) {
            column();
        }
    }

    private void column() {
        int first = tag.integer("min", 1) - 1;
        int last = tag.integer("max", first + 1) - 1;
        boolean hidden = tag.isTrue("hidden");
        tag.number("width").ifPresent(width -> grid.columns(first, last, hidden ? 0 : width));
        insertions.columns(first, last, tag.integer("style", 0));
    }

    private void row() throws IOException {
        row = tag.integer("r", row + 2) - 1;
        column = -1;
        String before = insertions.rows(row);
        rowMarked = insertions.isIn(row);
        rowFormat = rowMarked && tag.isTrue("customFormat") ? tag.integer("s", -1) : -1;
        CellAddress above = marks.lowerKey(new CellAddress(row + 1, 0));
        if (above != null && above.row() + REACH >= row) {
            tag.number("ht").ifPresent(height -> grid.row(row, height));
            if (tag.isTrue("hidden")) {
                grid.row(row, 0);
            }
        }
        if (!rowMarked) {
            xml.before(before);
            return;
        }
        String widened = widened();
        if (tag.ends()) {
            String cells = insertions.cells(row, Integer.MAX_VALUE, rowFormat);
            xml.replace(before + Tag.opened(widened) + cells + "</" + prefix + "row>");
        } else if (widened.equals(tag.toString())) {
            xml.before(before);
        } else {
            xml.replace(before + widened);
        }
    }

    /** The row's tag; where a mark stands outside what it says it spans, without saying so, which is but a hint. */
    private String widened() {
        String spans = tag.value("spans");
        if (spans == null || !spans.matches("\\d{1,5}:\\d{1,5}")) {
            return tag.toString();
        }
        int first = Integer.parseInt(spans.replaceFirst(":.*", "")) - 1;
        int last = Integer.parseInt(spans.replaceFirst(".*:", "")) - 1;
        return insertions.isWithin(row, first, last) ? tag.toString() : tag.with("spans", null);
    }

    private void cell() throws IOException {
        if (!section.equals("sheetData") || !tag.starts() || !tag.is("c")) {
            return;
        }
        if (!rowMarked && !styles.anyOurs()) {
            return;
        }
        String reference = tag.value("r");
        column = reference == null
                ? column + 1
                : CellAddress.parse(reference).map(CellAddress::column).orElse(column + 1);
        String before = rowMarked ? insertions.cells(row, column, rowFormat) : "";
        Mark mark = insertions.take(row, column);
        int format = tag.integer("s", 0);
        int marked = styles.marked(format, mark);
        if (marked == format) {
            xml.before(before);
        } else {
            xml.replace(before + tag.with("s", String.valueOf(marked)));
        }
    }

    private @Nullable String id() {
        Matcher id = ID.matcher(tag.toString());
        return id.find() ? id.group(1) : null;
    }
}
