package org.xianbao.samples;

import java.time.LocalDate;
import java.util.List;

/** Bases, the college, funds, rooms, donations and the record of events. */
final class MoneyReturns {
    private static final List<String> UNIT_HEADINGS = List.of("编号", "项目", "单位", "数量");

    private MoneyReturns() {}

    /** Three sources state three figures for Tianzhen: over 7000, over 6300 and 6610. Headings in rows 6 to 7. */
    static Page base(County county, int year, int quarter) {
        boolean tianzhen = county == County.TIANZHEN;
        Page page = Pages.open(county, "劳务协作基地", "劳务协作基地情况表", 9, 6, Pages.quarter(year, quarter), "人")
                .block(
                        "累计经培训就业：" + (tianzhen ? trainedEmployed(year, quarter) : "—"),
                        "累计输出：" + (tianzhen ? "—" : placed(year, quarter)),
                        "数据来源：" + source(county, year, quarter))
                .headings(
                        2,
                        List.of(
                                "序号",
                                "机构/名称",
                                "机构/类别",
                                "机构/统一社会信用代码",
                                "所在城市",
                                "设立/日期",
                                "设立/是否本期新设",
                                "输出人数/本期",
                                "输出人数/累计"));
        if (tianzhen) {
            page.row(1, "“天镇保姆”劳务输出公司", "劳务输出公司", "—", "太原市", "—", year == 2016 ? "是" : "否", null, null);
        } else {
            page.row(1, "金寨县驻苏州劳务协作基地", "驻外劳务协作基地", "—", "苏州市", "—", "否", null, null);
            page.row(2, "金寨县驻扬州劳务协作基地", "驻外劳务协作基地", "—", "扬州市", "—", "否", null, null);
        }
        page.total("合计");
        return Pages.close(page, county, quarter == 4 ? year + 1 : year, quarter == 4 ? 1 : quarter * 3 + 1);
    }

    private static String trainedEmployed(int year, int quarter) {
        return switch (year * 10 + quarter) {
            case 20182 -> "7000多";
            case 20183 -> "6300余";
            case 20184 -> "6610";
            default -> "—";
        };
    }

    private static String placed(int year, int quarter) {
        return year == 2018 && quarter >= 3 ? "200余" : "—";
    }

    private static String source(County county, int year, int quarter) {
        if (county == County.JINZHAI) {
            return year == 2018 && quarter >= 3 ? "人社部" : "—";
        }
        return switch (year * 10 + quarter) {
            case 20182 -> "新闻报道";
            case 20183 -> "人社部";
            case 20184 -> "县人社局";
            default -> "—";
        };
    }

    /** Headings in row 6. */
    static Page college(int year, int quarter) {
        int n = year == 2018 ? quarter : year == 2017 ? 0 : -1;
        Object[] visits = {"—", 9, 12, 15, 18, "近20"};
        Object[] sent = {"—", 3, 3, 5, 5, 5};
        Object[] hosted = {"—", 20, 26, 35, 42, 47};
        Page page = Pages.open(County.JINZHAI, "技工院校帮扶", "技工院校帮扶情况表", 4, 7, Pages.quarter(year, quarter), "所、批次、名、万元")
                .block("受援院校：金寨技师学院", "（自2016年12月起累计）")
                .headings(1, UNIT_HEADINGS)
                .row("01", "对口支援院校", "所", 11)
                .row("02", "累计到校指导批次", "批次", visits[n + 1])
                .row("03", "累计选派支教教师", "名", sent[n + 1])
                .row("04", "累计接收跟教教师和管理者", "名", hosted[n + 1])
                .row("05", "在校生", "人", null)
                .row("06", "　其中：山区库区学生", "人", null)
                .row("07", "本期助学金出资", "万元", year == 2016 ? 50 : "—");
        return Pages.close(page, County.JINZHAI, quarter == 4 ? year + 1 : year, quarter == 4 ? 1 : quarter * 3 + 1);
    }

    /** Each county gets half of what was given to both. Headings in rows 5 to 6. */
    static Page fund(County county, int year, int quarter) {
        Page page = Pages.open(county, "扶贫资金", "扶贫资金台账", 7, 11, Pages.quarter(year, quarter), "万元")
                .headings(2, List.of("序号", "资金/来源", "资金/计划或实际", "资金/金额", "占清缴党费比例", "使用/用途", "使用/到账日期"));
        if (year == 2016) {
            page.row(1, "助学金", "实际", 50, "—", "金寨技师学院助学金", LocalDate.of(2016, 12, 20));
        } else {
            int line = 1;
            if (quarter == 3) {
                page.row(line++, "清缴党费", "实际", 62.5, Content.percent("10"), "党员活动室和党员教育", LocalDate.of(2018, 7, 20));
                page.row(line++, "部属单位筹集", "实际", 100, "—", "县人社局扶贫项目", LocalDate.of(2018, 8, 15));
            }
            page.row(line, "清缴党费", "计划", "约187.5", Content.percent("30"), "未来三年支持两县", "—");
        }
        page.total("合计");
        return Pages.close(page, county, quarter == 4 ? year + 1 : year, quarter == 4 ? 1 : quarter * 3 + 1);
    }

    /** Five villages with new rooms in each county. Headings in rows 5 to 6. */
    static Page room(County county, int year) {
        Page page = Pages.open(county, "党员活动室", "党员活动室台账", 9, 12, year + "年", "个")
                .headings(
                        2,
                        List.of(
                                "序号",
                                "行政村/村名",
                                "行政村/所在乡镇",
                                "活动室/是否本年新建",
                                "活动室/启用日期",
                                "配备/电脑",
                                "配备/办公桌椅",
                                "配备/书籍",
                                "配备/配备单位"));
        for (int i = 0; i < 5; i++) {
            page.row(
                    i + 1,
                    county.village(i * 2 + 1),
                    county.township(i * 2 + 1),
                    "是",
                    LocalDate.of(year, 6 + i % 3, 20),
                    "是",
                    "是",
                    "是",
                    "人社部");
        }
        page.total("合计", "5个");
        return Pages.close(page, county, year + 1, 1);
    }

    /** Headings in rows 5 to 6. */
    static Page donation(County county, int year, int quarter) {
        Page page = Pages.open(county, "捐赠物资", "捐赠物资台账", 9, 13, Pages.quarter(year, quarter), "件、万元")
                .headings(2, List.of("序号", "捐赠/单位", "捐赠/物资类别", "捐赠/内容", "捐赠/数量", "捐赠/价值", "接收/县", "接收/单位", "接收/日期"));
        int line = 1;
        if (year == 2017 && county == County.TIANZHEN) {
            page.row(line++, "中国高级公务员培训中心", "桌椅和厨房设备", "桌椅、厨房设备", "—", "60余万元", "天镇县", "—", "—");
            page.row(line++, "中国人力资源和社会保障出版集团", "图书", "图书", "—", "20余万元", "天镇县", "—", "—");
        } else if (year == 2017) {
            page.row(line++, "人社部部属单位", "公益图书馆", "捐建公益图书馆", 1, "—", "金寨县", "金寨县一所小学", "—");
        }
        page.row(line, "部属各单位党组织", quarter % 2 == 0 ? "衣物" : "办公家具", "捐赠贫困群众", "—", "—", county.title(), "—", "—");
        page.total("合计");
        return Pages.close(page, county, quarter == 4 ? year + 1 : year, quarter == 4 ? 1 : quarter * 3 + 1);
    }

    /** What the ministry did stands in both counties' record under one number. Headings in rows 5 to 6. */
    static Page milestone(County county, int year, int half) {
        boolean tianzhen = county == County.TIANZHEN;
        Page page = Pages.open(county, "大事记", "领导小组及大事记", 8, 16, Pages.half(year, half), "按各行注明")
                .headings(2, List.of("序号", "事项/编号", "事项/类别", "事项/内容", "时间地点/日期", "时间地点/地点", "数值/数量", "数值/单位"));
        if (year == 2015) {
            page.row(1, "TZ-2015-01", "个案：县内培训天数", "贫困群众参加“保姆大学”家政服务培训（2015年春）", "—", "天镇县", 7, "天");
            page.row(2, "TZ-2015-02", "个案：北京培训天数", "同一学员到北京参加培训", "—", "北京市", 10, "天");
        } else if (half == 1) {
            page.row(1, "RSB-2018-01", "领导小组成立", "4月，人社部成立扶贫工作领导小组", "—", "北京市", null, null);
            page.row(2, "RSB-2018-02", "部党组专题会议", "研究定点扶贫工作（一）", "—", "北京市", null, null);
            page.row(3, "RSB-2018-03", "部党组专题会议", "研究定点扶贫工作（二）", "—", "北京市", null, null);
            page.row(4, "RSB-2018-04", "部党组专题会议", "研究定点扶贫工作（三）", "—", "北京市", null, null);
            page.row(5, "RSB-2018-05", "三年行动方案", "6月，制定定点帮扶两县的三年行动方案", "—", "北京市", null, null);
            if (tianzhen) {
                page.row(6, "TZ-2018-01", "个案：年收入", "同一学员在北京从事家政服务", "—", "北京市", "5多", "万元/年");
            }
        } else {
            page.row(1, "RSB-2018-06", "其他", "第二期党组织书记培训班开班", LocalDate.of(2018, 10, 15), "北京市", null, null);
        }
        page.total("合计");
        return Pages.close(page, county, half == 1 ? year : year + 1, half == 1 ? 7 : 1);
    }
}
