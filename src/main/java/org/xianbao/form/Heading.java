package org.xianbao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/**
 * What is printed over one sheet column.
 *
 * @param cells headings as printed, outermost first; never empty
 * @param path the same, normalised
 * @param own normalised texts of this column itself, by row, without what is inherited
 */
record Heading(List<Located> cells, List<String> path, List<String> own) {

    /** No match; better matches are greater. */
    static final int NONE = 0;

    private static final int EXACT = 10;
    private static final int WHOLE_PATH = 5;
    private static final int INNER_PATH = 3;

    /** Where the innermost heading stands. */
    CellAddress cell() {
        return cells.get(cells.size() - 1).cell();
    }

    int column() {
        return cell().column();
    }

    /** As printed, joined by {@code /}. */
    String printed() {
        return cells.stream().map(Heading::plain).collect(Collectors.joining("/"));
    }

    /** The text of a heading in one line. */
    static String plain(Located cell) {
        return cell.text().strip().replaceAll("\\s+", " ");
    }

    String innermost() {
        return path.get(path.size() - 1);
    }

    /**
     * The headings in these rows. Merged cells show as blanks: a blank belongs to the group at its left as long as both
     * stand under the same outer group and have a heading of their own below; a heading with blanks below is its
     * column's innermost one.
     */
    static List<Heading> read(Head head, int first, int last) {
        List<Heading> headings = new ArrayList<>();
        int depth = last - first + 1;
        @Nullable Located[] groups = new Located[depth];
        for (int column = 0; column < head.width(); column++) {
            @Nullable Located[] own = new Located[depth];
            int lowest = -1;
            for (int i = 0; i < depth; i++) {
                Located cell = head.cell(first + i, column);
                own[i] = cell.blank() ? null : cell;
                lowest = cell.blank() ? lowest : i;
            }
            if (lowest < 0) {
                groups = new Located[depth];
            } else {
                groups = inherit(own, groups, lowest);
                headings.add(of(groups, own, lowest));
            }
        }
        return headings;
    }

    private static @Nullable Located[] inherit(@Nullable Located[] own, @Nullable Located[] left, int lowest) {
        @Nullable Located[] path = new Located[own.length];
        boolean sameGroup = true;
        for (int i = 0; i <= lowest; i++) {
            if (own[i] != null) {
                path[i] = own[i];
                sameGroup = false;
            } else if (sameGroup && i < lowest && hasBelow(left, i)) {
                path[i] = left[i];
            }
        }
        return path;
    }

    private static boolean hasBelow(@Nullable Located[] path, int row) {
        for (int i = row + 1; i < path.length; i++) {
            if (path[i] != null) {
                return true;
            }
        }
        return false;
    }

    private static Heading of(@Nullable Located[] cells, @Nullable Located[] own, int lowest) {
        List<Located> printed = new ArrayList<>();
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Located each = cells[i];
            if (each != null && i <= lowest) {
                printed.add(each);
            }
            Located one = own[i];
            if (one != null) {
                mine.add(Wording.of(one.text()));
            }
        }
        List<String> path = printed.stream().map(c -> Wording.of(c.text())).toList();
        return new Heading(List.copyOf(printed), path, List.copyOf(mine));
    }

    /** How well a declared path, normalised and outermost first, names this heading: {@link #NONE} or more. */
    int match(List<String> declared) {
        String wanted = declared.get(declared.size() - 1);
        boolean exact = innermost().equals(wanted);
        if (!exact && !PrintedUnit.of(innermost()).text().equals(wanted)) {
            return joined(path).equals(joined(declared)) ? 1 : NONE;
        }
        int at = path.size() - 2;
        boolean inner = true;
        for (int i = declared.size() - 2; i >= 0; i--) {
            while (at >= 0 && !same(path.get(at), declared.get(i))) {
                inner = false;
                at--;
            }
            if (at < 0) {
                return joined(path).equals(joined(declared)) ? 1 : NONE;
            }
            at--;
        }
        int depth = !inner ? 0 : at < 0 ? WHOLE_PATH : INNER_PATH;
        return 1 + depth + (exact ? EXACT : 0);
    }

    /** Whether a printed heading is the declared one; both normalised. */
    static boolean same(String printed, String declared) {
        return printed.equals(declared) || PrintedUnit.of(printed).text().equals(declared);
    }

    private static String joined(List<String> path) {
        return String.join("", path).replace("/", "");
    }
}
