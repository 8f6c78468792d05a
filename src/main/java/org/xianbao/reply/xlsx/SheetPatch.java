package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    private final Stylesheet styles;
    private final Deque<CellAddress> waiting;
    private final NavigableMap<CellAddress, Mark> marks;
    private final TreeMap<Integer, Integer> columnFormats = new TreeMap<>();
    private final Grid grid = new Grid();
    private final @Nullable String drawing;

    private final Splicer xml;
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
        this.waiting = new ArrayDeque<>(marks.keySet());
        this.drawing = drawing;
        this.xml = new Splicer(in, out);
    }

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
        if (xml.starts()) {
            prefix = xml.prefix();
        } else {
            draw();
        }
    }

    private void part() throws IOException {
        if (xml.starts()) {
            section = xml.local();
            behindPart();
            switch (section) {
                case "dimension" -> dimension();
                case "sheetFormatPr" -> {
                    number("defaultColWidth").ifPresent(grid::defaultWidth);
                    number("defaultRowHeight").ifPresent(grid::defaultHeight);
                }
                case "legacyDrawing" -> drawn = id();
                case "sheetData" -> data();
                default -> {}
            }
        } else if (section.equals("sheetData")) {
            xml.before(rowsBefore(Integer.MAX_VALUE));
            behindData = true;
        }
    }

    private void behindPart() throws IOException {
        if (behindData && BEHIND_DRAWING.contains(section)) {
            draw();
        }
    }

    private void data() throws IOException {
        if (xml.ends()) {
            behindData = true;
            if (!waiting.isEmpty()) {
                String tag = Splicer.opened(xml.tag());
                xml.replace(tag + rowsBefore(Integer.MAX_VALUE) + "</" + prefix + "sheetData>");
            }
        }
    }

    private void draw() throws IOException {
        if (drawn == null && drawing != null) {
            xml.before("<" + prefix + "legacyDrawing xmlns:rel=\"" + namespace() + "\" rel:id=\"" + drawing + "\"/>");
            drawn = drawing;
        }
    }

    private void dimension() throws IOException {
        String[] corners = Objects.requireNonNullElse(xml.value("ref"), "").split(":", -1);
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
            xml.replace(xml.with("ref", ref));
        }
    }

    private void inner() throws IOException {
        if (section.equals("sheetData") && xml.is("row")) {
            if (xml.starts()) {
                row();
            } else if (rowMarked) {
                xml.before(cellsBefore(Integer.MAX_VALUE));
            }
        } else if (section.equals("sheetViews") && xml.starts() && xml.is("sheetView")) {
            if (xml.value("tabSelected") != null) {
                xml.replace(xml.with("tabSelected", null));
            }
        } else if (section.equals("cols") && xml.starts() && xml.is("col")) {
            column();
        }
    }

    private void column() {
        int first = integer("min", 1) - 1;
        int last = integer("max", first + 1) - 1;
        boolean hidden = isTrue("hidden");
        number("width").ifPresent(width -> grid.columns(first, last, hidden ? 0 : width));
        columnFormats.put(first, integer("style", 0));
        columnFormats.put(last + 1, columnFormats.getOrDefault(last + 1, 0));
    }

    private void row() throws IOException {
        row = integer("r", row + 2) - 1;
        column = -1;
        String before = rowsBefore(row);
        CellAddress next = waiting.peek();
        rowMarked = next != null && next.row() == row;
        rowFormat = rowMarked && isTrue("customFormat") ? integer("s", -1) : -1;
        CellAddress above = marks.lowerKey(new CellAddress(row + 1, 0));
        if (above != null && above.row() + REACH >= row) {
            number("ht").ifPresent(height -> grid.row(row, height));
            if (isTrue("hidden")) {
                grid.row(row, 0);
            }
        }
        if (!rowMarked) {
            insert(before);
            return;
        }
        String tag = widened();
        if (xml.ends()) {
            String name = tag.substring(1, tag.indexOf("row") + 3);
            xml.replace(before + Splicer.opened(tag) + cellsBefore(Integer.MAX_VALUE) + "</" + name + ">");
        } else if (tag.equals(xml.tag())) {
            insert(before);
        } else {
            xml.replace(before + tag);
        }
    }

    private void insert(String before) throws IOException {
        if (!before.isEmpty()) {
            xml.before(before);
        }
    }

    /** The row's tag; where a mark stands outside what it says it spans, without saying so, which is but a hint. */
    private String widened() {
        String spans = xml.value("spans");
        if (spans == null || !spans.matches("\\d{1,5}:\\d{1,5}")) {
            return xml.tag();
        }
        int first = Integer.parseInt(spans.replaceFirst(":.*", "")) - 1;
        int last = Integer.parseInt(spans.replaceFirst(".*:", "")) - 1;
        boolean inside = waiting.stream()
                .takeWhile(c -> c.row() == row)
                .allMatch(c -> c.column() >= first && c.column() <= last);
        return inside ? xml.tag() : xml.with("spans", null);
    }

    private void cell() throws IOException {
        if (!section.equals("sheetData") || !xml.starts() || !xml.is("c")) {
            return;
        }
        if (!rowMarked && !styles.anyOurs()) {
            return;
        }
        String reference = xml.value("r");
        column = reference == null
                ? column + 1
                : CellAddress.parse(reference).map(CellAddress::column).orElse(column + 1);
        String before = rowMarked ? cellsBefore(column) : "";
        Mark mark = null;
        CellAddress next = waiting.peek();
        if (next != null && next.row() == row && next.column() == column) {
            mark = marks.get(waiting.remove());
        }
        int format = integer("s", 0);
        int marked = styles.marked(format, mark);
        if (marked == format) {
            insert(before);
        } else {
            xml.replace(before + xml.with("s", String.valueOf(marked)));
        }
    }

    /** The marked cells of the row that should stand left of a column and are not there. */
    private String cellsBefore(int limit) {
        StringBuilder cells = new StringBuilder();
        for (CellAddress next = waiting.peek();
                next != null && next.row() == row && next.column() < limit;
                next = waiting.peek()) {
            waiting.remove();
            int format = rowFormat >= 0 ? rowFormat : format(next.column());
            cells.append(blank(next, format));
        }
        return cells.toString();
    }

    /** The rows with marked cells that should stand above a row and are not there. */
    private String rowsBefore(int limit) {
        StringBuilder rows = new StringBuilder();
        int open = -1;
        for (CellAddress next = waiting.peek(); next != null && next.row() < limit; next = waiting.peek()) {
            waiting.remove();
            if (next.row() != open) {
                rows.append(open < 0 ? "" : "</" + prefix + "row>");
                rows.append("<")
                        .append(prefix)
                        .append("row r=\"")
                        .append(next.row() + 1)
                        .append("\">");
                open = next.row();
            }
            rows.append(blank(next, format(next.column())));
        }
        return rows.append(open < 0 ? "" : "</" + prefix + "row>").toString();
    }

    private String blank(CellAddress cell, int format) {
        return "<" + prefix + "c r=\"" + cell + "\" s=\"" + styles.marked(format, marks.get(cell)) + "\"/>";
    }

    private int format(int column) {
        var entry = columnFormats.floorEntry(column);
        return entry == null ? 0 : entry.getValue();
    }

    private String namespace() {
        return styles.dialect().relations();
    }

    private @Nullable String id() {
        String tag = xml.tag();
        java.util.regex.Matcher id = java.util.regex.Pattern.compile("[:\\s]id\\s*=\\s*[\"']([^\"']*)")
                .matcher(tag);
        return id.find() ? id.group(1) : null;
    }

    private boolean isTrue(String attribute) {
        String value = xml.value(attribute);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    private int integer(String attribute, int otherwise) {
        String value = xml.value(attribute);
        if (value == null || value.isEmpty() || value.length() > 8) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private Optional<Double> number(String attribute) {
        String value = xml.value(attribute);
        return value != null && value.matches("\\d{1,6}(\\.\\d{1,20})?")
                ? Optional.of(Double.parseDouble(value))
                : Optional.empty();
    }
}
