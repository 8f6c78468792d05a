package org.xianbao.samples;

import java.time.LocalDate;
import java.util.List;

/** Cells that do not hold what their column takes. */
final class ValueDefects {
    private ValueDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of("number-in-words", Right::county, p -> p.set("D11", "若干"))
                        .reject("not-a-number", "D11", "若干"),
                Defect.of("number-in-chinese-numerals", Right::county, p -> p.set("D11", "十二"))
                        .reject("chinese-numeral", "D11", "十二"),
                Defect.of("number-with-a-fraction", Right::county, p -> p.set("D11", 12.5))
                        .reject("not-whole", "D11", "12.5"),
                Defect.of("dash-that-is-a-one", Right::county, p -> p.set("D13", "一"))
                        .reject("unknown-mark", "D13", "一"),
                Defect.of("mark-the-form-does-not-know", Right::county, p -> p.set("D13", "…"))
                        .reject("unknown-mark", "D13", "…"),
                Defect.of("year-with-two-digits", Right::county, p -> p.set("D6", "95"))
                        .reject("not-a-year", "D6", "95"),
                Defect.of("broken-reference", Right::county, p -> p.set("D11", new Content.Fault("#REF!")))
                        .reject("cell-error", "D11", "#REF!"),
                Defect.of("divided-by-zero", Right::poverty, p -> p.set("D11", new Content.Fault("#DIV/0!")))
                        .reject("cell-error", "D11", "#DIV/0!"),
                Defect.of("formula-without-value", Right::county, p -> p.set("D11", new Content.Formula("5+7", null)))
                        .reject("formula-without-value", "D11", "5+7"),
                Defect.of("not-exact-where-exact-is-asked", Right::college, p -> p.set("D9", "5余"))
                        .reject("qualifier-not-allowed", "D9", "5余"),
                Defect.of("two-qualifiers", Right::college, p -> p.set("D8", "约20余"))
                        .reject("qualifier-unclear", "D8", "约20余"),
                Defect.of("commas-in-odd-places", Right::college, p -> p.set("D11", "41,00"))
                        .reject("bad-thousands", "D11", "41,00"),
                Defect.of("number-in-parentheses", Right::college, p -> p.set("D9", "(5)"))
                        .reject("parenthesised", "D9", "(5)"),
                Defect.of("another-unit-in-the-cell", Right::fund, p -> p.set("D8", "100人"))
                        .reject("unit-mismatch", "D8", "100人"),
                Defect.of("percentage-in-a-column-of-people", Right::county, p -> p.set("D11", Content.percent("12")))
                        .reject("unit-mismatch", "D11", "12%"),
                Defect.of("name-missing", Right::training, p -> p.set("B9", "")).reject("required", "B9", ""),
                Defect.of("name-with-a-digit", Right::training, p -> p.set("B9", "孙3"))
                        .reject("not-a-name", "B9", "孙*"),
                Defect.of("id-that-lost-its-digits", Right::training, p -> p.set("C9", 140_222_197_004_290_000L))
                        .reject("digits-lost", "C9", "1.4022************"),
                Defect.of("id-with-a-wrong-check-digit", Right::training, p -> p.set("C9", wrongCheck(9)))
                        .reject("id-checksum", "C9", "140222************"),
                Defect.of("id-born-on-no-day", Right::training, p -> p.set("C9", "140222197002300005"))
                        .reject("id-birth", "C9", "140222************"),
                Defect.of("id-too-short", Right::training, p -> p.set("C9", "14022219700429000"))
                        .reject("not-an-id", "C9", "140222***********"),
                Defect.of("day-in-words", Right::training, p -> p.set("H9", "六月初"))
                        .reject("not-a-date", "H9", "六月初"),
                Defect.of("year-of-a-date-with-two-digits", Right::training, p -> p.set("H9", "18.6.8"))
                        .reject("two-digit-year", "H9", "18.6.8"),
                Defect.of("date-without-a-day", Right::training, p -> p.set("H9", "2018年6月"))
                        .reject("date-incomplete", "H9", "2018年6月"),
                Defect.of("day-that-does-not-exist", Right::training, p -> p.set("I9", "2018年6月31日"))
                        .reject("no-such-day", "I9", "2018年6月31日"),
                Defect.of("date-without-a-format", Right::training, p -> p.set("H9", 43_257))
                        .reject("date-without-format", "H9", "43257"),
                Defect.of("date-from-a-1904-workbook", Right::training, p -> p.set("H9", LocalDate.of(2014, 6, 7))
                                .set("I9", LocalDate.of(2014, 6, 13)))
                        .query("ended-in-the-period", "I9", "2014-06-13"),
                Defect.of("course-that-is-not-listed", Right::training, p -> p.set("F9", "程序设计"))
                        .reject("not-in-list", "F9", "程序设计"),
                Defect.of("neither-yes-nor-no", Right::training, p -> p.set("E9", "也许"))
                        .reject("not-a-flag", "E9", "也许"),
                Defect.of("place-nobody-knows", Right::training, p -> p.set("D9", "桃花源镇"))
                        .reject("not-a-region", "D9", "桃花源镇"),
                Defect.of("place-of-another-time", Right::placement, p -> p.set("G9", "巢湖市"))
                        .reject("region-not-valid-then", "G9", "巢湖市"),
                Defect.of("credit-code-too-short", Right::base, p -> p.set("D8", "91320500MA1"))
                        .reject("not-a-credit-code", "D8", "91320500MA1"),
                Defect.of("credit-code-with-a-wrong-check", Right::base, p -> p.set("D8", "91320500MA1000000A"))
                        .reject("credit-code-checksum", "D8", "91320500MA1000000A"));
    }

    /** The ID of this sheet row with the check digit of another. */
    private static String wrongCheck(int row) {
        String id = County.TIANZHEN.people().id(6 * 40 + row - 7);
        return id.substring(0, 17) + (id.endsWith("1") ? "2" : "1");
    }
}
