package org.xianbao.warehouse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Missing;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.StoredField;
import org.xianbao.value.FieldSink;

/**
 * Rows of one submission as a COPY BINARY stream: the row is written where it will be sent from, and no object is made
 * of a value. Usage: {@link #row}, for each column {@link #column} and its fields, {@link #end}. Not thread-safe.
 */
public final class CopyRows implements FieldSink {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long DAYS_TO_2000 = 10957;

    private final List<StoredField> written;
    private final FactTable table;
    private final String leaf;
    private final boolean grid;
    private final long submission;
    private final int periodStart;

    private byte[] buffer = new byte[1 << 16];
    private int used;
    private int rows;
    private String current = "";
    private @Nullable StringBuilder missing;

    public CopyRows(FactTable table, ReturnDefinition layout, long submission, Period period) {
        this.table = table;
        this.written = FactTable.written(layout);
        this.leaf = table.leaf(period);
        this.grid = layout.form().kind() == Form.Kind.GRID;
        this.submission = submission;
        this.periodStart = Math.toIntExact(period.start().toEpochDay() - DAYS_TO_2000);
        clear();
    }

    /** Empties the buffer for the next block, keeping its memory. */
    public void clear() {
        used = 0;
        rows = 0;
        room(SIGNATURE.length + 8);
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        used = SIGNATURE.length;
        putInt(0);
        putInt(0);
    }

    /**
     * Begins a row.
     *
     * @param sheetRow 1-based row of the sheet
     * @param item the item's code in a grid; null elsewhere
     */
    public void row(int sheetRow, @Nullable String item) {
        putShort(written.size());
        integer(submission);
        int4(sheetRow);
        int4(periodStart);
        if (grid) {
            if (item == null) {
                nothing();
            } else {
                text(item);
            }
        }
        missing = null;
    }

    /** The fields that follow belong to this column. */
    public void column(Column column) {
        current = column.name();
    }

    /** Ends the row. */
    public void end() {
        if (missing == null) {
            nothing();
        } else {
            byte[] json = missing.append('}').toString().getBytes(StandardCharsets.UTF_8);
            putInt(json.length + 1);
            putByte(1); // jsonb's binary version
            putBytes(json, 0, json.length);
        }
        rows++;
    }

    public int rows() {
        return rows;
    }

    /** Bytes in the block so far. */
    public int size() {
        return used;
    }

    /**
     * The block as it goes over the wire, with its trailer. It is this buffer, not a copy of it: send it before
     * {@link #clear} begins the next one. (A copy of a megabyte a block costs the collector more than the rows do.)
     */
    public CopyBlock block() {
        putByte(0xff);
        putByte(0xff);
        return new CopyBlock(leaf, FactTable.names(written), buffer, used, rows);
    }

    FactTable table() {
        return table;
    }

    @Override
    public void missing(Missing why, int fields) {
        for (int i = 0; i < fields; i++) {
            nothing();
        }
        if (why != Missing.UNKNOWN) {
            missing = missing == null ? new StringBuilder("{") : missing.append(',');
            missing.append('"')
                    .append(current)
                    .append("\":\"")
                    .append(why.word())
                    .append('"');
        }
    }

    @Override
    public void integer(long value) {
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void int4(int value) {
        putInt(4);
        putInt(value);
    }

    @Override
    public void decimal(long unscaled, int scale) {
        if (scale < 0) {
            decimal(BigDecimal.valueOf(unscaled, scale));
            return;
        }
        room(BinaryNumeric.MOST + 4);
        int length = BinaryNumeric.write(unscaled, scale, buffer, used + 4);
        putInt(length);
        used += length;
    }

    @Override
    public void decimal(BigDecimal value) {
        byte[] bytes = BinaryNumeric.of(value);
        putInt(bytes.length);
        putBytes(bytes, 0, bytes.length);
    }

    @Override
    public void date(int epochDay) {
        int4(Math.toIntExact(epochDay - DAYS_TO_2000));
    }

    @Override
    public void flag(boolean value) {
        putInt(1);
        putByte(value ? 1 : 0);
    }

    @Override
    public void text(byte[] bytes, int start, int end) {
        putInt(end - start);
        putBytes(bytes, start, end);
    }

    @Override
    public void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        text(bytes, 0, bytes.length);
    }

    @Override
    public void binary(byte[] bytes) {
        text(bytes, 0, bytes.length);
    }

    @Override
    public void nothing() {
        putInt(-1);
    }

    private void room(int more) {
        if (used + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(used + more, buffer.length * 2));
        }
    }

    private void putByte(int value) {
        room(1);
        buffer[used++] = (byte) value;
    }

    private void putShort(int value) {
        room(2);
        buffer[used++] = (byte) (value >>> 8);
        buffer[used++] = (byte) value;
    }

    private void putInt(int value) {
        room(4);
        buffer[used] = (byte) (value >>> 24);
        buffer[used + 1] = (byte) (value >>> 16);
        buffer[used + 2] = (byte) (value >>> 8);
        buffer[used + 3] = (byte) value;
        used += 4;
    }

    private void putBytes(byte[] bytes, int start, int end) {
        room(end - start);
        System.arraycopy(bytes, start, buffer, used, end - start);
        used += end - start;
    }
}
