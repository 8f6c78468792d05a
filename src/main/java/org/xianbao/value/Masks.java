package org.xianbao.value;

import java.util.Set;

/** What is shown of personal data. */
final class Masks {
    private static final int LONGEST = 40;
    private static final Set<String> COMPOUND = Set.of(
            "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司空", "夏侯", "端木", "百里", "南宫",
            "独孤", "申屠", "澹台", "轩辕", "钟离", "闾丘", "公冶", "太史", "淳于", "单于", "赫连", "呼延", "拓跋", "万俟", "闻人", "濮阳", "鲜于", "西门",
            "第五", "梁丘", "左丘", "东郭", "南门", "即墨");

    private Masks() {}

    /** Surnames of two characters. */
    static Set<String> compoundSurnames() {
        return COMPOUND;
    }

    /**
     * A person's name by its surname: {@code 王**}, {@code 欧阳*}; of a name in parts each part's first character, {@code
     * 阿**·买**}; of a single character nothing.
     */
    static String name(String name) {
        StringBuilder masked = new StringBuilder();
        int[] letters = name.codePoints().toArray();
        int shown = letters.length > 2 && COMPOUND.contains(new String(letters, 0, 2)) ? 2 : 1;
        if (letters.length == 1) {
            shown = 0;
        }
        for (int letter : letters) {
            if (letter == '·' || letter == ' ') {
                masked.appendCodePoint(letter);
                shown = 1;
            } else {
                masked.appendCodePoint(shown-- > 0 ? letter : '*');
            }
        }
        return masked.toString();
    }

    /** The first and the last characters of a number; those between are stars. */
    static String middle(String number, int first, int last) {
        return number.substring(0, first)
                + "*".repeat(number.length() - first - last)
                + number.substring(number.length() - last);
    }

    /**
     * A refused text of a personal column, of which nobody knows what it is: its length, and what identifies nobody (the
     * first character or, of something as long as a citizen's number, the six digits of its place).
     */
    static String any(String text) {
        int[] letters = PlainText.trimmed(text).codePoints().limit(LONGEST).toArray();
        int shown = letters.length < 2 ? 0 : letters.length >= 15 ? 6 : 1;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            masked.appendCodePoint(i < shown && letters[i] != 0 ? letters[i] : '*');
        }
        return masked.toString();
    }
}
