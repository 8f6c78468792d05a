package org.xianbao.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xianbao.cell.Slice;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;

/**
 * Reads periods as forms write them, full-width or half-width, in brackets or not, whatever spaces they carry.
 *
 * <ul>
 *   <li>months: {@code 2018年6月}, {@code 2018年6月份}, {@code 2018.6}, {@code 2018/06}, {@code 2018-06}, {@code 201806}
 *   <li>quarters: {@code 2018年第2季度}, {@code 2018年二季度}, {@code 2018Q2}, {@code 2018年4-6月}
 *   <li>halves: {@code 2018年上半年}, {@code 2018H1}, {@code 2018年1-6月}
 *   <li>years: {@code 2018}, {@code 2018年}, {@code 2018年度}, {@code 2018年1-12月}
 *   <li>any: a day, for the period that it falls into, and two days, when they are its first and its last
 * </ul>
 *
 * A number cell is read by its digits. {@code 2018.1} as a number is no month: it may have been typed as January or as
 * October ({@code 2018.10}); every other month is certain.
 */
public final class Periods {
    private static final int LONGEST = 60;
    private static final Pattern MONTH =
            Pattern.compile("([12]\\d{3})(?:年(\\d{1,2})月[份度]?|[-/.](\\d{1,2})月?|(\\d{2}))");
    private static final Pattern QUARTER = Pattern.compile("([12]\\d{3})(?:年度?)?-?(?:第?([1-4一二三四])季度?|[Qq]([1-4]))");
    private static final Pattern HALF = Pattern.compile("([12]\\d{3})(?:年度?)?-?(?:([上下])半年度?|[Hh]([12]))");
    private static final Pattern YEAR = Pattern.compile("([12]\\d{3})(?:年度?|全年|年全年)?");
    private static final Pattern MONTHS = Pattern.compile("([12]\\d{3})年(\\d{1,2})月?[-—–~至到](\\d{1,2})月");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}年\\d.*日|\\d{4}([-/.])\\d+\\2\\d+|\\d{8})[-—–~至到]+(.+)");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("\\d{1,2}月\\d{1,2}日");

    private Periods() {}

    /** The period of this frequency that the cell names; empty when it names none, or not surely one. */
    public static Optional<Period> read(Slice cell, Frequency frequency) {
        String text = cell.text();
        return switch (cell.kind()) {
            case TEXT -> read(text, frequency);
            case DATE ->
                Optional.ofNullable(Dates.typed(PlainText.halfWidth(text)).day())
                        .map(day -> Period.of(frequency, day));
            case NUMBER ->
                certain(text, frequency) ? read(text.replaceFirst("\\.0+$", ""), frequency) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean certain(String number, Frequency frequency) {
        boolean month = frequency == Frequency.MONTH || frequency == Frequency.MONTH_21ST;
        return number.matches("\\d{4}|\\d{6}|\\d{8}|\\d{4,8}\\.0+")
                || (month && number.matches("\\d{4}\\.(?!1$)\\d{1,2}"));
    }

    /** The same of a text. */
    public static Optional<Period> read(String text, Frequency frequency) {
        String plain = bare(PlainText.dense(text));
        if (plain.length() > LONGEST || plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            return named(plain, frequency).or(() -> months(plain, frequency)).or(() -> days(plain, frequency));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String bare(String dense) {
        boolean bracketed = dense.length() > 2 && "([〔【".indexOf(dense.charAt(0)) >= 0;
        return bracketed && ")]〕】".indexOf(dense.charAt(dense.length() - 1)) >= 0
                ? dense.substring(1, dense.length() - 1)
                : dense;
    }

    private static Optional<Period> named(String text, Frequency frequency) {
        return switch (frequency) {
            case MONTH, MONTH_21ST -> month(text, frequency);
            case QUARTER -> part(QUARTER.matcher(text), frequency, 3);
            case HALF -> part(HALF.matcher(text), frequency, 6);
            case YEAR -> {
                Matcher m = YEAR.matcher(text);
                yield m.matches() ? Optional.of(of(frequency, m.group(1), 1)) : Optional.empty();
            }
            case EVENT -> Optional.empty();
        };
    }

    private static Optional<Period> month(String text, Frequency frequency) {
        Matcher m = MONTH.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String month = m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4);
        return Optional.of(of(frequency, m.group(1), Integer.parseInt(month)));
    }

    private static Optional<Period> part(Matcher m, Frequency frequency, int months) {
        if (!m.matches()) {
            return Optional.empty();
        }
        char which = (m.group(2) != null ? m.group(2) : m.group(3)).charAt(0);
        int part = Math.max("1234".indexOf(which), Math.max("一二三四".indexOf(which), "上下".indexOf(which)));
        return Optional.of(of(frequency, m.group(1), part * months + 1));
    }

    /** 2018年1-6月, when these months are just one period. */
    private static Optional<Period> months(String text, Frequency frequency) {
        Matcher m = MONTHS.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), 1);
        LocalDate first = last.withMonth(Integer.parseInt(m.group(2)));
        return Optional.of(Period.of(frequency, first))
                .filter(p -> p.start().equals(first)
                        && p.end().equals(last.plusMonths(1).minusDays(1)));
    }

    /** A day of the period, or its first day and its last. */
    private static Optional<Period> days(String text, Frequency frequency) {
        LocalDate day = Dates.typed(text).day();
        if (day != null) {
            return Optional.of(Period.of(frequency, day));
        }
        Matcher m = DAYS.matcher(text);
        LocalDate first = m.matches() ? Dates.typed(m.group(1)).day() : null;
        if (first == null) {
            return Optional.empty();
        }
        String end = m.group(3);
        LocalDate last = Dates.typed(DAY_OF_MONTH.matcher(end).matches() ? first.getYear() + "年" + end : end)
                .day();
        return Optional.of(Period.of(frequency, first))
                .filter(p -> p.start().equals(first) && p.end().equals(last));
    }

    private static Period of(Frequency frequency, String year, int month) {
        return Period.of(frequency, LocalDate.of(Integer.parseInt(year), month, 1));
    }

    /** The period as forms best write it; {@link #read} gives it back. */
    public static String chinese(Period period) {
        LocalDate day = period.frequency() == Frequency.MONTH_21ST ? period.end() : period.start();
        String year = day.getYear() + "年";
        int month = day.getMonthValue();
        return switch (period.frequency()) {
            case MONTH, MONTH_21ST -> year + month + "月";
            case QUARTER -> year + "第" + (month / 3 + 1) + "季度";
            case HALF -> year + (month == 1 ? "上" : "下") + "半年";
            case YEAR -> year;
            case EVENT -> year + month + "月" + day.getDayOfMonth() + "日";
        };
    }

    /** How a period of this frequency is best written. */
    static String example(Frequency frequency) {
        return switch (frequency) {
            case MONTH, MONTH_21ST -> "2018年6月";
            case QUARTER -> "2018年第2季度";
            case HALF -> "2018年上半年";
            case YEAR -> "2018年";
            case EVENT -> "2018年10月15日";
        };
    }

    static ValueReader reader(Frequency frequency) {
        return (cell, text, fields) -> {
            Optional<Period> period = read(cell, frequency);
            if (period.isEmpty()) {
                return Refusal.of("not-a-period", example(frequency));
            }
            fields.text(period.get().label());
            return null;
        };
    }
}
