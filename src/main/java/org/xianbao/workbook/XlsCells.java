package org.xianbao.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.xianbao.cell.CellKind;

/**
 * Reads the cells of one BIFF8 sheet; records as in [MS-XLS] 2.4. This format always stores a value with a formula, so
 * there is none without.
 */
final class XlsCells {
    private static final int RSTRING = 0x00D6;
    private static final int COLUMNS = 256;
    private static final int ZERO_HEIGHT = 0x20;
    private static final int HIDDEN = 1;

    private final XlsGlobals globals;
    private final CellValue values;
    private final GatheredCells cells = new GatheredCells();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final Utf8Text text = new Utf8Text();
    /** Holds the one cell being read, in its first column. */
    private final Row cell = new Row();

    private int row;
    private int column;
    private boolean textFollows;

    private XlsCells(XlsGlobals globals) {
        this.globals = globals;
        this.values = new CellValue(globals.since1904());
    }

    static XlsCells read(DocumentEntry stream, XlsGlobals globals, Sheet sheet) throws IOException {
        XlsCells read = new XlsCells(globals);
        try (DocumentInputStream in = new DocumentInputStream(stream)) {
            read.read(globals.records(in, sheet));
        } catch (RuntimeException e) {
            throw new WorkbookBroken(
                    "sheet \"" + sheet.name() + "\" cannot be read after row " + (read.row + 1) + ": " + e.getMessage(),
                    e);
        }
        read.cells.sort();
        return read;
    }

    GatheredCells cells() {
        return cells;
    }

    boolean hiddenRow(int number) {
        return hiddenRows.get(number);
    }

    boolean hiddenColumn(int number) {
        return hiddenColumns.get(number);
    }

    /** Reads to the sheet's end; a chart embedded in it has a beginning and an end of its own. */
    private void read(RecordInputStream records) {
        int depth = 0;
        while (records.hasNextRecord()) {
            records.nextRecord();
            int sid = records.getSid() & 0xFFFF;
            if (sid == BOFRecord.sid) {
                depth++;
            } else if (sid == EOFRecord.sid) {
                depth--;
                if (depth == 0) {
                    return;
                }
            } else if (depth == 1) {
                take(sid, records);
            } else if (depth == 0) {
                throw new Malformed("its stream does not begin as a sheet");
            }
            records.readRemainder();
        }
        throw new Malformed("its records do not end");
    }

    private void take(int sid, RecordInputStream records) {
        switch (sid) {
            case RowRecord.sid -> layout(records);
            case ColumnInfoRecord.sid -> columns(records);
            case StringRecord.sid -> {
                if (textFollows) {
                    textFollows = false;
                    text(string(records));
                    keep();
                }
            }
            case MulRKRecord.sid -> {
                place(records);
                for (; records.remaining() > 2; column++) {
                    number(globals.shownAs(records.readUShort()), RKUtil.decodeNumber(records.readInt()));
                }
            }
            case NumberRecord.sid,
                    RKRecord.sid,
                    LabelSSTRecord.sid,
                    LabelRecord.sid,
                    RSTRING,
                    BoolErrRecord.sid,
                    FormulaRecord.sid -> {
                place(records);
                content(sid, globals.shownAs(records.readUShort()), records);
            }
            default -> {
                // blank cells, drawings, settings
            }
        }
    }

    private void place(RecordInputStream records) {
        row = records.readUShort();
        column = records.readUShort();
        textFollows = false;
    }

    private void content(int sid, CellKind shownAs, RecordInputStream records) {
        cell.begin(row, false);
        switch (sid) {
            case NumberRecord.sid -> values.number(cell, 0, shownAs, records.readDouble());
            case RKRecord.sid -> values.number(cell, 0, shownAs, RKUtil.decodeNumber(records.readInt()));
            case LabelSSTRecord.sid -> globals.strings().put(records.readInt(), cell, 0);
            case BoolErrRecord.sid -> {
                int value = records.readUByte();
                boolOrError(value, records.readUByte() != 0);
            }
            case FormulaRecord.sid -> result(shownAs, records.readLong());
            default -> text(string(records));
        }
        keep();
    }

    private void keep() {
        if (column >= COLUMNS) {
            throw new Malformed("a cell of row " + (row + 1) + " is outside a sheet");
        }
        cells.add(row, column, cell);
    }

    private void number(CellKind shownAs, double value) {
        cell.begin(row, false);
        values.number(cell, 0, shownAs, value);
        keep();
    }

    private void layout(RecordInputStream records) {
        int number = records.readUShort();
        records.readLong();
        records.readShort();
        if ((records.readUShort() & ZERO_HEIGHT) != 0) {
            hiddenRows.set(number);
        }
    }

    private void columns(RecordInputStream records) {
        int first = records.readUShort();
        int last = records.readUShort();
        records.readInt();
        if ((records.readUShort() & HIDDEN) != 0 && last >= first) {
            hiddenColumns.set(first, last + 1);
        }
    }

    private static String string(RecordInputStream records) {
        int length = records.readUShort();
        boolean wide = (records.readUByte() & 1) != 0;
        return wide ? records.readUnicodeLEString(length) : records.readCompressedUnicode(length);
    }

    private void text(String content) {
        text.clear();
        text.append(content);
        text.finish();
        values.text(cell, 0, text.bytes(), text.length());
    }

    private void boolOrError(int value, boolean error) {
        if (!error) {
            values.bool(cell, 0, value != 0);
            return;
        }
        String name =
                FormulaError.isValidCode(value) ? FormulaError.forInt(value).getString() : "#ERR" + value;
        byte[] code = name.getBytes(StandardCharsets.US_ASCII);
        cell.put(0, CellKind.ERROR, code, 0, code.length);
    }

    /** FormulaValue, [MS-XLS] 2.5.133: eight bytes that are a number unless the last two are 0xFFFF. */
    private void result(CellKind shownAs, long value) {
        if (value >>> 48 != 0xFFFF) {
            values.number(cell, 0, shownAs, Double.longBitsToDouble(value));
            return;
        }
        int content = (int) (value >>> 16) & 0xFF;
        int type = (int) value & 0xFF;
        if (type == 0) {
            textFollows = true;
        } else if (type < 3) {
            boolOrError(content, type == 2);
        }
    }
}
