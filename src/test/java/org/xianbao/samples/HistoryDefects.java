package org.xianbao.samples;

import java.time.LocalDate;
import java.util.List;

/** Returns that are right by themselves and do not agree with what came before or with another return. */
final class HistoryDefects {
    private HistoryDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                                "bursary-that-the-funds-do-not-know",
                                () -> MoneyReturns.college(2016, 4),
                                p -> p.set("D13", 500))
                        .after(MoneyReturns.fund(County.JINZHAI, 2016, 4))
                        .query("bursary-is-in-the-funds", "D13", "500"),
                Defect.harmless("incidence-that-jumps", new Book(Right.poverty()))
                        .after(CountyReturns.poverty2016(
                                County.TIANZHEN, 2016, 18.48, 5.54, "实数", Content.percent("30")))
                        .query("no-jump", "D11", "11.7"),
                Defect.harmless("poor-that-became-more", new Book(Right.poverty()))
                        .after(CountyReturns.poverty2016(
                                County.TIANZHEN, 2016, 18.48, 2.03, "实数", Content.percent("11")))
                        .query("poor-did-not-grow", "D8", "2.16"),
                Defect.of("placed-so-far-falls", Right::base, p -> p.set("D5", "累计输出：150余"))
                        .after(MoneyReturns.base(County.JINZHAI, 2018, 2)
                                .set("D5", "累计输出：200余")
                                .set("G5", "数据来源：人社部"))
                        .query("so-far-does-not-fall", "D5", ""),
                Defect.of("start-that-moved", Right::placement, p -> p.set("J9", LocalDate.of(2017, 4, 1)))
                        .after(Right.placement(5))
                        .query("start-unchanged", "J9", "2017-04-01"),
                Defect.of("income-that-jumps", Right::placement, p -> p.set("M9", 15)
                                .set("M29", incomes(15)))
                        .after(Right.placement(5))
                        .query("income-did-not-jump", "M9", "150000"),
                Defect.of("plan-that-changed", Right::measure, p -> p.set("B7", 7)
                                .set("B8", 6)
                                .set("C8", 6)
                                .set("C7", 7)
                                .set("E7", Content.percent("42.86"))
                                .set("E8", Content.percent("66.67")))
                        .after(CountyReturns.measure(County.TIANZHEN, 2))
                        .query("plan-unchanged", "B7", "7")
                        .query("plan-unchanged", "B8", "6"),
                Defect.of("secondees-so-far-fall", Right::secondment, p -> p.set("A5", "1995年以来累计选派：20余"))
                        .after(PeopleReturns.secondment(County.TIANZHEN, 2017, 2))
                        .query("so-far-does-not-fall", "A5", ""),
                Defect.of("certificate-of-last-month", Right::training, p -> p.set(
                                        "C9", County.TIANZHEN.people().id(202))
                                .set("L9", "TZ201805003"))
                        .after(PeopleReturns.training(County.TIANZHEN, java.time.YearMonth.of(2018, 5), Hand.PLAIN))
                        .query("not-trained-again", "L9", "TZ201805003"));
    }

    /** The sum of June's incomes in 万元 with another one for the second worker. */
    private static double incomes(double second) {
        int sum = 0;
        for (int n = 0; n < 22; n++) {
            sum += n == 10 || n == 1 ? 0 : 240 + n * 37 % 200;
        }
        return (sum + Math.round(second * 100)) / 100.0;
    }
}
