package org.xianbao.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a part that inflates to more than it may. */
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long passed;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        return read < 0 ? read : (int) counted(1, read);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        return read < 0 ? read : (int) counted(read, read);
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(count);
        return counted(skipped, skipped);
    }

    private long counted(long bytes, long result) {
        passed += bytes;
        if (passed > limit) {
            throw new TooLarge("a part of more than " + limit + " bytes");
        }
        return result;
    }
}
