package org.xianbao.form;

/** The row below the headings that numbers the columns (甲 | 1 | 2 | 3): letters, or numbers that count up by one. */
final class ColumnNumbers {
    private static final String LETTERS = "甲乙丙丁戊己庚辛";

    private ColumnNumbers() {}

    /** Whether these cells are such a row. */
    static boolean stand(Located[] row) {
        int filled = 0;
        int counted = 0;
        for (Located cell : row) {
            String text = Wording.of(cell.text()).replaceAll("[()]", "");
            if (text.isEmpty()) {
                continue;
            }
            filled++;
            if (text.length() == 1 && LETTERS.contains(text)) {
                continue;
            }
            counted++;
            if (!text.equals(String.valueOf(counted)) && !text.equals(counted + ".0")) {
                return false;
            }
        }
        return filled >= 3 || (filled == 2 && counted < 2);
    }
}
