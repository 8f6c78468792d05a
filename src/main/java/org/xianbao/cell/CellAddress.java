package org.xianbao.cell;

import java.util.Optional;

/** A cell of a sheet; {@code row} and {@code column} are zero-based, so {@code A1} is (0, 0). */
public record CellAddress(int row, int column) implements Comparable<CellAddress> {

    private static final int LETTERS = 26;

    public CellAddress {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("negative cell address " + row + ", " + column);
        }
    }

    /** Reads {@code B3}, {@code $B$3}; empty when the text is no address. */
    public static Optional<CellAddress> parse(CharSequence text) {
        int column = 0;
        int row = 0;
        int i = 0;
        int length = text.length();
        while (i < length && (text.charAt(i) == '$' || isLetter(text.charAt(i)))) {
            if (text.charAt(i) != '$') {
                column = column * LETTERS + (Character.toUpperCase(text.charAt(i)) - 'A' + 1);
            }
            i++;
            if (column > 1 << 20) {
                return Optional.empty();
            }
        }
        int digits = i;
        while (i < length && text.charAt(i) >= '0' && text.charAt(i) <= '9' && i - digits < 9) {
            row = row * 10 + (text.charAt(i) - '0');
            i++;
        }
        return i == length && column > 0 && row > 0
                ? Optional.of(new CellAddress(row - 1, column - 1))
                : Optional.empty();
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** {@code 0 → A}, {@code 26 → AA}. */
    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int n = column + 1; n > 0; n = (n - 1) / LETTERS) {
            name.append((char) ('A' + (n - 1) % LETTERS));
        }
        return name.reverse().toString();
    }

    @Override
    public int compareTo(CellAddress other) {
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return columnName(column) + (row + 1);
    }
}
