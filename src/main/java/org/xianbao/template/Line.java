package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Pieces side by side in one row, each over its share of the paper's width. */
final class Line {
    private static final int ANY_WIDTH = 12;
    /** A column is made wider by so much at most before a label runs over several. */
    private static final int STRETCH = 6;

    private final List<Piece> pieces;

    /**
     * A text, or a label and behind it cells to be filled in.
     *
     * @param width of those cells, at least; without meaning when there are none
     * @param fill draws the cells; null when the text stands alone
     */
    record Piece(
            String text, Look look, int width, @Nullable Consumer<CellRangeAddress> fill) {
        static Piece printed(String text) {
            return new Piece(text, Look.printed(Look.Part.LABEL, HorizontalAlignment.LEFT), 0, null);
        }

        /** Of which the rest is written behind it, into the same cell. */
        static Piece open(String text) {
            return new Piece(text, new Look(Look.Part.LABEL, Look.GENERAL, HorizontalAlignment.LEFT, true), 0, null);
        }

        /** The label stands right before the cells, running out to the left: the reader looks beside it. */
        static Piece entry(String label, int width, Consumer<CellRangeAddress> fill) {
            return new Piece(label, Look.printed(Look.Part.LABEL, HorizontalAlignment.RIGHT), width, fill);
        }

        int cells() {
            return fill == null ? 1 : 2;
        }
    }

    Line(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static Line joined(Line one, Line other) {
        List<Piece> all = new ArrayList<>(one.pieces);
        all.addAll(other.pieces);
        return new Line(all);
    }

    int size() {
        return pieces.size();
    }

    /** @param from first column that is free; the paper gets more columns when there are too few */
    void print(Paper paper, int row, int from) {
        int cells = pieces.stream().mapToInt(Piece::cells).sum();
        while (paper.columns() - from < cells) {
            paper.column(ANY_WIDTH);
        }
        int last = paper.columns() - 1;
        List<Integer> starts = starts(paper, from, last, cells);
        for (int i = 0; i < pieces.size(); i++) {
            int end = i + 1 < pieces.size() ? starts.get(i + 1) - 1 : last;
            print(paper, row, starts.get(i), end, pieces.get(i));
        }
    }

    /** Each piece begins as near as can be to its share of the width. */
    private List<Integer> starts(Paper paper, int from, int last, int cells) {
        List<Integer> starts = new ArrayList<>();
        int width = paper.width(from, last);
        int free = from;
        int left = cells;
        for (int i = 0; i < pieces.size(); i++) {
            int wanted = width * i / pieces.size();
            int start = free;
            while (start < last - left + 1
                    && Math.abs(paper.width(from, start) - wanted) < Math.abs(before(paper, from, start) - wanted)) {
                start++;
            }
            starts.add(start);
            free = start + pieces.get(i).cells();
            left -= pieces.get(i).cells();
        }
        return starts;
    }

    private static int before(Paper paper, int from, int column) {
        return column == from ? 0 : paper.width(from, column - 1);
    }

    private static void print(Paper paper, int row, int first, int last, Piece piece) {
        Consumer<CellRangeAddress> fill = piece.fill();
        if (fill == null) {
            paper.atLeast(first, last, Words.width(piece.text()) + 1);
            paper.print(new CellRangeAddress(row, row, first, last), piece.text(), piece.look());
            return;
        }
        int label = first;
        while (label + 1 < last && paper.width(first, label) + STRETCH < Words.width(piece.text())) {
            label++;
        }
        paper.atLeast(first, label, Words.width(piece.text()) + 1);
        paper.print(row, label, piece.text(), piece.look());
        int end = label + 1;
        while (end < last && paper.width(label + 1, end) < piece.width()) {
            end++;
        }
        fill.accept(new CellRangeAddress(row, row, label + 1, end));
    }
}
