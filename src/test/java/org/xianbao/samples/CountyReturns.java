package org.xianbao.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a county says of itself: profile, villages, poverty, insurance, measures, talent. */
final class CountyReturns {
    private static final List<String> UNIT_HEADINGS = List.of("编号", "项目", "单位", "数量");

    private CountyReturns() {}

    static Page county(County county, int year) {
        boolean tianzhen = county == County.TIANZHEN;
        Page page = Pages.open(county, "县情表", "县情表", 4, 1, year + "年", "年、个、位")
                .headings(1, UNIT_HEADINGS)
                .row("01", "定点帮扶起始年", "年", 1995)
                .row("02", "帮扶年数", "年", year - 1995)
                .row("03", "集中连片特困地区", "—", tianzhen ? "燕山—太行山区" : "大别山区")
                .row("04", "国家扶贫开发工作重点县", "—", "是")
                .row("05", "人社部定点扶贫县", "—", "是")
                .row("06", "乡镇数", "个", tianzhen ? 12 : 23)
                .row("07", "　其中：镇", "个", tianzhen ? 5 : 12)
                .row("08", "开国将军数", "位", tianzhen ? "—" : 59)
                .row("09", "劳务品牌", "—", tianzhen ? "天镇保姆" : "—")
                .row("10", "品牌起始年", "年", tianzhen ? 2011 : "—");
        return Pages.close(page, county, year + 1, 1);
    }

    /** 126 villages of Tianzhen, 59 of them delisted by 2017. Rows 5 to 6 headings. */
    static Page village(County county, int year) {
        Page page = Pages.open(county, "贫困村基本情况", "贫困村基本情况表", 10, 2, year + "年", "户、人")
                .headings(
                        2,
                        List.of(
                                "序号",
                                "行政村/村编码",
                                "行政村/村名",
                                "行政村/所在乡镇",
                                "出列情况/状态",
                                "出列情况/出列年份",
                                "户籍/户数",
                                "户籍/人口",
                                "其中：建档立卡贫困/户数",
                                "其中：建档立卡贫困/人口"));
        int[] sums = new int[4];
        for (int n = 0; n < 126; n++) {
            boolean delisted = n % 2 == 0 && n < 118;
            int[] counts = {90 + n * 13 % 80, 0, delisted ? 2 : 30 + n % 20, delisted ? 4 : 70 + n * 7 % 50};
            counts[1] = counts[0] * 5 / 2 + n % 7;
            page.row(
                    n + 1,
                    county.townshipCode(n) + "%03d".formatted(901 + n / 11),
                    county.village(n),
                    county.township(n),
                    delisted ? "已出列" : "在册",
                    delisted ? 2015 + n % 3 : "—",
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
        }
        page.total("合计", null, null, null, null, null, sums[0], sums[1], sums[2], sums[3]);
        return Pages.close(page, county, year + 1, 1);
    }

    /** The form until 2015; headings in row 5. */
    static Page poverty2010(County county, int year, double registered, double poor, Content incidence) {
        Page page = Pages.open(county, "减贫进度", "减贫进度表", 4, 3, year + "年", "万人、%")
                .headings(1, UNIT_HEADINGS)
                .row("01", "农村户籍人口", "万人", registered)
                .row("02", "　其中：贫困人口", "万人", poor)
                .row("03", "贫困发生率", "%", incidence);
        return Pages.close(page, county, year + 1, 1);
    }

    /** The form from 2016 on; headings in row 6. */
    static Page poverty2016(County county, int year, double registered, Object poor, String basis, Object incidence) {
        Page page = Pages.open(county, "减贫进度", "减贫进度表", 4, 3, year + "年", "万人、%")
                .block("数据来源：县扶贫办", "（建档立卡信息系统）")
                .headings(1, UNIT_HEADINGS)
                .row("01", "乡村户籍人口", "万人", registered)
                .row("02", "建档立卡贫困人口", "万人", poor)
                .row("03", "贫困人口口径", "—", basis)
                .row("04", "本年脱贫人口", "万人", null)
                .row("05", "综合贫困发生率", "%", incidence);
        return Pages.close(page, county, year + 1, 1);
    }

    /** Headings in rows 5 to 6, the stub in column A. */
    static Page insurance(County county, int year, int quarter) {
        int due = county == County.TIANZHEN ? 17_100 : 31_200;
        int insured = due - 700 + quarter * 100;
        int paid = 3_000 * quarter;
        int disabled = 200 * quarter;
        int medical = 4_000 * quarter;
        BigDecimal pensionPaid = BigDecimal.valueOf(paid, 2);
        BigDecimal medicalPaid = BigDecimal.valueOf(medical * 18L, 3);
        Page page = Pages.open(county, "社会保险扶贫", "社会保险扶贫情况表", 6, 9, Pages.quarter(year, quarter), "人、%、万元")
                .headings(2, List.of("险　种", "建档立卡贫困人员/应保人数", "建档立卡贫困人员/参保人数", "建档立卡贫困人员/参保率", "政府代缴/人数", "政府代缴/金额"))
                .row("城乡居民基本养老保险", due, insured, share(insured, due), paid, new Content.Amount(pensionPaid))
                .row(
                        "　其中：重度残疾人",
                        900,
                        900,
                        Content.percent("100"),
                        disabled,
                        new Content.Amount(BigDecimal.valueOf(disabled, 2)))
                .row(
                        "城乡居民基本医疗保险",
                        due + 2_000,
                        due + 2_000,
                        Content.percent("100"),
                        medical,
                        new Content.Amount(medicalPaid))
                .row("工伤保险", "—", "—", "—", "—", "—")
                .total("合　计", "—", "—", "—", paid + medical, new Content.Amount(pensionPaid.add(medicalPaid)));
        return Pages.close(page, county, quarter == 4 ? year + 1 : year, quarter == 4 ? 1 : quarter * 3 + 1);
    }

    private static Content share(int part, int whole) {
        return new Content.Share(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    /** The 21 measures of 2018 in four pillars; the split by pillar is made up. Headings in rows 5 to 6. */
    static Page measure(County county, int quarter) {
        int[] planned = {6, 7, 3, 5};
        int[][] started = {{4, 4, 2, 3}, {6, 6, 3, 5}, {6, 7, 3, 5}, {6, 7, 3, 5}};
        int[][] done = {{0, 0, 0, 0}, {1, 2, 0, 2}, {3, 4, 1, 4}, {5, 6, 3, 5}};
        String[] pillars = {"就业扶贫", "技能培训和人才扶贫", "社保扶贫", "党建扶贫"};
        Page page = Pages.open(county, "二十一条措施进展", "二十一条措施进展表", 6, 15, Pages.quarter(2018, quarter), "条、%")
                .headings(2, List.of("领　域", "措施/计划", "措施/已启动", "措施/其中：已完成", "进展/完成率", "进展/状态"));
        int[] sums = new int[3];
        for (int i = 0; i < pillars.length; i++) {
            int finished = done[quarter - 1][i];
            page.row(
                    pillars[i],
                    planned[i],
                    started[quarter - 1][i],
                    finished,
                    share(finished, planned[i]),
                    finished == planned[i] ? "已完成" : "推进中");
            sums[0] += planned[i];
            sums[1] += started[quarter - 1][i];
            sums[2] += finished;
        }
        page.total("合　计", sums[0], sums[1], sums[2], share(sums[2], sums[0]), "推进中");
        return Pages.close(page, county, quarter == 4 ? 2019 : 2018, quarter == 4 ? 1 : quarter * 3 + 1);
    }

    /** The programme reports its tours and teams without numbers. Headings in rows 5 to 6. */
    static Page talent(County county, int quarter) {
        Page page = Pages.open(county, "人才扶贫活动", "人才扶贫活动台账", 10, 8, Pages.quarter(2018, quarter), "人次、批次、万元")
                .headings(
                        2,
                        List.of("序号", "活动/名称", "活动/类别", "活动/组织单位", "活动/地点", "日期/开始", "日期/结束", "规模/人次", "规模/批次", "经费"));
        if (county == County.TIANZHEN && quarter == 2) {
            page.row(1, "农业技术人员赴发达地区考察培训", "外出考察培训", "人力资源社会保障部", "发达地区", "—", "—", "—", "—", "—");
        } else if (county == County.JINZHAI && quarter == 2) {
            page.row(1, "博士后科技服务团走进金寨", "博士后科技服务团", "人力资源社会保障部", "金寨县", "—", "—", "—", "—", "—");
            page.row(2, "海外留学人员服务团走进金寨", "海外留学人员服务团", "人力资源社会保障部", "金寨县", "—", "—", "—", "—", "—");
        } else {
            page.row(
                    1,
                    quarter + "季度人才需求摸底",
                    "人才项目",
                    "县人力资源和社会保障局",
                    county.title(),
                    "2018." + (quarter * 3 - 1) + ".6",
                    "2018." + (quarter * 3 - 1) + ".8",
                    12 + quarter,
                    1,
                    "—");
        }
        page.total("合计");
        return Pages.close(page, county, quarter == 4 ? 2019 : 2018, quarter == 4 ? 1 : quarter * 3 + 1);
    }
}
