package org.xianbao.form;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Unit;

/**
 * A heading or label with the unit that is printed in it: {@code 年收入（元）}, {@code 年收入/元}.
 *
 * @param text normalised, without the unit
 * @param unit normalised; null when none is printed
 */
record PrintedUnit(String text, @Nullable String unit) {

    /** How a printed unit stands to the one that a column is reported in. */
    enum Agreement {
        SAME,
        /** Another multiple of the same base unit: every figure would be wrong by a power of ten. */
        DIFFERS,
        /** Nothing that could be compared. */
        UNCLEAR
    }

    static PrintedUnit of(String normalised) {
        String text = normalised.endsWith(":") ? normalised.substring(0, normalised.length() - 1) : normalised;
        int open = text.lastIndexOf('(');
        if (text.endsWith(")") && open > 0) {
            return new PrintedUnit(text.substring(0, open), bare(text.substring(open + 1, text.length() - 1)));
        }
        int slash = text.lastIndexOf('/');
        return slash > 0 && slash < text.length() - 1
                ? new PrintedUnit(text.substring(0, slash), bare(text.substring(slash + 1)))
                : new PrintedUnit(text, null);
    }

    private static String bare(String unit) {
        return unit.replaceFirst("^(?:计量|金额)?单位:?", "");
    }

    /** 1 when a printed unit measures what the column's does, -1 when it measures something else, 0 when there is no telling. */
    static int suits(String printed, Column column) {
        String reported = column.reported() != null ? column.reported() : column.unit();
        if (reported == null || Unit.parse(printed).isEmpty()) {
            return 0;
        }
        return Unit.conversion(printed, Wording.of(reported)).isPresent() ? 1 : -1;
    }

    static Agreement agreement(String printed, Column column) {
        String reported = column.reported() != null ? column.reported() : column.unit();
        if (reported == null || Wording.of(reported).equals(printed)) {
            return Agreement.SAME;
        }
        OptionalInt power = Unit.conversion(printed, Wording.of(reported));
        return power.isEmpty() ? Agreement.UNCLEAR : power.getAsInt() == 0 ? Agreement.SAME : Agreement.DIFFERS;
    }
}
