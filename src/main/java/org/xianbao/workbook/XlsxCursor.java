package org.xianbao.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import javax.xml.stream.XMLStreamException;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;

/**
 * Walks down a sheet part. A row or a cell without reference follows its predecessor. A row whose number was there
 * before is left out, as is a cell: the first stays. A row that goes back to a number that was not there, a reference
 * outside a sheet, and a shared string that is not there break the sheet: its data has no place that could be told.
 */
final class XlsxCursor implements SheetCursor {
    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;

    private final String sheet;
    private final XmlPart xml;
    private final SharedStrings strings;
    private final CellKind[] styles;
    private final CellValue values;
    private final Row row = new Row();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet seen = new BitSet();
    private final Utf8Text value = new Utf8Text();
    private final Utf8Text formula = new Utf8Text();
    private int number = -1;
    private boolean ended;

    private int column;
    private CellKind shownAs = CellKind.NUMBER;
    private Type type = Type.NUMBER;

    /** What {@code t} says of a cell's value. */
    private enum Type {
        NUMBER,
        SHARED,
        FORMULA_TEXT,
        INLINE,
        BOOLEAN,
        ERROR,
        ISO_DATE
    }

    XlsxCursor(String sheet, InputStream part, SharedStrings strings, CellKind[] styles, boolean since1904) {
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.values = new CellValue(since1904);
        try {
            this.xml = new XmlPart(part);
        } catch (XMLStreamException | RuntimeException e) {
            closed(part);
            throw broken(e);
        }
        try {
            ended = !toData();
        } catch (XMLStreamException | RuntimeException e) {
            xml.close();
            throw broken(e);
        }
    }

    private static void closed(InputStream part) {
        try (part) {
            // nothing more is read of it
        } catch (IOException e) {
            // it was only read; nothing is lost
        }
    }

    @Override
    public boolean next() {
        try {
            while (!ended) {
                if (!xml.child()) {
                    ended = true;
                } else if (!xml.is("row") || !begin()) {
                    xml.skip();
                } else {
                    cells();
                    if (row.width() > 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            ended = true;
            throw broken(e);
        }
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public boolean hidden(int column) {
        return hiddenColumns.get(column);
    }

    @Override
    public void close() {
        xml.close();
    }

    /** The message of a parser quotes what it read, which may be personal: only our own are told. */
    private WorkbookBroken broken(Exception cause) {
        String why = cause instanceof Malformed || cause instanceof TooLarge ? cause.getMessage() : "not well-formed";
        return new WorkbookBroken(
                "sheet \"" + sheet + "\" cannot be read after row " + (number + 1) + ": " + why, cause);
    }

    /** Moves into the sheet's data, noting hidden columns on the way; false when the sheet has none. */
    private boolean toData() throws XMLStreamException {
        if (!xml.next() || !xml.is("worksheet")) {
            throw new Malformed("the part is no worksheet");
        }
        while (xml.child()) {
            if (xml.is("sheetData")) {
                return true;
            }
            if (xml.is("cols")) {
                columns();
            } else {
                xml.skip();
            }
        }
        return false;
    }

    private void columns() throws XMLStreamException {
        while (xml.child()) {
            if (xml.is("col") && xml.flag("hidden")) {
                int first = 0;
                int last = 0;
                for (int i = 0; i < xml.attributes(); i++) {
                    switch (xml.attributeName(i)) {
                        case "min" -> first = xml.attribute(i).number();
                        case "max" -> last = xml.attribute(i).number();
                        default -> {
                            // width, style
                        }
                    }
                }
                if (first > 0 && last >= first) {
                    hiddenColumns.set(first - 1, Math.min(last, COLUMNS));
                }
            }
            xml.skip();
        }
    }

    /** Starts the row; false when its number was there before. */
    private boolean begin() throws XMLStreamException {
        int at = number + 1;
        boolean hidden = false;
        for (int i = 0; i < xml.attributes(); i++) {
            String name = xml.attributeName(i);
            if (name.equals("r")) {
                at = xml.attribute(i).number() - 1;
            } else if (name.equals("hidden")) {
                hidden = xml.attribute(i).isTrue();
            }
        }
        if (at < 0 || at >= ROWS) {
            throw new Malformed("a row's number is outside a sheet");
        }
        if (at <= number) {
            if (seen.get(at)) {
                return false;
            }
            throw new Malformed("row " + (at + 1) + " comes after row " + (number + 1));
        }
        seen.set(at);
        number = at;
        row.begin(at, hidden);
        column = -1;
        return true;
    }

    private void cells() throws XMLStreamException {
        while (xml.child()) {
            if (xml.is("c")) {
                beginCell();
                content();
            } else {
                xml.skip();
            }
        }
    }

    private void beginCell() throws XMLStreamException {
        int at = column + 1;
        type = Type.NUMBER;
        int style = 0;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> at = column(xml.attribute(i));
                case "s" -> style = xml.attribute(i).number();
                case "t" -> type = type(xml.attribute(i));
                default -> {
                    // cm, vm, ph
                }
            }
        }
        if (at < 0 || at >= COLUMNS) {
            throw new Malformed("a cell's reference in row " + (number + 1) + " is outside a sheet");
        }
        column = at;
        shownAs = style >= 0 && style < styles.length ? styles[style] : CellKind.NUMBER;
    }

    /** @return the zero-based column of a reference like {@code B3}, −1 when it is none */
    private static int column(XmlPart.Attribute reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4; i++) {
            int letter = (reference.at(i) | 0x20) - 'a';
            if (letter < 0 || letter >= 26) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        return i > 3 || reference.number(i) < 1 ? -1 : column - 1;
    }

    private static Type type(XmlPart.Attribute t) {
        if (t.length() == 1) {
            return switch (t.at(0)) {
                case 's' -> Type.SHARED;
                case 'b' -> Type.BOOLEAN;
                case 'e' -> Type.ERROR;
                case 'd' -> Type.ISO_DATE;
                default -> Type.NUMBER;
            };
        }
        return switch (t.toString()) {
            case "str" -> Type.FORMULA_TEXT;
            case "inlineStr" -> Type.INLINE;
            default -> Type.NUMBER;
        };
    }

    private void content() throws XMLStreamException {
        boolean hasFormula = false;
        boolean hasValue = false;
        value.clear();
        while (xml.child()) {
            String name = xml.name();
            if (name.equals("v") && !hasValue) {
                xml.text(value);
                hasValue = true;
            } else if (name.equals("f")) {
                formula.clear();
                xml.text(formula);
                hasFormula = true;
            } else if (name.equals("is") && !hasValue) {
                xml.richText(value);
                hasValue = true;
            } else {
                xml.skip();
            }
        }
        if (value.length() > 0) {
            put();
        } else if (hasFormula && !(hasValue && type == Type.FORMULA_TEXT)) {
            row.put(column, CellKind.FORMULA_WITHOUT_VALUE, formula.bytes(), 0, formula.length());
        }
    }

    private void put() {
        switch (type) {
            case NUMBER -> {
                value.trim();
                values.number(row, column, shownAs, value.bytes(), value.length());
            }
            case SHARED -> strings.put(index(), row, column);
            case FORMULA_TEXT, INLINE -> {
                value.unescape();
                values.text(row, column, value.bytes(), value.length());
            }
            case BOOLEAN -> {
                value.trim();
                byte first = value.length() == 0 ? 0 : value.bytes()[0];
                values.bool(row, column, first == '1' || first == 't' || first == 'T');
            }
            case ERROR -> row.put(column, CellKind.ERROR, value.bytes(), 0, value.length());
            case ISO_DATE -> {
                value.trim();
                values.isoDate(row, column, value.bytes(), value.length());
            }
        }
    }

    private int index() {
        value.trim();
        int index = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.bytes()[i] - '0';
            if (digit < 0 || digit > 9 || index > 100_000_000) {
                throw new Malformed(
                        "no shared string has the index of " + CellAddress.columnName(column) + (number + 1));
            }
            index = index * 10 + digit;
        }
        return index;
    }
}
