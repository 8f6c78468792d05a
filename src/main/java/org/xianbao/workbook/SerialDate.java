package org.xianbao.workbook;

import java.time.LocalDate;

/**
 * Serial day numbers as ISO 8601 text. In the 1900 system day 1 is 1900-01-01 and day 60 the 29th of February 1900 that
 * never was; in the 1904 system day 0 is 1904-01-01. What is no day of these calendars up to the year 9999 (day 60, a time
 * of day alone, anything negative) is no date. Reused, not thread-safe.
 */
final class SerialDate {
    private static final int SECONDS = 86_400;
    private static final long LAST_1900 = 2_958_465;
    private static final long LAST_1904 = 2_957_003;
    private static final long EPOCH_1900 = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final long EPOCH_1904 = LocalDate.of(1904, 1, 1).toEpochDay();

    private final boolean since1904;
    private final byte[] out = new byte[19];
    private int length;

    SerialDate(boolean since1904) {
        this.since1904 = since1904;
    }

    byte[] bytes() {
        return out;
    }

    int length() {
        return length;
    }

    /** Writes the day, and the time to the nearest second unless it is midnight; false when the serial is no date. */
    boolean write(double serial) {
        long last = since1904 ? LAST_1904 : LAST_1900;
        if (!(serial >= (since1904 ? 0 : 1) && serial < last + 1)) {
            return false;
        }
        long seconds = Math.round(serial * SECONDS);
        long day = seconds / SECONDS;
        if (day > last || (!since1904 && day == 60)) {
            return false;
        }
        date(since1904 ? EPOCH_1904 + day : EPOCH_1900 + day + (day < 60 ? 1 : 0));
        time((int) (seconds % SECONDS));
        return true;
    }

    /** Civil date from days since 1970-01-01: the proleptic Gregorian algorithm of H. Hinnant, for years after 0. */
    private void date(long epochDay) {
        long z = epochDay + 719_468;
        long era = z / 146_097;
        long ofEra = z % 146_097;
        long yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * ofYear + 2) / 153;
        int day = (int) (ofYear - (153 * shifted + 2) / 5 + 1);
        int month = (int) (shifted < 10 ? shifted + 3 : shifted - 9);
        int year = (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
        length = 0;
        two(year / 100);
        two(year % 100);
        out[length++] = '-';
        two(month);
        out[length++] = '-';
        two(day);
    }

    private void time(int seconds) {
        if (seconds == 0) {
            return;
        }
        out[length++] = 'T';
        two(seconds / 3_600);
        out[length++] = ':';
        two(seconds / 60 % 60);
        out[length++] = ':';
        two(seconds % 60);
    }

    private void two(int number) {
        out[length++] = (byte) ('0' + number / 10);
        out[length++] = (byte) ('0' + number % 10);
    }
}
