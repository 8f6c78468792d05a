package org.xianbao.reply.xls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.IndexRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.WindowOneRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import org.xianbao.reply.page.PartBroken;

/**
 * Puts the last sheets of an {@code .xls} before all others, in the records themselves ([MS-XLS] 2.4). POI moves sheets
 * too, but takes a formula's index into the table of references for the index of a sheet.
 */
final class SheetOrder {
    private static final String STREAM = "Workbook";
    private static final int HEADER = 4;
    private static final int REFERENCE = 6;
    /** Where in a name's record the sheet stands that it holds for, 1-based; 0 for all. */
    private static final int NAME_SHEET = 8;

    /** Where in an index the positions begin. */
    private static final int INDEX_POSITIONS = 12;

    private static final int ACTIVE_TAB = 10;
    private static final int FIRST_TAB = 12;
    /** Stands for the workbook's own sheets in a SupBook record. */
    private static final int SELF = 0x0401;
    /** Higher ones say that there is no sheet. */
    private static final int LAST_SHEET = 0x7FFF;

    private final byte[] stream;
    private final int moved;
    /** The records of the list of sheets, which stand in a row. */
    private final List<byte[]> sheets = new ArrayList<>();

    private final List<Boolean> own = new ArrayList<>();
    private int firstSheet = -1;

    private SheetOrder(byte[] stream, int moved) {
        this.stream = stream;
        this.moved = moved;
    }

    /** @param moved how many sheets from the end */
    static void bringForward(Path file, int moved) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), false)) {
            DirectoryNode root = container.getRoot();
            byte[] stream;
            try (InputStream in = root.createDocumentInputStream(STREAM)) {
                stream = in.readAllBytes();
            }
            new SheetOrder(stream, moved).rewrite();
            root.createOrUpdateDocument(STREAM, new ByteArrayInputStream(stream));
            container.writeFilesystem();
        }
    }

    private void rewrite() {
        walk(0, this::gather);
        List<byte[]> bodies = bodies();
        Collections.rotate(sheets, moved);
        Collections.rotate(bodies, moved);
        int at = firstSheet;
        int position = globals();
        for (int i = 0; i < sheets.size(); i++) {
            byte[] sheet = sheets.get(i);
            int before = LittleEndian.getInt(sheet, HEADER);
            LittleEndian.putInt(sheet, HEADER, position);
            System.arraycopy(sheet, 0, stream, at, sheet.length);
            System.arraycopy(bodies.get(i), 0, stream, position, bodies.get(i).length);
            int shift = position - before;
            walk(position, (type, body, length) -> reposition(type, body, length, shift));
            at += sheet.length;
            position += bodies.get(i).length;
        }
        walk(0, this::renumber);
    }

    /** Where the first sheet's records begin. */
    private int globals() {
        return sheets.stream()
                .mapToInt(s -> LittleEndian.getInt(s, HEADER))
                .min()
                .orElse(stream.length);
    }

    /** The records of each sheet, in the order of the list; they lie behind each other in any order. */
    private List<byte[]> bodies() {
        TreeSet<Integer> ends = new TreeSet<>();
        sheets.forEach(s -> ends.add(LittleEndian.getInt(s, HEADER)));
        ends.add(stream.length);
        List<byte[]> bodies = new ArrayList<>();
        for (byte[] sheet : sheets) {
            int from = LittleEndian.getInt(sheet, HEADER);
            Integer to = ends.higher(from);
            if (to == null) {
                throw new PartBroken("a list of sheets that lie outside the file", null);
            }
            bodies.add(Arrays.copyOfRange(stream, from, to));
        }
        return bodies;
    }

    /** An index holds the positions of other records of its sheet in the whole file. */
    private void reposition(int type, int body, int length, int shift) {
        for (int at = body + INDEX_POSITIONS; type == IndexRecord.sid && at + 4 <= body + length; at += 4) {
            int position = LittleEndian.getInt(stream, at);
            LittleEndian.putInt(stream, at, position == 0 ? 0 : position + shift);
        }
    }

    private interface Visit {
        void record(int type, int body, int length);
    }

    /** Visits the records from a position to the next end of records. */
    private void walk(int from, Visit visit) {
        int at = from;
        int type = -1;
        while (type != EOFRecord.sid && at + HEADER <= stream.length) {
            type = LittleEndian.getUShort(stream, at);
            int length = LittleEndian.getUShort(stream, at + 2);
            visit.record(type, at + HEADER, length);
            at += HEADER + length;
        }
    }

    private void gather(int type, int body, int length) {
        if (type == BoundSheetRecord.sid) {
            if (firstSheet < 0) {
                firstSheet = body - HEADER;
            }
            sheets.add(Arrays.copyOfRange(stream, body - HEADER, body + length));
        } else if (type == SupBookRecord.sid) {
            own.add(length == HEADER && LittleEndian.getUShort(stream, body + 2) == SELF);
        }
    }

    private void renumber(int type, int body, int length) {
        switch (type) {
            case WindowOneRecord.sid -> {
                LittleEndian.putUShort(stream, body + ACTIVE_TAB, 0);
                LittleEndian.putUShort(stream, body + FIRST_TAB, 0);
            }
            case NameRecord.sid -> {
                int sheet = LittleEndian.getUShort(stream, body + NAME_SHEET);
                if (sheet > 0) {
                    LittleEndian.putUShort(stream, body + NAME_SHEET, place(sheet - 1) + 1);
                }
            }
            case ExternSheetRecord.sid -> references(body, length);
            default -> {}
        }
    }

    private void references(int body, int length) {
        int count = LittleEndian.getUShort(stream, body);
        if (2 + count * REFERENCE > length) {
            throw new PartBroken("a table of references in several records", null);
        }
        for (int i = 0; i < count; i++) {
            int reference = body + 2 + i * REFERENCE;
            int book = LittleEndian.getUShort(stream, reference);
            if (book < own.size() && own.get(book)) {
                for (int end = reference + 2; end <= reference + 4; end += 2) {
                    LittleEndian.putUShort(stream, end, place(LittleEndian.getUShort(stream, end)));
                }
            }
        }
    }

    /** Where a sheet comes to stand. */
    private int place(int sheet) {
        if (sheet > LAST_SHEET) {
            return sheet;
        }
        int others = sheets.size() - moved;
        return sheet < others ? sheet + moved : sheet - others;
    }
}
