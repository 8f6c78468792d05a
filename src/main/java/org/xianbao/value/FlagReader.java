package org.xianbao.value;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/**
 * Yes or no: {@code 是 否}, {@code √ ×} and their relatives, {@code Y N}, {@code YES NO}, {@code TRUE FALSE}, {@code 1
 * 0}. The letter {@code x} is neither: it may be a tick or a cross.
 */
final class FlagReader implements ValueReader {
    private static final Set<String> YES = Set.of("是", "√", "✓", "✔", "☑", "y", "yes", "true", "1");
    private static final Set<String> NO = Set.of("否", "不是", "×", "✗", "✘", "n", "no", "false", "0");
    private static final byte[] YES_BYTES = "是".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] NO_BYTES = "否".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Override
    public boolean quick(Slice cell, FieldSink fields) {
        if (cell.kind() != CellKind.TEXT || cell.length() != YES_BYTES.length) {
            return false;
        }
        boolean yes = equal(cell, YES_BYTES);
        if (!yes && !equal(cell, NO_BYTES)) {
            return false;
        }
        fields.flag(yes);
        return true;
    }

    private static boolean equal(Slice cell, byte[] word) {
        return java.util.Arrays.equals(cell.bytes(), cell.start(), cell.end(), word, 0, word.length);
    }

    @Override
    public @Nullable Refusal read(Slice cell, String text, FieldSink fields) {
        String word = PlainText.dense(text).toLowerCase(Locale.ROOT);
        boolean yes = YES.contains(word);
        boolean known = yes || NO.contains(word);
        if (!known || cell.kind() == CellKind.DATE || cell.kind() == CellKind.PERCENT) {
            return Refusal.of("not-a-flag", "是 / 否");
        }
        fields.flag(yes);
        return null;
    }
}
