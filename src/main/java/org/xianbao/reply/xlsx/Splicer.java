package org.xianbao.reply.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
    private int name;
    private int nameEnd;
    private int depth;
    private boolean starts;
    private boolean ends;

    Splicer(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Moves to the next tag; at the end of the part, false, and all has been passed on. */
    boolean next() throws IOException {
        if (ends) {
            depth--;
        }
        while (find()) {
            byte first = buffer[start + 1];
            if (first != '!' && first != '?') {
                tag(first == '/');
                return true;
            }
        }
        ends = false;
        return false;
    }

    private void tag(boolean closing) {
        name = start + (closing ? 2 : 1);
        nameEnd = name;
        for (int i = name; i < end && !isNameEnd(buffer[i]); i++) {
            nameEnd = i + 1;
            if (buffer[i] == ':') {
                name = i + 1;
            }
        }
        starts = !closing;
        ends = closing || buffer[end - 2] == '/';
        if (starts) {
            depth++;
        }
    }

    private static boolean isNameEnd(byte b) {
        return b == '>' || b == '/' || isSpace(b);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
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
            buffer = java.util.Arrays.copyOf(buffer, limit * 2);
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

    /** Whether the tag begins an element; one that is empty begins and ends at once. */
    boolean starts() {
        return starts;
    }

    boolean ends() {
        return ends;
    }

    /** How deep the tag's element stands; 1 for the root. */
    int depth() {
        return depth;
    }

    /** Whether the element has this local name. */
    boolean is(String local) {
        if (nameEnd - name != local.length()) {
            return false;
        }
        for (int i = 0; i < local.length(); i++) {
            if (buffer[name + i] != local.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String local() {
        return new String(buffer, name, nameEnd - name, StandardCharsets.UTF_8);
    }

    /** What stands before the local name: {@code x:} or nothing. */
    String prefix() {
        int from = start + (starts ? 1 : 2);
        return new String(buffer, from, name - from, StandardCharsets.UTF_8);
    }

    /** The raw value of an attribute by its name with prefix; null when the tag has none. */
    @Nullable
    String value(String attribute) {
        int[] at = find(attribute);
        return at == null ? null : new String(buffer, at[1], at[2] - at[1], StandardCharsets.UTF_8);
    }

    /** Where an attribute begins, where its value begins, and where it ends; null when there is none. */
    private int @Nullable [] find(String attribute) {
        int at = nameEnd;
        while (true) {
            while (at < end && isSpace(buffer[at])) {
                at++;
            }
            int from = at;
            while (at < end && buffer[at] != '=' && buffer[at] != '>') {
                at++;
            }
            if (at >= end || buffer[at] == '>') {
                return null;
            }
            int to = at;
            while (to > from && isSpace(buffer[to - 1])) {
                to--;
            }
            at++;
            while (at < end && buffer[at] != '"' && buffer[at] != '\'') {
                at++;
            }
            byte quote = buffer[at++];
            int value = at;
            while (at < end && buffer[at] != quote) {
                at++;
            }
            if (same(from, to, attribute)) {
                return new int[] {from, value, at};
            }
            at++;
        }
    }

    private boolean same(int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (buffer[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Puts XML in before the tag. */
    void before(String xml) throws IOException {
        out.write(buffer, kept, start - kept);
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        kept = start;
    }

    /** Puts XML in the tag's place; once a tag. */
    void replace(String xml) throws IOException {
        before(xml);
        kept = end;
    }

    /** The tag as it would be with this attribute; null takes it out. */
    String with(String attribute, @Nullable String value) {
        int[] at = find(attribute);
        if (at == null && value == null) {
            return tag();
        }
        if (at == null) {
            return text(start, nameEnd) + " " + attribute + "=\"" + value + "\"" + text(nameEnd, end);
        }
        return value == null
                ? text(start, at[0]).stripTrailing() + text(at[2] + 1, end)
                : text(start, at[1]) + value + text(at[2], end);
    }

    /** The tag, of an element that is empty as one that is not: without the slash at its end. */
    static String opened(String tag) {
        return tag.endsWith("/>") ? tag.substring(0, tag.length() - 2).stripTrailing() + ">" : tag;
    }

    String tag() {
        return text(start, end);
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}
