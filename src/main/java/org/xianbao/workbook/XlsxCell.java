package org.xianbao.workbook;

import javax.xml.stream.XMLStreamException;
import org.xianbao.cell.CellAddress;
import org.xianbao.cell.CellKind;

/** Reads the cells of a sheet part one after the other, into the row that they stand in. A cell whose column is taken is left out. */
final class XlsxCell {
    /** How many columns a sheet has. */
    static final int COLUMNS = 1 << 14;

    private final XmlPart xml;
    private final SharedStrings strings;
    private final CellKind[] styles;
    private final CellValue values;
    private final Utf8Text value = new Utf8Text();
    private final Utf8Text formula = new Utf8Text();
    private final Row row;
    private int rowNumber;
    private int column = -1;
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

    /** @param row into which they are read */
    XlsxCell(XmlPart xml, Row row, SharedStrings strings, CellKind[] styles, boolean since1904) {
        this.xml = xml;
        this.row = row;
        this.strings = strings;
        this.styles = styles;
        this.values = new CellValue(since1904);
    }

    /**
     * From here on cells stand in the row of this number.
     *
     * @param number from 0
     */
    void beginRow(int number) {
        rowNumber = number;
        column = -1;
    }

    /** Reads the cell that the part stands at, to its end. */
    void read() throws XMLStreamException {
        begin();
        content();
    }

    private void begin() throws XMLStreamException {
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
            throw new Malformed("a cell's reference in row " + (rowNumber + 1) + " is outside a sheet");
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
                        "no shared string has the index of " + CellAddress.columnName(column) + (rowNumber + 1));
            }
            index = index * 10 + digit;
        }
        return index;
    }
}
