package org.xianbao.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import javax.xml.stream.XMLStreamException;
import org.xianbao.cell.CellKind;

/**
 * Walks down a sheet part. A row or a cell without reference follows its predecessor. A row whose number was there
 * before is left out, as is a cell: the first stays. A row that goes back to a number that was not there, a reference
 * outside a sheet, and a shared string that is not there break the sheet: its data has no place that could be told.
 */
final class XlsxCursor implements SheetCursor {
    private static final int ROWS = 1 << 20;
    private final String sheet;
    private final XmlPart xml;
    private final Row row = new Row();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet seen = new BitSet();
    private final XlsxCell cell;
    private int number = -1;
    private boolean ended;

    XlsxCursor(String sheet, InputStream part, SharedStrings strings, CellKind[] styles, boolean since1904) {
        this.sheet = sheet;
        try {
            this.xml = new XmlPart(part);
        } catch (XMLStreamException | RuntimeException e) {
            closed(part);
            throw broken(e);
        }
        this.cell = new XlsxCell(xml, row, strings, styles, since1904);
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
                    hiddenColumns.set(first - 1, Math.min(last, XlsxCell.COLUMNS));
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
        cell.beginRow(at);
        return true;
    }

    private void cells() throws XMLStreamException {
        while (xml.child()) {
            if (xml.is("c")) {
                cell.read();
            } else {
                xml.skip();
            }
        }
    }
}
