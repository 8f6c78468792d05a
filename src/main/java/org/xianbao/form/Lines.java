package org.xianbao.form;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Form;
import org.xianbao.definition.Place;
import org.xianbao.workbook.Row;

/**
 * Tells data rows from the lines between and below them. Nearly all rows are passed by the first character of their
 * first two filled cells alone.
 */
final class Lines {
    private static final Pattern TOTAL =
            Pattern.compile("(?:合计|总计|共计|总合计)(?:数|栏)?[:]?(?:\\(.*\\))?(?:\\d[\\d.,]*.{0,3})?");
    private static final Pattern CONTINUED = Pattern.compile("续表.*|.*\\(续表?[一二三四五六七八九十\\d]*\\).*");
    private static final Pattern SUBTOTAL = Pattern.compile("(?:本页|.{0,12}小|本表|页)(?:合)?计[:]?(?:\\(.*\\))?");
    private static final int FEW = 3;

    private final Map<Integer, Set<String>> headings;
    private final Set<String> words = new HashSet<>();
    private final List<Glob> titles;
    private final Set<String> labels = new HashSet<>();
    private final @Nullable Glob until;
    private final RowShape shape;
    private final BitSet telling = new BitSet();
    private boolean everything;

    /** What stands on a row. */
    enum Line {
        /** No line of a known sort: data, or nothing. */
        OTHER,
        TOTAL,
        SUBTOTAL,
        FOOTER,
        /** The headings once more. */
        HEADING,
        /** Headings of this form, but over other columns. */
        OTHER_HEADING,
        /** The title block once more, 续表. */
        TITLE
    }

    Lines(FormSheet form) {
        Form declared = form.definition().form();
        shape = new RowShape(form);
        headings = form.layout().body().headings();
        headings.values().forEach(words::addAll);
        titles = declared.expect().values().stream().map(Glob::new).toList();
        until = declared.until() == null ? null : new Glob(declared.until());
        label(declared.county());
        label(declared.period());
        form.layout().columns().forEach(c -> label(c.place()));
        words.forEach(this::startsWith);
        labels.forEach(this::startsWith);
        startsWith(Footer.firstCharacters());
        "合总共小本页续".chars().forEach(telling::set);
        titles.forEach(t -> startsWith(t.first()));
        if (until != null) {
            startsWith(until.first());
        }
    }

    private void label(Place place) {
        if (place instanceof Place.After after) {
            labels.add(Wording.of(after.label()));
        }
    }

    private void startsWith(String text) {
        if (text.equals(Footer.firstCharacters())) {
            text.chars().forEach(telling::set);
        } else if (!text.isEmpty()) {
            startsWith(text.charAt(0));
        }
    }

    private void startsWith(char first) {
        if (first == 0) {
            everything = true;
        } else {
            telling.set(first);
        }
    }

    /** @param afterHeading whether the row before was a heading */
    Line of(Row row, boolean afterHeading) {
        int looked = 0;
        int width = row.width();
        for (int column = 0; column < width && looked < 2; column++) {
            if (!SheetRows.filled(row, column)) {
                continue;
            }
            looked++;
            if (row.kind(column) == CellKind.TEXT && (everything || mayTell(row.slice(column)))) {
                Line line = line(row, column, looked == 1, afterHeading);
                if (line != Line.OTHER) {
                    return line;
                }
            }
        }
        return Line.OTHER;
    }

    /** By the first character; anything but a plain one- to three-byte character may, and what ends in 计: 玉泉镇小计. */
    private boolean mayTell(Slice text) {
        byte[] bytes = text.bytes();
        int at = text.start();
        int b = bytes[at];
        if (b > ' ') {
            return telling.get(Character.toLowerCase((char) b));
        }
        if ((b & 0xF0) != 0xE0 || text.length() < 3) {
            return true;
        }
        char c = character(bytes, at);
        return c < 0x3400 || c >= 0xF900 || telling.get(c) || character(bytes, text.end() - 3) == '计';
    }

    /** The three bytes there as a character of UTF-8. */
    private static char character(byte[] bytes, int at) {
        return (char) ((bytes[at] & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F));
    }

    private Line line(Row row, int column, boolean first, boolean afterHeading) {
        String text = Wording.of(row.text(column));
        if (SUBTOTAL.matcher(text).matches()) {
            return unlessRow(row, column, Line.SUBTOTAL);
        }
        if (TOTAL.matcher(text).matches()) {
            return unlessRow(row, column, Line.TOTAL);
        }
        if (until != null && until.matches(text)) {
            return unlessRow(row, -1, text.contains("计") ? Line.TOTAL : Line.FOOTER);
        }
        Line heading = heading(row, afterHeading);
        if (heading != Line.OTHER || !first) {
            return heading;
        }
        if (Footer.begins(text)) {
            return Footer.labels(row) > 1 ? Line.FOOTER : unlessRow(row, column, Line.FOOTER);
        }
        return title(text) && count(row) <= FEW ? unlessRow(row, column, Line.TITLE) : Line.OTHER;
    }

    /** A row of the roster may hold such a word too. */
    private Line unlessRow(Row row, int label, Line line) {
        return shape.fits(row, label) ? Line.OTHER : line;
    }

    private boolean title(String text) {
        return CONTINUED.matcher(text).matches()
                || titles.stream().anyMatch(t -> t.matches(text))
                || labels.stream()
                        .anyMatch(l -> text.startsWith(l)
                                && text.length() > l.length()
                                && ":(".indexOf(text.charAt(l.length())) >= 0);
    }

    private Line heading(Row row, boolean afterHeading) {
        int filled = 0;
        int known = 0;
        int same = 0;
        for (int column = 0; column < row.width(); column++) {
            if (SheetRows.filled(row, column)) {
                filled++;
                String text = row.kind(column) == CellKind.TEXT ? Wording.of(row.text(column)) : "";
                known += words.contains(text) ? 1 : 0;
                same += headings.getOrDefault(column, Set.of()).contains(text) ? 1 : 0;
            }
        }
        if (same * 5 >= filled * 4 && (same >= 2 || (same == 1 && afterHeading))) {
            return Line.HEADING;
        }
        return known >= FEW && known * 5 >= filled * 4 ? Line.OTHER_HEADING : Line.OTHER;
    }

    private static int count(Row row) {
        int filled = 0;
        for (int column = 0; column < row.width(); column++) {
            filled += SheetRows.filled(row, column) ? 1 : 0;
        }
        return filled;
    }
}
