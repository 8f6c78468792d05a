package org.xianbao.form;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xianbao.definition.Column;
import org.xianbao.workbook.Row;

/**
 * Tells whether a sheet row is filled as the rows of a roster are, whatever words stand on it: a person called 王小计 or
 * a village called 合计村 makes no total row.
 */
final class RowShape {
    private final int[] data;
    private final int[] keys;
    private final int[] words;
    private final Set<String> marks;

    RowShape(FormSheet form) {
        Layout layout = form.layout();
        List<Column> columns = layout.columns();
        data = layout.dataColumns();
        keys = places(
                layout, c -> form.definition().key().contains(columns.get(c).name()));
        words = places(layout, c -> !columns.get(c).type().numeric());
        marks = form.definition().form().missing().keySet().stream()
                .map(Wording::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int[] places(Layout layout, IntPredicate wanted) {
        int[] data = layout.dataColumns();
        return IntStream.range(0, layout.columns().size())
                .filter(c -> layout.fixed(c) == null && wanted.test(c))
                .map(layout::sheetColumn)
                .filter(place -> Arrays.stream(data).anyMatch(d -> d == place))
                .toArray();
    }

    /**
     * Whether the row's keys are filled, and most of the columns that hold more than numbers.
     *
     * @param label zero-based sheet column of a cell that speaks for a total or a footer and so for no row; -1 for none
     */
    boolean fits(Row row, int label) {
        int keysToFill = without(keys, label);
        int wordsToFill = without(words, label);
        return filled(row, keys, label) == keysToFill
                && keysToFill + wordsToFill > 0
                && (wordsToFill == 0 || filled(row, words, label) * 2 > wordsToFill)
                && filled(row, data, label) + (label < 0 ? 0 : 1) >= Math.min(2, data.length);
    }

    /** Whether the row has its keys and something besides, or at least half of its cells are filled. */
    boolean resembles(Row row) {
        int filled = filled(row, data, -1);
        boolean keyed = keys.length > 0 && filled(row, keys, -1) == keys.length;
        return filled >= (keyed ? Math.min(2, data.length) : Math.max(2, (data.length + 1) / 2));
    }

    private static int without(int[] columns, int label) {
        return (int) Arrays.stream(columns).filter(c -> c != label).count();
    }

    private int filled(Row row, int[] columns, int label) {
        int filled = 0;
        for (int column : columns) {
            filled += column != label && SheetRows.filled(row, column) && !mark(row.text(column)) ? 1 : 0;
        }
        return filled;
    }

    /** A mark for what is missing: one that is declared, or nothing but dashes and dots. */
    private boolean mark(String text) {
        return marks.contains(Wording.of(text)) || text.chars().noneMatch(Character::isLetterOrDigit);
    }
}
