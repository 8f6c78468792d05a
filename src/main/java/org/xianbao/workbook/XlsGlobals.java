package org.xianbao.workbook;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;

/** What a BIFF8 workbook says once for all its sheets: their names and places, formats, date system, shared strings. */
final class XlsGlobals {
    private static final int BIFF8 = 0x0600;
    private static final int OLDEST_BOF = 0x0009;
    private static final int WORKSHEET = 0;

    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final NumberFormats formats = new NumberFormats();
    private final List<Integer> cellFormats = new ArrayList<>();
    private final SharedStrings strings = new SharedStrings(Runtime.getRuntime().maxMemory() / 2);
    private CellKind[] styles = {};
    private boolean biff8;
    private boolean since1904;
    private @Nullable EncryptionInfo encryption;
    private int lockedFrom;

    private XlsGlobals() {}

    /** @throws EncryptedDocumentException when the stream is locked with a password of somebody's own */
    static XlsGlobals read(DocumentEntry stream) throws IOException {
        XlsGlobals globals = new XlsGlobals();
        try (DocumentInputStream in = new DocumentInputStream(stream)) {
            globals.read(in);
        }
        globals.styles = globals.cellFormats.stream().map(globals.formats::kind).toArray(CellKind[]::new);
        return globals;
    }

    boolean isBiff8() {
        return biff8;
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    SharedStrings strings() {
        return strings;
    }

    boolean since1904() {
        return since1904;
    }

    CellKind shownAs(int style) {
        return style < styles.length ? styles[style] : CellKind.NUMBER;
    }

    /** The records of a sheet's own stream, from its BOF record on. */
    RecordInputStream records(DocumentInputStream in, Sheet sheet) throws IOException {
        Integer position = positions.get(sheet.index());
        if (position == null || position < 0 || position >= in.available()) {
            throw new Malformed("its stream is not in the file");
        }
        if (encryption == null) {
            in.skipNBytes(position);
            return new RecordInputStream(in);
        }
        // decryption can only begin near the stream's start, so what lies between is passed record by record
        in.skipNBytes(lockedFrom);
        RecordInputStream records = new RecordInputStream(in, encryption, lockedFrom);
        for (int at = lockedFrom; at < position && records.hasNextRecord(); ) {
            records.nextRecord();
            at += 4 + records.remaining();
            records.readRemainder();
        }
        return records;
    }

    private void read(DocumentInputStream in) throws IOException {
        RecordInputStream records = new RecordInputStream(in);
        int consumed = 0;
        boolean first = true;
        while (records.hasNextRecord()) {
            records.nextRecord();
            consumed += 4 + records.remaining();
            int sid = records.getSid() & 0xFFFF;
            if (first) {
                if ((sid & 0xF0FF) != OLDEST_BOF) {
                    throw new Malformed("the workbook stream does not begin as one");
                }
                biff8 = sid == BOFRecord.sid && records.readUShort() == BIFF8;
                if (!biff8) {
                    return;
                }
                first = false;
            }
            if (sid == FilePassRecord.sid) {
                encryption = unlocked(records);
                lockedFrom = consumed;
                records = new RecordInputStream(in, encryption, consumed);
                continue;
            }
            if (sid == EOFRecord.sid) {
                return;
            }
            take(sid, records);
            records.readRemainder();
        }
        throw new Malformed("the workbook's own records do not end");
    }

    /** A workbook that is only write-protected is locked with a password every program knows; it opens. */
    private static EncryptionInfo unlocked(RecordInputStream records) throws IOException {
        try {
            EncryptionInfo encryption = new FilePassRecord(records).getEncryptionInfo();
            if (encryption.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return encryption;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new EncryptedDocumentException(e);
        }
        throw new EncryptedDocumentException("locked");
    }

    private void take(int sid, RecordInputStream records) {
        switch (sid) {
            case BoundSheetRecord.sid -> sheet(records);
            case DateWindow1904Record.sid -> since1904 = records.readShort() == 1;
            case FormatRecord.sid -> {
                FormatRecord format = new FormatRecord(records);
                formats.declare(format.getIndexCode(), format.getFormatString());
            }
            case ExtendedFormatRecord.sid -> {
                records.readUShort();
                cellFormats.add(records.readUShort());
            }
            case SSTRecord.sid -> strings(new SSTRecord(records));
            default -> {
                // fonts, names, window settings
            }
        }
    }

    /** Chart, dialog and macro sheets count as places in the workbook but are no sheets of cells. */
    private void sheet(RecordInputStream records) {
        // the one field that is never encrypted
        byte[] plain = new byte[Integer.BYTES];
        records.readPlain(plain, 0, plain.length);
        int position = LittleEndian.getInt(plain);
        int state = records.readUByte() & 3;
        int type = records.readUByte();
        int length = records.readUByte();
        boolean wide = (records.readUByte() & 1) != 0;
        String name = wide ? records.readUnicodeLEString(length) : records.readCompressedUnicode(length);
        int index = positions.size();
        positions.put(index, position);
        if (type == WORKSHEET) {
            sheets.add(new Sheet(index, name, state != 0));
        }
    }

    private void strings(SSTRecord table) {
        Utf8Text text = new Utf8Text();
        for (int i = 0; i < table.getNumUniqueStrings(); i++) {
            text.clear();
            text.append(table.getString(i).getString());
            text.finish();
            strings.add(text.bytes(), text.length());
        }
    }
}
