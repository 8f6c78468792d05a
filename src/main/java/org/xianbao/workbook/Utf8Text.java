package org.xianbao.workbook;

import java.util.Arrays;

/**
 * A reused buffer that turns pieces of UTF-16 into UTF-8. What no database takes, U+0000 and half a surrogate pair,
 * becomes U+FFFD, so that it is seen and never stored.
 */
final class Utf8Text {
    private static final int LONGEST = 3;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[256];
    private int length;
    private char high;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
        high = 0;
    }

    void append(CharSequence text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
    }

    void append(char[] text, int from, int count) {
        room(count);
        int i = from;
        int end = from + count;
        if (high == 0) {
            while (i < end && text[i] < 0x80 && text[i] != 0) {
                bytes[length++] = (byte) text[i++];
            }
        }
        while (i < end) {
            append(text[i++]);
        }
    }

    /** To be called after the last piece: a pair that was never completed shows as U+FFFD. */
    void finish() {
        if (high != 0) {
            high = 0;
            room(1);
            put(REPLACEMENT);
        }
    }

    /** Drops spaces and line breaks around the text. */
    void trim() {
        int from = 0;
        while (from < length && bytes[from] >= 0 && bytes[from] <= ' ') {
            from++;
        }
        while (length > from && bytes[length - 1] >= 0 && bytes[length - 1] <= ' ') {
            length--;
        }
        if (from > 0) {
            length -= from;
            System.arraycopy(bytes, from, bytes, 0, length);
        }
    }

    /** Puts {@code _x000D_} and its like back to the character they stand for; ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
    void unescape() {
        finish();
        int from = escape(0);
        if (from < 0) {
            return;
        }
        Utf8Text plain = new Utf8Text();
        int done = 0;
        while (from >= 0) {
            plain.copy(bytes, done, from);
            plain.room(1);
            plain.append((char) hex(from + 2));
            done = from + 7;
            from = escape(done);
        }
        plain.copy(bytes, done, length);
        plain.finish();
        bytes = plain.bytes;
        length = plain.length;
    }

    private int escape(int from) {
        for (int i = from; i + 6 < length; i++) {
            if (bytes[i] == '_' && bytes[i + 1] == 'x' && bytes[i + 6] == '_' && hex(i + 2) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private int hex(int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    private void copy(byte[] source, int from, int to) {
        if (from == to) {
            return;
        }
        finish();
        room(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /** Room for this many UTF-16 units, one that was held back and its replacement. */
    private void room(int units) {
        long needed = length + (units + 2L) * LONGEST;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(needed, bytes.length * 2L)));
        }
    }

    private void append(char c) {
        if (high != 0) {
            char first = high;
            high = 0;
            if (Character.isLowSurrogate(c)) {
                putPair(Character.toCodePoint(first, c));
                return;
            }
            put(REPLACEMENT);
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            put(c == 0 || Character.isLowSurrogate(c) ? REPLACEMENT : c);
        }
    }

    private void put(char c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void putPair(int codePoint) {
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }
}
