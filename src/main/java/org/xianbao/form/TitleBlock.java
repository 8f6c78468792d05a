package org.xianbao.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;
import org.xianbao.definition.Place;

/** What stands above the headings: labels with what is said behind them. */
final class TitleBlock {
    private final Head head;
    private final int end;

    /** @param end first row, zero-based, that is not the title block's */
    TitleBlock(Head head, int end) {
        this.head = head;
        this.end = end;
    }

    /**
     * The cell of a place; one that is blank when the label stands there with nothing behind it. Empty when the label
     * is nowhere.
     *
     * @param shift how far the form stands from its declared place
     */
    Optional<Located> find(Place place, Shift shift) {
        if (place instanceof Place.At at) {
            return Optional.of(head.cell(shift.of(at.cell())));
        }
        return place instanceof Place.After after ? behind(after.label()) : Optional.empty();
    }

    private Optional<Located> behind(String label) {
        String wanted = trimColon(Wording.of(label));
        for (boolean strict : new boolean[] {true, false}) {
            for (int row : head.rowNumbers()) {
                if (row >= end) {
                    break;
                }
                for (Located cell : head.row(row)) {
                    Located found = cell.kind() == CellKind.TEXT ? within(cell, wanted, strict) : null;
                    if (found != null) {
                        return Optional.of(found);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The value behind the label that stands in this cell; null when it does not. */
    private @Nullable Located within(Located cell, String label, boolean strict) {
        String text = cell.text();
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && !Wording.space(text.charAt(i - 1)) && !separator(text.charAt(i - 1))) {
                continue;
            }
            int after = consume(text, i, label);
            if (after < 0) {
                continue;
            }
            int next = skipSpaces(text, skipBracket(text, skipSpaces(text, after)));
            if (next >= text.length()) {
                return beside(cell);
            }
            if (Wording.half(text.charAt(next)) == ':') {
                String value = upToNextLabel(text.substring(next + 1));
                return value.isBlank() ? beside(cell) : new Located(cell.cell(), CellKind.TEXT, value.strip());
            }
            if (!strict && (Wording.space(text.charAt(after)) || Wording.half(text.charAt(after)) == '(')) {
                String value = upToNextLabel(text.substring(next));
                return new Located(cell.cell(), CellKind.TEXT, value.strip());
            }
        }
        return null;
    }

    /** The next filled cell to the right, else the one below; blank when both are labels or empty. */
    private Located beside(Located label) {
        CellAddress at = label.cell();
        Located[] row = head.row(at.row());
        for (int column = at.column() + 1; column < row.length; column++) {
            if (!row[column].blank()) {
                if (!isLabel(row[column])) {
                    return row[column];
                }
                break;
            }
        }
        Located below = head.cell(at.row() + 1, at.column());
        return at.row() + 1 < end && !below.blank() && !isLabel(below)
                ? below
                : head.cell(at.row(), at.column() + 1).blank()
                        ? head.cell(at.row(), at.column() + 1)
                        : new Located(at, CellKind.BLANK, "");
    }

    private static boolean isLabel(Located cell) {
        return cell.kind() == CellKind.TEXT && colon(cell.text(), 0) >= 0;
    }

    /** Index behind the label's characters from {@code from} on, spaces skipped; -1 when it does not stand there. */
    private static int consume(String text, int from, String label) {
        int at = from;
        for (int i = 0; i < label.length(); i++) {
            at = i == 0 ? at : skipSpaces(text, at);
            if (at >= text.length()
                    || Character.toLowerCase(Wording.half(text.charAt(at))) != label.charAt(i)
                    || Wording.space(text.charAt(at))) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /** Behind a remark in brackets: 填报单位（盖章）. */
    private static int skipBracket(String text, int from) {
        if (from < text.length() && Wording.half(text.charAt(from)) == '(') {
            for (int i = from; i < text.length(); i++) {
                if (Wording.half(text.charAt(i)) == ')') {
                    return i + 1;
                }
            }
        }
        return from;
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Wording.space(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The text up to where the cell goes on with another label: 天镇县人社局　　报告期：2018年6月. */
    private static String upToNextLabel(String text) {
        String value = text.substring(skipSpaces(text, 0));
        int colon = colon(value, 0);
        if (colon < 0) {
            return value;
        }
        int lastSpace = -1;
        for (int i = 0; i < colon; i++) {
            char c = value.charAt(i);
            if (separator(c)
                    || c == '\u3000'
                    || (Wording.space(c) && i + 1 < colon && Wording.space(value.charAt(i + 1)))) {
                return value.substring(0, i);
            }
            lastSpace = Wording.space(c) ? i : lastSpace;
        }
        return lastSpace < 0 ? value : value.substring(0, lastSpace);
    }

    /** The first colon that is not part of a time of day; -1 when there is none. */
    private static int colon(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Wording.half(text.charAt(i)) == ':' && (i == 0 || !Character.isDigit(text.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean separator(char c) {
        return c == ';' || c == '；' || c == ',' || c == '，' || c == '|';
    }

    private static String trimColon(String label) {
        return label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
    }

    /** What stands behind a colon in a cell that names its own label: {@code 报告期：2018年6月}. */
    static Located value(Located cell) {
        int colon = colon(cell.text(), 0);
        return cell.kind() == CellKind.TEXT && colon >= 0
                ? new Located(
                        cell.cell(),
                        cell.kind(),
                        cell.text().substring(colon + 1).strip())
                : cell;
    }
}
