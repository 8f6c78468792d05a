package org.xianbao.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The rosters of people: training, placement, party classes, secondment. */
final class PeopleReturns {
    private static final List<String> TIANZHEN_COURSES = List.of("天镇保姆", "天镇保姆", "养老护理", "中式烹调");
    private static final List<String> JINZHAI_COURSES = List.of("茶叶加工", "养老护理", "缝纫", "电工");

    private static final List<String> TRAINING_HEADINGS = List.of(
            "序号", "姓　名", "身份证号", "所在乡镇", "是否\n贫困户", "培训/课程", "培训/阶段", "培训/开始日期", "培训/结束日期", "培训/天数", "结业/是否合格",
            "结业/证书编号");

    private PeopleReturns() {}

    /** Row 5 to 6 headings, trainees from row 7. */
    static Page training(County county, YearMonth month, Hand hand) {
        return training(county, month, hand, Integer.MAX_VALUE);
    }

    /** The same with the headings printed again above the trainee {@code turn}, counted from 0. */
    static Page training(County county, YearMonth month, Hand hand, int turn) {
        Page page = Pages.open(
                        county, "技能培训花名册", "技能培训花名册", 12, 4, hand.month(month.getYear(), month.getMonthValue()), "天")
                .headings(2, TRAINING_HEADINGS);
        int size = 8 + month.getMonthValue() % 5 * 2;
        int days = 0;
        for (int i = 0; i < size; i++) {
            if (i == turn) {
                page.note("续表").headingsAgain(2, TRAINING_HEADINGS);
            }
            days += trainee(page, county, month, hand, i);
        }
        page.total("合计", null, null, null, null, null, null, null, null, days, null, null);
        return Pages.close(page, county, month.getYear(), month.getMonthValue() + 1);
    }

    private static int trainee(Page page, County county, YearMonth month, Hand hand, int i) {
        int n = month.getMonthValue() * 40 + i;
        List<String> courses = county == County.TIANZHEN ? TIANZHEN_COURSES : JINZHAI_COURSES;
        String course = courses.get(i % courses.size());
        boolean beijing = course.equals("天镇保姆") && i % 4 == 1;
        int days = beijing ? 10 : course.equals("天镇保姆") ? 7 : 5 + i % 3;
        LocalDate ended = month.atDay(12 + i % 15);
        LocalDate started = ended.minusDays(days - 1L);
        boolean passed = i % 9 != 8;
        People people = county.people();
        page.row(
                i + 1,
                people.name(n),
                people.id(n),
                county.township(i),
                i % 6 == 5 ? "否" : "是",
                course,
                beijing ? "北京培训" : course.equals("天镇保姆") ? "县内培训" : "岗前培训",
                hand.date(started),
                hand.date(ended),
                hand.number(days),
                passed ? "是" : "否",
                passed
                        ? "%s%d%02d%03d"
                                .formatted(
                                        county == County.TIANZHEN ? "TZ" : "JZ",
                                        month.getYear(),
                                        month.getMonthValue(),
                                        i + 1)
                        : "—");
        return days;
    }

    /** Row 5 to 7 headings, workers from row 8. */
    static Page placement(County county, YearMonth month, Hand hand) {
        Page page = Pages.open(
                        county,
                        "转移就业花名册",
                        "贫困劳动力转移就业花名册",
                        13,
                        5,
                        hand.month(month.getYear(), month.getMonthValue()),
                        "万元")
                .headings(
                        3,
                        List.of(
                                "序号",
                                "姓　名",
                                "身份证号",
                                "所在乡镇",
                                "是否\n贫困户",
                                "输出/去向/类别",
                                "输出/去向/地区",
                                "输出/组织单位",
                                "就业/工种",
                                "就业/上岗日期",
                                "就业/是否在岗",
                                "就业/离岗日期",
                                "就业/年收入"));
        BigDecimal incomes = BigDecimal.ZERO;
        int line = 0;
        int size = 10 + month.getMonthValue() * 2;
        for (int n = 0; n < size; n++) {
            boolean leaves = n % 11 == 10 && n / 2 == month.getMonthValue() + 3;
            boolean left = n % 11 == 10 && n / 2 < month.getMonthValue() + 3;
            if (!left) {
                BigDecimal income = BigDecimal.valueOf(240 + n * 37 % 200, 2);
                worker(page, county, hand, ++line, n, income, leaves ? month.atDay(20) : null);
                incomes = incomes.add(income);
            }
        }
        page.total("合计", null, null, null, null, null, null, null, null, null, null, null, new Content.Amount(incomes));
        return Pages.close(page, county, month.getYear(), month.getMonthValue() + 1);
    }

    private static void worker(
            Page page,
            County county,
            Hand hand,
            int line,
            int n,
            BigDecimal income,
            @org.jspecify.annotations.Nullable LocalDate leftOn) {
        People people = county.people();
        boolean tianzhen = county == County.TIANZHEN;
        boolean near = n % 5 == 4;
        page.row(
                line,
                people.name(n),
                people.id(n),
                county.township(n),
                "是",
                near ? "县外省内" : "省外",
                near ? (tianzhen ? "太原市" : "合肥市") : tianzhen ? "北京市" : n % 2 == 0 ? "苏州市" : "扬州市",
                near ? "—" : tianzhen ? "“天镇保姆”劳务输出公司" : n % 2 == 0 ? "驻苏州劳务协作基地" : "驻扬州劳务协作基地",
                tianzhen ? (n % 3 == 2 ? "养老护理员" : "家政服务员") : n % 3 == 2 ? "电工" : "制造业工人",
                hand.date(LocalDate.of(2017, 3, 1).plusDays(n * 9L)),
                leftOn == null ? "是" : "否",
                leftOn == null ? "—" : hand.date(leftOn),
                new Content.Amount(income));
    }

    /** A class of a county: village secretaries first. Rows 6 to 7 headings. */
    static Page partyTraining(County county, LocalDate day, int number, int secretaries, int staff) {
        boolean first = number == 1;
        Page page = Pages.open(county, "党组织书记培训班", "党组织书记培训班花名册", 7, 10, number == 1 ? "2018年上半年" : "2018年下半年", "天、次")
                .block(
                        "开班日期：" + Hand.CHINESE.date(day),
                        "期次：" + number,
                        "理论授课：" + (first ? "3" : "—"),
                        "现场教学：" + (first ? "4" : "—"))
                .headings(2, List.of("序号", "学员/姓名", "学员/所在单位", "学员/所在乡镇", "学员/身份", "培训/天数", "培训/是否结业"));
        People people = county.people();
        for (int i = 0; i < secretaries + staff; i++) {
            boolean secretary = i < secretaries;
            page.row(
                    i + 1,
                    people.name(600 + number * 30 + i),
                    secretary
                            ? county.village(i)
                            : List.of("县委组织部", "县人社局", "县扶贫办", "县委党校").get((i - secretaries) % 4),
                    secretary ? county.township(i) : "—",
                    secretary ? "贫困村党组织书记" : "县乡同志",
                    first ? 7 : 5,
                    "是");
        }
        page.total("合计", null, (secretaries + staff) + "人");
        return Pages.close(page, county, day.getYear(), day.getMonthValue() + 1);
    }

    /** Rows 6 to 7 headings. */
    static Page secondment(County county, int year, int half) {
        boolean teams = year == 2018;
        Page page = Pages.open(county, "挂职干部及工作队", "挂职干部及工作队花名册", 9, 14, Pages.half(year, half), "人")
                .block("1995年以来累计选派：" + (county == County.TIANZHEN ? "30余" : "40余"), "（含原人事部、原劳动保障部选派）")
                .headings(
                        2,
                        List.of("序号", "干部/姓名", "干部/派出单位", "干部/职级", "任职/类别", "任职/工作队", "任职/职务", "任期/到任日期", "任期/离任日期"));
        People people = county.people();
        int size = teams ? 4 : 2;
        for (int i = 0; i < size; i++) {
            page.row(
                    i + 1,
                    people.name(800 + i),
                    "人力资源社会保障部",
                    i == 0 ? "副处级" : "科员",
                    teams ? "工作队队员" : "挂职干部",
                    teams ? "驻" + county.title() + "扶贫工作队" : "—",
                    teams ? (i == 0 ? "队长" : "队员") : i == 0 ? "副县长" : "第一书记",
                    LocalDate.of(teams ? 2018 : 2016, 5, 10),
                    "—");
        }
        page.total("合计", null, null, null, size + "人");
        return Pages.close(page, county, half == 1 ? year : year + 1, half == 1 ? 7 : 1);
    }
}
