package org.xianbao.samples;

import java.time.LocalDate;
import java.util.List;

/** Values that can be read and do not agree. */
final class RuleDefects {
    private RuleDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of("more-days-than-the-dates-hold", Right::training, p -> p.set("H9", LocalDate.of(2018, 6, 9)))
                        .reject("days-within-dates", "J9", "7"),
                Defect.of("total-that-does-not-add-up", Right::training, p -> p.set("J17", 75))
                        .reject("total-agrees", "J17", "75"),
                Defect.of(
                                "person-twice",
                                Right::training,
                                p -> p.set("C11", County.TIANZHEN.people().id(240)))
                        .reject("person-once-a-stage", "C11", "140222**********02"),
                Defect.of("passed-without-a-certificate", Right::training, p -> p.set("L9", "—"))
                        .reject("passed-has-a-certificate", "L9", ""),
                Defect.of("certificate-twice", Right::training, p -> p.set("L9", "TZ201806001"))
                        .reject("certificate-once", "L9", "TZ201806001"),
                Defect.of("trained-longer-than-the-course", Right::training, p -> p.set("H7", LocalDate.of(2018, 5, 27))
                                .set("J7", 17)
                                .set("J17", 84))
                        .query("county-stage-takes-7-days", "J7", "17"),
                Defect.of(
                                "trainee-of-eight-years",
                                Right::training,
                                p -> p.set("C9", People.id("140222", LocalDate.of(2010, 3, 5))))
                        .query("of-working-age", "C9", "140222**********05"),
                Defect.of("ended-in-the-next-month", Right::training, p -> p.set("H9", LocalDate.of(2018, 6, 26))
                                .set("I9", LocalDate.of(2018, 7, 2)))
                        .query("ended-in-the-period", "I9", "2018-07-02"),
                Defect.of("hardly-anyone-poor", Right::training, RuleDefects::hardlyAnyonePoor)
                        .query("too-many-not-poor", "", ""),
                Defect.of("left-before-starting", Right::placement, p -> p.set("K9", "否")
                                .set("L9", LocalDate.of(2017, 1, 20)))
                        .reject("left-after-start", "L9", "2017-01-20")
                        .query("left-in-the-period", "L9", "2017-01-20"),
                Defect.of("left-and-still-there", Right::placement, p -> p.set("L9", LocalDate.of(2018, 6, 20)))
                        .reject("still-there-has-not-left", "L9", "2018-06-20"),
                Defect.of("share-over-one-hundred", Right::poverty, p -> p.set("D11", "117%"))
                        .reject("incidence-is-a-share", "D11", "117")
                        .query("incidence-agrees", "D11", "117"),
                Defect.of("fraction-instead-of-per-cent", Right::poverty, p -> p.set("D11", 0.117))
                        .query("incidence-agrees", "D11", "0.117"),
                Defect.of("more-poor-than-people", Right::poverty, p -> p.set("D8", 21.6)
                                .set("D11", Content.percent("117.14")))
                        .reject("poor-within-registered", "D8", "21.6")
                        .reject("incidence-is-a-share", "D11", "117.14"),
                Defect.of("part-greater-than-the-whole", Right::college, p -> p.set("D11", 4000)
                                .set("D12", 4100))
                        .reject("hills-within-enrolled", "D12", "4100"),
                Defect.of("negative-amount", Right::college, p -> p.set("D13", -50))
                        .reject("not-negative", "D7", "11"),
                Defect.of("towns-exceed-townships", Right::county, p -> p.set("D12", 13))
                        .reject("towns-within-townships", "D12", "13"),
                Defect.of("brand-without-a-start", Right::county, p -> p.set("D15", "—"))
                        .reject("brand-has-a-start", "D15", ""),
                Defect.of("years-that-do-not-fit", Right::county, p -> p.set("D7", 32))
                        .query("years-agree", "D7", "32"),
                Defect.of("insured-exceed-those-due", Right::insurance, p -> p.set("C8", 901)
                                .set("D8", Content.percent("100.11")))
                        .reject("insured-within-due", "C8", "901"),
                Defect.of("premiums-that-do-not-add-up", Right::insurance, p -> p.set("F11", 205))
                        .reject("total-of-amounts", "F11", "205"),
                Defect.of("measures-that-do-not-add-up", Right::measure, p -> p.set("D11", 13)
                                .set("E11", Content.percent("61.90")))
                        .reject("done-adds-up", "D11", "13"),
                Defect.of("finished-though-it-is-not", Right::measure, p -> p.set("F7", "已完成"))
                        .reject("finished-means-all-done", "F7", "finished"),
                Defect.of("party-fee-without-its-share", Right::fund, p -> p.set("E7", "—"))
                        .reject("party-fees-state-a-share", "E7", ""),
                Defect.of("plan-that-has-arrived", Right::fund, p -> p.set("G9", LocalDate.of(2018, 8, 1)))
                        .reject("plan-has-not-arrived", "G9", "2018-08-01"),
                Defect.of("received-about-that-much", Right::fund, p -> p.set("D8", "约100"))
                        .query("actual-is-exact", "D8", "100"),
                Defect.of("yuan-in-a-column-of-ten-thousands", Right::fund, p -> p.set("D8", 1_000_000))
                        .query("amount-plausible", "D8", "1000000"),
                Defect.of("gift-to-another-county", Right::donation, p -> p.set("G7", "金寨县"))
                        .reject("received-by-this-county", "G7", "341524"),
                Defect.of("left-before-coming", Right::secondment, p -> p.set("I8", LocalDate.of(2018, 5, 1)))
                        .reject("left-after-coming", "I8", "2018-05-01"),
                Defect.of("member-of-no-team", Right::secondment, p -> p.set("F8", "—"))
                        .reject("team-members-name-their-team", "F8", ""),
                Defect.of("in-post-for-too-long", Right::secondment, p -> p.set("H8", LocalDate.of(2014, 5, 10)))
                        .query("term-one-to-three-years", "H8", "2014-05-10"),
                Defect.of("figure-without-a-unit", Right::milestone, p -> p.set("H12", ""))
                        .reject("figure-has-a-unit", "H12", ""),
                Defect.of("new-room-without-computers", Right::room, p -> p.set("F7", "否"))
                        .query("new-rooms-are-equipped", "F7", "false"),
                Defect.of("equipment-from-nobody", Right::room, p -> p.set("I7", "—"))
                        .reject("equipment-has-a-donor", "I7", ""),
                Defect.of("class-without-a-number", Right::partyTraining, p -> p.set("B5", "期次：0"))
                        .reject("class-has-a-number", "B5", ""),
                Defect.of("delisted-without-a-year", Right::village, p -> p.set("F7", "—"))
                        .reject("delisted-says-when", "F7", ""),
                Defect.of("village-of-another-township", Right::village, p -> p.set("B7", "140222101999"))
                        .query("code-of-its-township", "B7", "140222101999"),
                Defect.of("teams-exceed-people", Right::talent, p -> p.set("H7", 2)
                                .set("I7", 15))
                        .query("teams-go-to-people", "I7", "15"));
    }

    private static void hardlyAnyonePoor(Page page) {
        for (int row = 7; row <= 14; row++) {
            page.set("E" + row, "否");
        }
    }
}
