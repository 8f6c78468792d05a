package org.xianbao.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Period;
import org.xianbao.template.formula.Excel;
import org.xianbao.template.formula.MissingMarks;
import org.xianbao.value.Periods;

/** What can be typed into a column's cells, as a formula and in words; never stricter than the reader. */
final class TypeCheck {
    /** The first day whose serial is no year: 2018 in a cell for days is a year, not 1905-07-10. */
    private static final int FIRST_DAY = 3654;

    private static final String DIGITS = "ROW(INDIRECT(\"1:17\"))";
    private static final int LONGEST_NAME = 50;

    private final MissingMarks missing;
    private final Period period;

    TypeCheck(MissingMarks missing, Period period) {
        this.missing = missing;
        this.period = period;
    }

    /** Null when anything can be typed, or only the reader can tell. */
    @Nullable
    String formula(Column column, String cell) {
        String mark = missing.mark(cell);
        return switch (column.type()) {
            case INTEGER -> number(cell, cell + "=INT(" + cell + ")", column.qualified() ? "TRUE" : mark);
            case DECIMAL, AMOUNT, QUANTITY, PERCENT ->
                column.qualified() ? null : Excel.or(List.of("ISNUMBER(" + cell + ")", mark));
            case DATE -> number(cell, cell + ">=" + FIRST_DAY, mark);
            case YEAR ->
                number(cell, "AND(" + cell + "=INT(" + cell + ")," + cell + ">=1000," + cell + "<=2999)", mark);
            case NAME -> Excel.and(List.of("ISTEXT(" + cell + ")", "LEN(" + cell + ")<=" + LONGEST_NAME));
            case CITIZEN_ID ->
                "IF(LEN(" + cell + ")=18," + checked(cell) + "," + Excel.or(List.of("LEN(" + cell + ")=15", mark))
                        + ")";
            case CREDIT_CODE -> Excel.or(List.of("LEN(" + cell + ")=18", mark));
            case PHONE -> Excel.or(List.of("LEN(" + cell + ")>=10", mark));
            case TEXT, PERIOD, REGION, CODE, FLAG -> null;
        };
    }

    private static String number(String cell, String when, String otherwise) {
        return "IF(ISNUMBER(" + cell + ")," + when + "," + otherwise + ")";
    }

    /** The check digit of GB 11643: its weights are the powers of two modulo 11. */
    private static String checked(String cell) {
        return "MID(\"10X98765432\",MOD(SUMPRODUCT(MID(" + cell + "," + DIGITS + ",1)*2^(18-" + DIGITS
                + ")),11)+1,1)=UPPER(RIGHT(" + cell + ",1))";
    }

    /** What is to be typed, for people. */
    String words(Column column) {
        String unit = Fields.unit(column);
        String what = Words.of("type." + column.type().word(), Map.of("period", Periods.chinese(period)));
        StringBuilder words = new StringBuilder(what);
        if (unit != null) {
            words.append(Words.of("type.unit", Map.of("unit", unit)));
        }
        if (column.qualified()) {
            words.append(Words.of("type.qualified"));
        }
        if (!column.required() && !missing.typed().isEmpty()) {
            words.append(Words.of("type.missing", Map.of("marks", String.join(" ", missing.typed()))));
        }
        return words.append("。").toString();
    }
}
