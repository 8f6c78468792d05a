package org.xianbao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Column;
import org.xianbao.value.Converters;
import org.xianbao.value.Trial;

/** What is filled in below the headings, held against the columns' types. Not thread-safe. */
final class Evidence {
    private static final int ROWS = 40;

    private final List<Located[]> rows;
    private final Converters converters;
    private final Map<String, Trial> trials = new HashMap<>();

    /** @param last last heading row, zero-based */
    Evidence(Head head, int last, Converters converters) {
        this.rows = below(head, last);
        this.converters = converters;
    }

    private static List<Located[]> below(Head head, int last) {
        List<Located[]> rows = new ArrayList<>();
        for (int row : head.rowNumbers()) {
            if (row <= last || (row == last + 1 && ColumnNumbers.stand(head.row(row)))) {
                continue;
            }
            if (rows.size() == ROWS || Footer.stands(head.row(row))) {
                break;
            }
            rows.add(head.row(row));
        }
        return rows;
    }

    /**
     * How the cells of a zero-based sheet column suit a definition's column: from 1, all that say anything are of its type,
     * over 0, they say nothing, to -1, none is.
     */
    double of(Column column, int sheetColumn) {
        int sum = 0;
        int telling = 0;
        for (Located[] row : rows) {
            int one = sheetColumn < row.length ? of(column, row[sheetColumn]) : 0;
            sum += one;
            telling += Math.abs(one);
        }
        return telling == 0 ? 0 : (double) sum / telling;
    }

    /** The same of one cell. */
    int of(Column column, Located cell) {
        return trials.computeIfAbsent(column.name(), n -> new Trial(converters, column))
                .of(cell.slice());
    }

    /** How many cells of a zero-based sheet column are filled, of those that are looked at. */
    int filled(int sheetColumn) {
        return (int) rows.stream()
                .filter(row -> sheetColumn < row.length && !row[sheetColumn].blank())
                .count();
    }
}
