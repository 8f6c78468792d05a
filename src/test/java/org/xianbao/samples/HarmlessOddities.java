package org.xianbao.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What counties do that is not wrong: it must be read without a word, or with a note. */
final class HarmlessOddities {
    private HarmlessOddities() {}

    static List<Defect> all() {
        return List.of(
                Defect.harmless("full-width-digits", new Book(Right.county().set("D11", "１２"))),
                Defect.harmless(
                        "numbers-as-text",
                        new Book(Right.county().set("D11", "12").set("D12", " 5 "))),
                Defect.harmless(
                        "thousands-with-commas", new Book(Right.college().set("D11", "4,100"))),
                Defect.harmless(
                        "unit-written-in-the-cell", new Book(Right.fund().set("D8", "1000000元"))),
                Defect.harmless(
                        "formula-with-its-value",
                        new Book(Right.county().set("D11", new Content.Formula("5+7", 12.0)))),
                Defect.harmless("id-with-15-digits", new Book(Right.training().set("C9", "140222700429000"))),
                Defect.harmless("dates-from-1904-told-by-the-workbook", new Book(Right.training()).since1904()),
                Defect.harmless(
                        "headings-printed-again",
                        new Book(PeopleReturns.training(County.TIANZHEN, YearMonth.of(2018, 6), Hand.PLAIN, 5))),
                Defect.harmless(
                        "carriage-return-in-a-heading",
                        new Book(Right.training().set("C5", "身份\r\n证号"))),
                Defect.harmless("styled-blank-rows-below", new Book(styledBelow(Right.training()))),
                Defect.harmless("old-binary-workbook", new Book(Right.training()).old()),
                Defect.harmless(
                        "every-clerk-writes-dates-otherwise",
                        new Book(PeopleReturns.training(County.TIANZHEN, YearMonth.of(2018, 6), Hand.WIDE))),
                Defect.harmless(
                        "columns-in-another-order", new Book(Right.training().swapColumns("D", "E"))),
                Defect.harmless(
                        "labels-with-full-width-spaces",
                        new Book(Right.training().set("C5", "身　份　证　号"))),
                Defect.harmless(
                        "traditional-county-name", new Book(Right.training().set("A4", "填报单位：天鎮县"))),
                Defect.harmless(
                                "id-first-issued-elsewhere",
                                new Book(Right.training().set("C9", People.id("341524", LocalDate.of(1975, 3, 5)))))
                        .note("number-issued-elsewhere", "C9", "341524**********0X"),
                Defect.harmless(
                                "row-inserted-above-the-table",
                                new Book(Right.training().insertRow(4)))
                        .note("heading-moved", "A6", ""),
                Defect.harmless(
                                "column-that-the-form-does-not-have",
                                new Book(Right.training().set("M5", "联系人")))
                        .note("column-unknown", "M5", "联系人"),
                Defect.harmless("hidden-row", new Book(Right.training().hideRow(9)))
                        .note("hidden-rows", "A9", ""),
                Defect.harmless("hidden-column", new Book(Right.training().hideColumn(3)))
                        .note("hidden-columns", "D6", ""),
                Defect.harmless(
                                "hidden-sheet",
                                new Book(
                                        new Page("说明", "填报说明", 1),
                                        Right.training().hide()))
                        .finding("note", "hidden-sheet", "技能培训花名册", "", "")
                        .note("sheet-ignored", "", ""));
    }

    private static Page styledBelow(Page page) {
        for (int i = 0; i < 300; i++) {
            page.row();
        }
        return page;
    }
}
