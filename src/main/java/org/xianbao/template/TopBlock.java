package org.xianbao.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.form.Glob;

/**
 * What stands above the headings: the title, lines that are only printed, county and period, and the columns of the title
 * block. Cells that the definition fixes stand where it says; the rest is spread over the rows that are left.
 */
final class TopBlock {
    private static final Look TITLE = Look.printed(Look.Part.TITLE, HorizontalAlignment.CENTER);
    private static final Look LABEL = Look.printed(Look.Part.LABEL, HorizontalAlignment.RIGHT);
    private static final int COUNTY_WIDTH = 22;
    private static final int PERIOD_WIDTH = 16;
    private static final int PRINTED_A_LINE = 2;
    private static final int COLUMNS_A_LINE = 3;

    private final Paper paper;
    private final Form form;
    private final String title;
    private final List<Entry> entries = new ArrayList<>();
    private final @Nullable String unit;
    private final Set<CellAddress> fixed = new HashSet<>();

    /**
     * A value that is to be filled in, or is filled in already.
     *
     * @param inline stands behind its label in the same cell, as county and period do
     */
    private record Entry(
            String label,
            Place place,
            Look look,
            int width,
            Filling filling,
            @Nullable String inline) {}

    /** Fills the first of the cells. */
    interface Filling {
        void fill(int row, int column);
    }

    /** @param unit that all figures of the form are reported in; null when there are several or none */
    TopBlock(Paper paper, Form form, String title, @Nullable String unit) {
        this.paper = paper;
        this.form = form;
        this.title = title;
        this.unit = unit;
    }

    TopBlock county(String value) {
        return given(form.county(), Words.of("county"), COUNTY_WIDTH, value);
    }

    TopBlock period(String value) {
        return given(form.period(), Words.of("period"), PERIOD_WIDTH, value);
    }

    private TopBlock given(Place place, String label, int width, String value) {
        Look look = new Look(Look.Part.ENTRY, Look.TEXT, HorizontalAlignment.LEFT, true);
        String said = place instanceof Place.After after ? after.label() : label;
        Filling filling = (row, column) -> {
            if (!value.isEmpty()) {
                paper.cell(row, column).setCellValue(value);
            }
        };
        entries.add(new Entry(said, place, look, width, filling, value));
        return this;
    }

    TopBlock column(Column column, int width, Filling filling) {
        String label = column.place() instanceof Place.After after
                ? after.label()
                : column.title().zh();
        String said = Fields.unit(column);
        String whole = said == null || label.contains(said) ? label : label + "（" + said + "）";
        entries.add(new Entry(whole, column.place(), Fields.look(Look.Part.ENTRY, column), width, filling, null));
        return this;
    }

    void print() {
        form.expect().keySet().forEach(fixed::add);
        for (Entry entry : entries) {
            if (entry.place() instanceof Place.At at) {
                fixed.add(at.cell());
            }
        }
        CellAddress titled = form.expect().isEmpty()
                ? new CellAddress(0, 0)
                : form.expect().keySet().iterator().next();
        boolean room = titled.row() < form.headingFirst() && (!form.expect().isEmpty() || fixed.add(titled));
        entries.forEach(this::fixed);
        lines();
        if (room) {
            title(titled);
        }
    }

    private void fixed(Entry entry) {
        if (entry.place() instanceof Place.At at) {
            int row = at.cell().row();
            int column = at.cell().column();
            while (paper.columns() <= column) {
                paper.column(entry.width());
            }
            paper.style(row, column, entry.look());
            entry.filling().fill(row, column);
            if (column > 0 && !fixed.contains(new CellAddress(row, column - 1))) {
                String label = labelled(entry.label());
                paper.print(row, column - 1, label, LABEL);
                paper.atLeast(column - 1, column - 1, Words.width(label) + 1);
            }
        }
    }

    /** A colon behind a digit would be read as a time of day's. */
    private static String labelled(String label) {
        String bare = label.replaceFirst("[:：]$", "");
        return bare + (bare.matches(".*\\d") ? "　" : "") + "：";
    }

    private void lines() {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, form.headingFirst())
                .filter(row -> fixed.stream().noneMatch(cell -> cell.row() == row))
                .boxed()
                .toList());
        List<Line> lines = wanted();
        while (lines.size() > Math.max(1, rows.size())) {
            shorten(lines);
        }
        for (int row = 1; row < form.headingFirst(); row++) {
            paper.lines(row, 1);
        }
        if (rows.isEmpty() && !lines.isEmpty()) {
            int row = form.headingFirst() - 1;
            lines.get(0).print(paper, row, firstFree(row));
            return;
        }
        int skipped = rows.size() - lines.size();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).print(paper, rows.get(skipped + i), 0);
        }
    }

    /** The first column to the right of every fixed cell; at least the second, as a title stands in the first. */
    private int firstFree(int row) {
        return fixed.stream()
                        .filter(cell -> cell.row() == row)
                        .mapToInt(CellAddress::column)
                        .max()
                        .orElse(0)
                + 1;
    }

    private List<Line> wanted() {
        List<Line> lines = new ArrayList<>(split(
                form.template().printed().entrySet().stream()
                        .map(TopBlock::printed)
                        .toList(),
                PRINTED_A_LINE));
        List<Line.Piece> behind = entries.stream()
                .filter(e -> e.place() instanceof Place.After)
                .map(this::piece)
                .toList();
        int main = (int) entries.stream()
                .limit(2)
                .filter(e -> e.place() instanceof Place.After)
                .count();
        List<Line.Piece> first = new ArrayList<>(behind.subList(0, main));
        if (unit != null) {
            first.add(Line.Piece.printed(Words.of("unit", Map.of("unit", unit))));
        }
        lines.addAll(split(first, Math.max(1, first.size())));
        lines.addAll(split(behind.subList(main, behind.size()), COLUMNS_A_LINE));
        return lines;
    }

    private static Line.Piece printed(Map.Entry<String, String> line) {
        return Line.Piece.printed(line.getKey() + "：" + line.getValue());
    }

    private Line.Piece piece(Entry entry) {
        if (entry.inline() != null) {
            return Line.Piece.open(labelled(entry.label()) + entry.inline());
        }
        return Line.Piece.entry(labelled(entry.label()), entry.width(), range -> {
            paper.print(range, "", entry.look());
            entry.filling().fill(range.getFirstRow(), range.getFirstColumn());
        });
    }

    private static List<Line> split(List<Line.Piece> pieces, int most) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i += most) {
            lines.add(new Line(pieces.subList(i, Math.min(i + most, pieces.size()))));
        }
        return lines;
    }

    /** Puts the two neighbours that hold least into one line. */
    private static void shorten(List<Line> lines) {
        int least = 0;
        for (int i = 1; i + 1 < lines.size(); i++) {
            boolean less = lines.get(i).size() + lines.get(i + 1).size()
                    < lines.get(least).size() + lines.get(least + 1).size();
            least = less ? i : least;
        }
        lines.set(least, Line.joined(lines.get(least), lines.remove(least + 1)));
    }

    private void title(CellAddress at) {
        int last = Math.max(at.column(), paper.columns() - 1);
        for (int column = at.column() + 1; column <= last; column++) {
            var cell = paper.cell(at.row(), column);
            boolean taken = fixed.contains(new CellAddress(at.row(), column))
                    || !cell.toString().isEmpty();
            last = taken ? column - 1 : last;
        }
        String glob = form.expect().getOrDefault(at, "*");
        paper.print(new CellRangeAddress(at.row(), at.row(), at.column(), last), matching(glob, title), TITLE);
        paper.lines(at.row(), 2);
    }

    /** Prints what else must stand on the sheet, where nothing that was printed says it. */
    void expected() {
        form.expect().forEach((cell, glob) -> {
            var there = paper.cell(cell.row(), cell.column());
            if (there.toString().isEmpty()) {
                paper.print(
                        cell.row(),
                        cell.column(),
                        literal(glob),
                        Look.printed(Look.Part.LABEL, HorizontalAlignment.LEFT));
            }
        });
    }

    /** The text when it matches, else what the pattern itself says. */
    static String matching(String glob, String text) {
        return new Glob(glob).matches(text) ? text : literal(glob);
    }

    private static String literal(String glob) {
        return glob.replace("*", "").replace('?', '某');
    }
}
