package org.xianbao.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellKind;
import org.xianbao.cell.Slice;

/**
 * Days as forms write them: {@code 2018年6月5日}, {@code 2018-6-5}, {@code 2018/06/05}, {@code 2018.6.5}, {@code
 * 20180605}; a time of day behind it is left out. A number is a day only as {@code 20180605}: a bare serial may be any
 * number, and in two date systems.
 */
final class Dates {
    private static final int LONGEST = 40;
    private static final int FIRST_YEAR = 1000;
    private static final String TIME = "(?:[T ]*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?";
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4}) ?(?:年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]?|([-/.]) ?(\\d{1,2}) ?\\4 ?(\\d{1,2})) ?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TWO_DIGIT_YEAR =
            Pattern.compile("'?\\d{2} ?(?:年 ?\\d{1,2} ?月 ?\\d{1,2} ?[日号]?|([-/.]) ?\\d{1,2} ?\\1 ?\\d{1,2})");
    private static final Pattern INCOMPLETE = Pattern.compile("[12]\\d{3} ?(?:年度?|年? ?\\d{1,2} ?月份?|[-/.]\\d{1,2}|"
            + "(?:0[1-9]|1[0-2])|)|\\d{1,2} ?月 ?\\d{1,2} ?[日号]?|\\d{1,2}[-/.]\\d{1,2}");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(?:\\.\\d+)?");

    private Dates() {}

    /** A day, or the rule that the text breaks. */
    record Reading(@Nullable LocalDate day, @Nullable String refused) {}

    /** Reads a filled cell; {@code text} is its content. */
    static Reading read(Slice cell, String text) {
        return switch (cell.kind()) {
            case DATE, TEXT -> typed(PlainText.halfWidth(text));
            case NUMBER -> number(text);
            default -> refuse("not-a-date");
        };
    }

    /** Reads a half-width text. */
    static Reading typed(String text) {
        if (text.length() > LONGEST) {
            return refuse("not-a-date");
        }
        Matcher m = DAY.matcher(text);
        if (m.matches()) {
            return m.group(4) == null
                    ? day(m.group(1), m.group(2), m.group(3))
                    : day(m.group(1), m.group(5), m.group(6));
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return day(m.group(1), m.group(2), m.group(3));
        }
        if (TWO_DIGIT_YEAR.matcher(text).matches()) {
            return refuse("two-digit-year");
        }
        return refuse(INCOMPLETE.matcher(text).matches() ? "date-incomplete" : "not-a-date");
    }

    private static Reading number(String text) {
        BigDecimal value = NumberReader.decimal(text);
        String plain = value == null || value.precision() > 30
                ? text
                : value.stripTrailingZeros().toPlainString();
        Reading reading =
                plain.length() == 8 || INCOMPLETE.matcher(plain).matches() ? typed(plain) : refuse("not-a-date");
        return "not-a-date".equals(reading.refused) && SERIAL.matcher(plain).matches()
                ? refuse("date-without-format")
                : reading;
    }

    private static Reading day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR ? refuse("no-such-day") : new Reading(date, null);
        } catch (DateTimeException e) {
            return refuse("no-such-day");
        }
    }

    private static Reading refuse(String rule) {
        return new Reading(null, rule);
    }

    /** The day of {@code 2018-06-05}, with or without a time of day behind a {@code T}; null when the bytes say otherwise. */
    static int epochDay(Slice cell) {
        byte[] b = cell.bytes();
        int s = cell.start();
        int length = cell.length();
        boolean iso = length == 10 || (length > 10 && b[s + 10] == 'T' && cell.kind() == CellKind.DATE);
        if (!iso || b[s + 4] != '-' || b[s + 7] != '-') {
            return NONE;
        }
        int year = number(b, s, s + 4);
        int month = number(b, s + 5, s + 7);
        int day = number(b, s + 8, s + 10);
        return exists(year, month, day) ? (int) LocalDate.of(year, month, day).toEpochDay() : NONE;
    }

    static final int NONE = Integer.MIN_VALUE;

    /** Whether the calendar has that day; false for negative numbers. */
    static boolean exists(int year, int month, int day) {
        return year >= FIRST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= java.time.YearMonth.of(year, month).lengthOfMonth());
    }

    /** The digits' number; -1 when they are not all digits. At most nine. */
    static int number(byte[] bytes, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
