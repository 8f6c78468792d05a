package org.xianbao.reply;

import java.time.LocalDate;
import org.xianbao.definition.Period;

/** Periods as a Chinese reader writes them. */
final class PeriodWords {
    private PeriodWords() {}

    /** {@code 2018-06} is 2018年6月, {@code 2018Q2} 2018年第2季度; what is no label stays as it is. */
    static String of(String label) {
        return Period.parse(label).map(PeriodWords::of).orElse(label);
    }

    private static String of(Period period) {
        String year = period.end().getYear() + "年";
        int month = period.end().getMonthValue();
        return switch (period.frequency()) {
            case MONTH, MONTH_21ST -> year + month + "月";
            case QUARTER -> year + "第" + month / 3 + "季度";
            case HALF -> year + (month == 6 ? "上半年" : "下半年");
            case YEAR -> year;
            case EVENT -> of(period.end());
        };
    }

    static String of(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
