package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xianbao.reply.page.PartBroken;

/**
 * Walks the tags of an XML part in UTF-8 and passes its bytes on as they are, but for what is put in or replaced on the
 * way. Comments, CDATA and processing instructions are passed over; a document type is refused. Whether the XML is
 * well-formed is not looked at. Not thread-safe.
 */
final class Splicer {
    /** A tag longer than this belongs to no workbook. */
    private static final int LONGEST_TAG = 1 << 24;

    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int limit;
    /** From here on nothing has been passed on. */
    private int kept;

    private int start;
    private int end;
    private int depth;
    private final Tag tag = new Tag();

    Splicer(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Moves to the next tag; at the end of the part, false, and all has been passed on. */
    boolean next() throws IOException {
        if (tag.ends()) {
            depth--;
        }
        while (find()) {
            if (buffer[start + 1] != '!' && buffer[start + 1] != '?') {
                tag.set(buffer, start, end);
                depth += tag.starts() ? 1 : 0;
                return true;
            }
        }
        return false;
    }

    /** The tag that {@link #next()} came to; the same object every time. */
    Tag tag() {
        return tag;
    }

    /** Finds what stands between the next angle brackets. */
    private boolean find() throws IOException {
        start = end;
        while (true) {
            while (start < limit && buffer[start] != '<') {
                start++;
            }
            if (start < limit) {
                break;
            }
            if (!more()) {
                end = limit;
                return false;
            }
        }
        end = start + 1;
        need();
        switch (buffer[end]) {
            case '?' -> until("?>");
            case '!' -> declaration();
            default -> close();
        }
        return true;
    }

    private void close() throws IOException {
        byte quote = 0;
        for (; ; end++) {
            need();
            byte b = buffer[end];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                end++;
                return;
            }
        }
    }

    private void declaration() throws IOException {
        end++;
        need();
        if (buffer[end] == '-') {
            until("-->");
        } else if (buffer[end] == '[') {
            until("]]>");
        } else {
            throw new PartBroken("a part with a document type", null);
        }
    }

    private void until(String terminator) throws IOException {
        int matched = 0;
        while (matched < terminator.length()) {
            need();
            byte b = buffer[end++];
            if (b == terminator.charAt(matched)) {
                matched++;
            } else if (matched == 0 || b != terminator.charAt(matched - 1)) {
                matched = b == terminator.charAt(0) ? 1 : 0;
            }
        }
    }

    /** Sees to it that the byte at {@code end} is there. */
    private void need() throws IOException {
        if (end == limit && !more()) {
            throw new PartBroken("a part that ends within a tag", null);
        }
    }

    /** Passes on what stands before {@code start} and reads more behind the rest; false at the end of the part. */
    private boolean more() throws IOException {
        out.write(buffer, kept, start - kept);
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        end -= start;
        kept = 0;
        start = 0;
        if (limit == buffer.length) {
            if (limit >= LONGEST_TAG) {
                throw new PartBroken("a part with an endless tag", null);
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int read = read();
        limit += Math.max(0, read);
        return read > 0;
    }

    private int read() {
        try {
            return in.read(buffer, limit, buffer.length - limit);
        } catch (IOException e) {
            throw new PartBroken("a part", e);
        }
    }

    /** How deep the tag's element stands; 1 for the root. */
    int depth() {
        return depth;
    }

    /** Puts XML in before the tag. */
    void before(String xml) throws IOException {
        if (!xml.isEmpty()) {
            put(xml);
        }
    }

    private void put(String xml) throws IOException {
        out.write(buffer, kept, start - kept);
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        kept = start;
    }

    /** Puts XML in the tag's place; once a tag. */
    void replace(String xml) throws IOException {
        put(xml);
        kept = end;
    }
}
