package org.xianbao.samples;

import java.time.LocalDate;
import java.util.List;

/** Sheets that are not the form, or not quite. */
final class FormDefects {
    private FormDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of("county-nobody-knows", Right::training, p -> p.set("A4", "填报单位：桃花源县"))
                        .reject("county-unknown", "A4", "桃花源县"),
                Defect.of("county-not-filled-in", Right::training, p -> p.set("A4", "填报单位："))
                        .reject("county-unknown", "B4", ""),
                Defect.of("period-that-is-none", Right::training, p -> p.set("E4", "报告期：近期"))
                        .reject("period-unknown", "E4", "近期"),
                Defect.of("quarter-in-a-monthly-return", Right::training, p -> p.set("E4", "报告期：2018年第2季度"))
                        .reject("period-unknown", "E4", "2018年第2季度"),
                Defect.of("period-not-filled-in", Right::training, p -> p.set("E4", "报告期："))
                        .reject("period-unknown", "F4", ""),
                Defect.of("heading-renamed", Right::training, p -> p.set("K6", "是否及格"))
                        .reject("column-missing", "K6", "结业/是否及格"),
                Defect.of("column-left-out", Right::training, p -> p.set("F6", "讲师"))
                        .reject("column-missing", "F6", "培训/讲师"),
                Defect.of("several-headings-renamed", Right::training, p -> p.set("F6", "培训项目")
                                .set("J6", "学时（天）")
                                .set("L6", "证书号"))
                        .reject("column-missing", "F6", "培训/培训项目")
                        .reject("column-missing", "J6", "培训/学时（天）")
                        .reject("column-missing", "L6", "结业/证书号"),
                Defect.of("group-heading-renamed", Right::placement, p -> p.set("F6", "流向"))
                        .reject("column-missing", "F6", "流向"),
                Defect.of("renamed-heading-over-dates", () -> Right.placement(7), FormDefects::nearerToAnother)
                        .reject("column-missing", "J6", "就业/离岗时间")
                        .reject("column-missing", "L6", "就业/何时"),
                Defect.of("heading-swapped-with-its-neighbour", Right::placement, p -> p.set("J6", "是否在岗")
                                .set("K6", "上岗日期"))
                        .reject("heading-swapped", "J6", "就业/是否在岗")
                        .reject("heading-swapped", "K6", "就业/上岗日期"),
                Defect.of("several-rows-renamed-in-the-form", Right::college, p -> p.set("B8", "到校指导次数")
                                .set("B10", "接待跟岗人员")
                                .set("B13", "助学资金"))
                        .reject("item-missing", "B8", "到校指导次数")
                        .reject("item-missing", "B10", "接待跟岗人员")
                        .reject("item-missing", "B13", "助学资金"),
                Defect.of("row-renamed-in-a-grid", Right::measure, p -> p.set("A8", "培训与人才"))
                        .reject("item-missing", "A8", "培训与人才"),
                Defect.of("heading-with-another-unit", Right::placement, p -> p.set("M6", "年收入（元）"))
                        .reject("unit-differs", "M6", "就业/年收入（元）"),
                Defect.of("row-missing-in-the-form", Right::college, p -> p.set("B9", "累计选派教授"))
                        .reject("item-missing", "B9", "累计选派教授"),
                Defect.of("row-twice-in-the-form", Right::college, p -> p.set("B10", "累计选派支教教师"))
                        .reject("item-twice", "B10", "累计选派支教教师"),
                Defect.of("line-below-the-total", Right::training, FormDefects::below)
                        .reject("rows-after-end", "A18", ""),
                Defect.of(
                                "form-of-earlier-years",
                                new Book(CountyReturns.poverty2010(
                                        County.TIANZHEN, 2017, 18.44, 2.16, Content.percent("11.7"))),
                                Right::poverty)
                        .reject("old-form", "", ""),
                Defect.of(
                                "form-of-later-years",
                                new Book(CountyReturns.poverty2016(
                                        County.TIANZHEN, 2015, 18.44, 5.58, "实数", Content.percent("30.3"))),
                                () -> CountyReturns.poverty2010(
                                        County.TIANZHEN, 2015, 18.44, 5.58, Content.percent("30.3")))
                        .reject("old-form", "", ""),
                Defect.harmless(
                                "column-inserted-at-the-left",
                                new Book(Right.base().insertColumn("A")))
                        .note("heading-moved", "B6", ""),
                Defect.of("return-twice-in-a-workbook", new Book(Right.training(), again()), Right::training)
                        .reject("return-twice", "", "")
                        .finding("reject", "return-twice", "技能培训花名册（2）", "", ""),
                Defect.of("no-known-return", new Book(shoppingList()), Right::training)
                        .finding("reject", "no-known-return", "", "", ""));
    }

    /** Each reads more like the other's heading than like its own. */
    private static void nearerToAnother(Page page) {
        page.set("J6", "离岗时间").set("L6", "何时");
    }

    /** A trainee who was added below the total. */
    private static void below(Page page) {
        People people = County.TIANZHEN.people();
        page.set("A18", 11)
                .set("B18", people.name(290))
                .set("C18", people.id(290))
                .set("D18", "玉泉镇")
                .set("E18", "是")
                .set("F18", "养老护理")
                .set("G18", "岗前培训")
                .set("H18", LocalDate.of(2018, 6, 20))
                .set("I18", LocalDate.of(2018, 6, 24))
                .set("J18", 5)
                .set("K18", "是")
                .set("L18", "TZ201806011");
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
