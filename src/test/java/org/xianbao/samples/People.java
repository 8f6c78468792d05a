package org.xianbao.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Invented persons of one county, counted from 0. */
record People(String countyCode) {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** A surname and a year of the sixty-year cycle; neighbours never share a surname. */
    String name(int n) {
        char surname = SURNAMES.charAt(n % SURNAMES.length());
        return "" + surname + STEMS.charAt(n % STEMS.length()) + BRANCHES.charAt(n % BRANCHES.length());
    }

    /** An ID number of this county with sequence 000 and a valid check digit (GB 11643); born 1965 to 1994. */
    String id(int n) {
        return id(countyCode, LocalDate.of(1965, 1, 1).plusDays(n * 97L % 10_950));
    }

    static String id(String area, LocalDate born) {
        String body = area + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "000";
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + CHECKS.charAt(sum % 11);
    }
}
