package org.xianbao.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A small table from UTF-8 text to values that is looked up by a range of bytes, without making a String. */
final class ByteKeys<V> {
    private byte[][] keys = new byte[32][];
    private @Nullable Object[] values = new Object[32];
    private int size;
    private int longest;

    void put(String key, V value) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        put(utf8, 0, utf8.length, value);
    }

    void put(byte[] bytes, int start, int end, V value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int at = slot(bytes, start, end);
        if (keys[at] == null) {
            keys[at] = Arrays.copyOfRange(bytes, start, end);
            size++;
            longest = Math.max(longest, end - start);
        }
        values[at] = value;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(byte[] bytes, int start, int end) {
        return end - start > longest ? null : (V) values[slot(bytes, start, end)];
    }

    int size() {
        return size;
    }

    private int slot(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash *= 0x9E3779B9;
        int at = (hash >>> 16 ^ hash) & keys.length - 1;
        while (keys[at] != null && !Arrays.equals(keys[at], 0, keys[at].length, bytes, start, end)) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new byte[oldKeys.length * 2][];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            byte[] key = oldKeys[i];
            if (key != null) {
                int at = slot(key, 0, key.length);
                keys[at] = key;
                values[at] = oldValues[i];
            }
        }
    }
}
