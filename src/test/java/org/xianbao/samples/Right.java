package org.xianbao.samples;

import java.time.LocalDate;
import java.time.YearMonth;

/** Pages without a fault, from which defects are made. */
final class Right {
    private Right() {}

    /** Trainees in rows 7 to 16, total in 17. */
    static Page training() {
        return PeopleReturns.training(County.TIANZHEN, YearMonth.of(2018, 6), Hand.PLAIN);
    }

    /** Workers in rows 8 to 28, total in 29. */
    static Page placement() {
        return placement(6);
    }

    static Page placement(int month) {
        return PeopleReturns.placement(County.TIANZHEN, YearMonth.of(2018, month), Hand.PLAIN);
    }

    /** Values in D6 to D15. */
    static Page county() {
        return CountyReturns.county(County.TIANZHEN, 2018);
    }

    /** Values in D7 to D11. */
    static Page poverty() {
        return CountyReturns.poverty2016(County.TIANZHEN, 2017, 18.44, 2.16, "实数", Content.percent("11.7"));
    }

    /** Values in D7 to D13. */
    static Page college() {
        return MoneyReturns.college(2018, 3);
    }

    /** Bases in rows 8 and 9, figures in row 5. */
    static Page base() {
        return MoneyReturns.base(County.JINZHAI, 2018, 3);
    }

    /** Lines in rows 7 to 9. */
    static Page fund() {
        return MoneyReturns.fund(County.TIANZHEN, 2018, 3);
    }

    /** Pillars in rows 7 to 10, total in 11. */
    static Page measure() {
        return CountyReturns.measure(County.TIANZHEN, 3);
    }

    /** Insurances in rows 7 to 10, total in 11. */
    static Page insurance() {
        return CountyReturns.insurance(County.TIANZHEN, 2018, 2);
    }

    /** Gifts in rows 7 to 9. */
    static Page donation() {
        return MoneyReturns.donation(County.TIANZHEN, 2017, 4);
    }

    /** Officials in rows 8 to 11, the figure in row 5. */
    static Page secondment() {
        return PeopleReturns.secondment(County.TIANZHEN, 2018, 1);
    }

    /** Records in rows 7 to 12. */
    static Page milestone() {
        return MoneyReturns.milestone(County.TIANZHEN, 2018, 1);
    }

    /** Villages in rows 7 to 11. */
    static Page room() {
        return MoneyReturns.room(County.TIANZHEN, 2018);
    }

    /** Villages in rows 7 to 132, total in 133. */
    static Page village() {
        return CountyReturns.village(County.TIANZHEN, 2017);
    }

    /** Trainees in rows 8 to 32, figures in row 5. */
    static Page partyTraining() {
        return PeopleReturns.partyTraining(County.TIANZHEN, LocalDate.of(2018, 6, 15), 1, 21, 4);
    }

    /** One activity in row 7. */
    static Page talent() {
        return CountyReturns.talent(County.TIANZHEN, 3);
    }
}
