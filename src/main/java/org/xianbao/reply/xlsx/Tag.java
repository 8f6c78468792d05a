package org.xianbao.reply.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tag that a {@link Splicer} stands at: a view of its bytes, overwritten when the splicer moves on. */
final class Tag {
    private static final int MOST_DIGITS = 8;

    private byte[] buffer = {};
    private int start;
    private int end;
    private int name;
    private int nameEnd;
    private boolean starts;
    private boolean ends;

    /** The tag between these angle brackets, the last one included. */
    void set(byte[] bytes, int from, int to) {
        buffer = bytes;
        start = from;
        end = to;
        starts = bytes[from + 1] != '/';
        ends = !starts || bytes[to - 2] == '/';
        name = from + (starts ? 1 : 2);
        nameEnd = name;
        for (int i = name; i < to && !isNameEnd(bytes[i]); i++) {
            nameEnd = i + 1;
            if (bytes[i] == ':') {
                name = i + 1;
            }
        }
    }

    private static boolean isNameEnd(byte b) {
        return b == '>' || b == '/' || isSpace(b);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Whether the tag begins an element; one that is empty begins and ends at once. */
    boolean starts() {
        return starts;
    }

    boolean ends() {
        return ends;
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

    /** {@code 1} or {@code true}. */
    boolean isTrue(String attribute) {
        String value = value(attribute);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** An attribute that is a whole number of at most eight digits; {@code otherwise} when it is anything else. */
    int integer(String attribute, int otherwise) {
        int[] at = find(attribute);
        if (at == null || at[1] == at[2] || at[2] - at[1] > MOST_DIGITS) {
            return otherwise;
        }
        int number = 0;
        for (int i = at[1]; i < at[2]; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** An attribute that is a number without a sign. */
    Optional<Double> number(String attribute) {
        String value = value(attribute);
        return value != null && value.matches("\\d{1,6}(\\.\\d{1,20})?")
                ? Optional.of(Double.parseDouble(value))
                : Optional.empty();
    }

    /** The tag as it would be with this attribute; null takes it out. */
    String with(String attribute, @Nullable String value) {
        int[] at = find(attribute);
        if (at == null && value == null) {
            return toString();
        }
        if (at == null) {
            return text(start, nameEnd) + " " + attribute + "=\"" + value + "\"" + text(nameEnd, end);
        }
        return value == null
                ? text(start, at[0]).stripTrailing() + text(at[2] + 1, end)
                : text(start, at[1]) + value + text(at[2], end);
    }

    /** A tag, of an element that is empty as of one that is not: without the slash at its end. */
    static String opened(String tag) {
        return tag.endsWith("/>") ? tag.substring(0, tag.length() - 2).stripTrailing() + ">" : tag;
    }

    @Override
    public String toString() {
        return text(start, end);
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}
