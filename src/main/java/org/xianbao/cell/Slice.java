package org.xianbao.cell;

import java.nio.charset.StandardCharsets;

/**
 * A view of one cell's content inside a reader's reused buffer: kind and UTF-8 bytes from {@code start} (inclusive) to
 * {@code end} (exclusive). It is valid until its owner moves on to the next row; what is kept must be copied by
 * {@link #text()}. Not thread-safe.
 */
public final class Slice {
    private byte[] bytes = new byte[0];
    private int start;
    private int end;
    private CellKind kind = CellKind.BLANK;

    public Slice set(CellKind kind, byte[] bytes, int start, int end) {
        this.kind = kind;
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        return this;
    }

    /** A slice of its own over {@code text}, for tests and for the few cells that are kept. */
    public static Slice of(CellKind kind, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Slice().set(kind, utf8, 0, utf8.length);
    }

    public CellKind kind() {
        return kind;
    }

    /** The owner's buffer; only {@code start()} to {@code end()} belong to this cell. */
    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int length() {
        return end - start;
    }

    public boolean isBlank() {
        return kind == CellKind.BLANK;
    }

    /** The content as text; empty for a blank cell. */
    public String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind + ":" + text();
    }
}
