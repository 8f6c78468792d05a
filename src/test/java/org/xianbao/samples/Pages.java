package org.xianbao.samples;

/** What all sixteen forms share: the title block and the lines below the table. */
final class Pages {
    private Pages() {}

    /** Rows 1 to 4; headings, or a line of figures, follow. */
    static Page open(County county, String sheet, String title, int width, int number, String period, String unit) {
        return new Page(sheet, title, width)
                .block("制表机关：人力资源社会保障部", "表　　号：人社扶贫%02d表".formatted(number))
                .block("批准文号：（样表）", "有效期至：2019年12月")
                .block("填报单位：" + county.title(), "报告期：" + period, "计量单位：" + unit);
    }

    static Page close(Page page, County county, int year, int month) {
        People people = county.people();
        return page.footer(people.name(7), people.name(20), year + "年" + month + "月3日");
    }

    static String quarter(int year, int quarter) {
        return year + "年第" + quarter + "季度";
    }

    static String half(int year, int half) {
        return year + "年" + (half == 1 ? "上" : "下") + "半年";
    }
}
