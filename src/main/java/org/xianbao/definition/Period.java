package org.xianbao.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of a calendar. Labels: {@code 2018-06}, {@code 2018Q2}, {@code 2018H1}, {@code 2018}, and for events the day,
 * {@code 2018-10-15}. A 21st-to-20th month has the label of the month it ends in.
 */
public record Period(Frequency frequency, LocalDate start, LocalDate end) implements Comparable<Period> {

    private static final Pattern LABEL =
            Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?|Q([1-4])|H([12]))?", Pattern.CASE_INSENSITIVE);

    /** The period of this frequency that the day falls into. */
    public static Period of(Frequency frequency, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        return switch (frequency) {
            case MONTH -> new Period(frequency, month, month.plusMonths(1).minusDays(1));
            case MONTH_21ST -> {
                LocalDate first = day.getDayOfMonth() >= 21
                        ? month.plusDays(20)
                        : month.minusMonths(1).plusDays(20);
                yield new Period(frequency, first, first.plusMonths(1).minusDays(1));
            }
            case QUARTER -> {
                LocalDate first = month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
                yield new Period(frequency, first, first.plusMonths(3).minusDays(1));
            }
            case HALF -> {
                LocalDate first = month.withMonth(month.getMonthValue() <= 6 ? 1 : 7);
                yield new Period(frequency, first, first.plusMonths(6).minusDays(1));
            }
            case YEAR -> new Period(frequency, day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
            case EVENT -> new Period(frequency, day, day);
        };
    }

    /** Reads a label; {@code 2018-06} is read as {@link Frequency#MONTH}. Empty when it is no label. */
    public static Optional<Period> parse(String label) {
        Matcher m = LABEL.matcher(label.trim());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(m.group(1));
            if (m.group(3) != null) {
                return Optional.of(of(
                        Frequency.EVENT,
                        LocalDate.of(year, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))));
            }
            if (m.group(2) != null) {
                return Optional.of(of(Frequency.MONTH, LocalDate.of(year, Integer.parseInt(m.group(2)), 1)));
            }
            if (m.group(4) != null) {
                return Optional.of(of(Frequency.QUARTER, LocalDate.of(year, Integer.parseInt(m.group(4)) * 3, 1)));
            }
            if (m.group(5) != null) {
                return Optional.of(of(Frequency.HALF, LocalDate.of(year, Integer.parseInt(m.group(5)) * 6, 1)));
            }
            return Optional.of(of(Frequency.YEAR, LocalDate.of(year, 1, 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a label as a period of this frequency; empty when it is none. */
    public static Optional<Period> parse(String label, Frequency frequency) {
        Optional<Period> read = parse(label);
        if (frequency == Frequency.MONTH_21ST) {
            return read.filter(p -> p.frequency == Frequency.MONTH)
                    .map(p -> of(Frequency.MONTH_21ST, p.start.withDayOfMonth(20)));
        }
        return read.filter(p -> p.frequency == frequency);
    }

    /** The period one back; an event has none before it, so it is its own. */
    public Period previous() {
        return frequency == Frequency.EVENT ? this : of(frequency, start.minusDays(1));
    }

    public Period next() {
        return frequency == Frequency.EVENT ? this : of(frequency, end.plusDays(1));
    }

    /** Whether the whole of {@code other} lies in this period; a 21st-to-20th month lies where its last day lies. */
    public boolean contains(Period other) {
        LocalDate first = other.frequency == Frequency.MONTH_21ST ? other.end : other.start;
        return !first.isBefore(start) && !other.end.isAfter(end);
    }

    public String label() {
        return switch (frequency) {
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", start.getYear(), start.getMonthValue());
            case MONTH_21ST -> String.format(Locale.ROOT, "%04d-%02d", end.getYear(), end.getMonthValue());
            case QUARTER -> start.getYear() + "Q" + (start.getMonthValue() / 3 + 1);
            case HALF -> start.getYear() + "H" + (start.getMonthValue() == 1 ? 1 : 2);
            case YEAR -> Integer.toString(start.getYear());
            case EVENT -> start.toString();
        };
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = end.compareTo(other.end);
        return byEnd != 0 ? byEnd : frequency.compareTo(other.frequency);
    }

    @Override
    public String toString() {
        return label();
    }
}
