package org.xianbao.samples;

import java.util.List;

/** Sheets that are not the form, or not quite. */
final class FormDefects {
    private FormDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of("county-nobody-knows", Right::training, p -> p.set("A4", "填报单位：桃花源县"))
                        .reject("county-unknown", "A4", "桃花源县"),
                Defect.of("county-not-filled-in", Right::training, p -> p.set("A4", "填报单位："))
                        .reject("county-missing", "A4", ""),
                Defect.of("period-that-is-none", Right::training, p -> p.set("E4", "报告期：近期"))
                        .reject("period-unknown", "E4", "近期"),
                Defect.of("quarter-in-a-monthly-return", Right::training, p -> p.set("E4", "报告期：2018年第2季度"))
                        .reject("period-unknown", "E4", "2018年第2季度"),
                Defect.of("period-not-filled-in", Right::training, p -> p.set("E4", "报告期："))
                        .reject("period-missing", "E4", ""),
                Defect.of("heading-renamed", Right::training, p -> p.set("K6", "考核结果"))
                        .reject("column-missing", "K6", "考核结果"),
                Defect.of("row-missing-in-the-form", Right::college, p -> p.set("B9", ""))
                        .reject("item-missing", "", ""),
                Defect.of("row-twice-in-the-form", Right::college, p -> p.set("B10", "累计选派支教教师"))
                        .reject("item-twice", "B10", ""),
                Defect.of(
                                "form-of-earlier-years",
                                new Book(CountyReturns.poverty2010(
                                        County.TIANZHEN, 2017, 18.44, 2.16, Content.percent("11.7"))),
                                Right::poverty)
                        .reject("old-form", "", ""),
                Defect.of("return-twice-in-a-workbook", new Book(Right.training(), again()), Right::training)
                        .reject("return-twice", "", ""),
                Defect.of("no-known-return", new Book(shoppingList()), Right::training)
                        .finding("reject", "refusal.no-known-return", "", "", ""));
    }

    private static Page again() {
        Page page = Right.training();
        Page copy = new Page("技能培训花名册（2）", "技能培训花名册", 12);
        copy.cells().putAll(page.cells());
        return copy;
    }

    private static Page shoppingList() {
        return new Page("采购清单", "办公用品采购清单", 3)
                .headings(1, List.of("品名", "数量", "单价"))
                .row("签字笔", 20, 2.5)
                .row("订书机", 3, 18);
    }
}
