package org.xianbao.samples;

import java.time.LocalDate;

/** How one clerk writes dates and numbers. */
enum Hand {
    /** Dates and numbers as Excel keeps them. */
    PLAIN,
    /** 2018年6月5日, numbers as text. */
    CHINESE,
    /** 2018.6.5. */
    DOTS,
    /** 2018/06/05, full-width digits. */
    WIDE;

    /** The hand of a county's nth workbook. */
    static Hand of(County county, int n) {
        return values()[(county == County.JINZHAI ? n + 1 : n) % values().length];
    }

    Object date(LocalDate day) {
        return switch (this) {
            case PLAIN -> day;
            case CHINESE -> "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case DOTS -> "%d.%d.%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case WIDE -> "%d/%02d/%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        };
    }

    Object number(int n) {
        return switch (this) {
            case PLAIN, DOTS -> n;
            case CHINESE -> Integer.toString(n);
            case WIDE -> wide(Integer.toString(n));
        };
    }

    /** 2018年6月. */
    String month(int year, int month) {
        String plain = year + "年" + month + "月";
        return this == WIDE ? wide(plain) : plain;
    }

    /** Full-width digits. */
    static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
        return wide.toString();
    }
}
