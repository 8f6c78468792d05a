package org.xianbao;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A return that the project does not know: who worked in the workshops of a county, with its rules and indicators. */
public final class Workshop {
    public static final String TIANZHEN = "140222";
    public static final String JINZHAI = "341524";

    /** 寿县 as it was until November 2015, in 六安. */
    public static final String SHOU = "341521";

    /** 寿县 since December 2015, in 淮南. */
    public static final String SHOU_NOW = "340422";

    /** In 淮南. */
    public static final String FENGTAI = "340421";

    /** A district of 大同市 until February 2018, when it was divided. */
    public static final String CHENGQU = "140202";

    /** Likewise, and now part of {@link #YUNGANG}. */
    public static final String KUANGQU = "140203";

    public static final String YUNGANG = "140214";

    public static final String RETURN = """
            return: workshop
            title: {zh: 扶贫车间用工花名册, en: Workers of the workshops}
            every: month
            due: 5 days
            key: [person]
            form:
              kind: roster
              sheet: "*车间*"
              expect: {A1: "扶贫车间用工花名册*"}
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
              rows: {heading: 4-5, until: "合计*"}
              columns:
                name:   {under: 姓名, en: name, type: name, required: true}
                person: {under: 身份证号, en: citizen ID, type: citizen-id, required: true}
                phone:  {under: 联系电话, en: phone, type: phone}
                craft:  {under: 务工/工种, en: craft, type: code, list: craft, required: true}
                days:   {under: 务工/天数, en: days, type: integer, unit: 天}
                pieces: {under: 务工/件数, en: pieces, type: quantity, unit: 件, qualified: true}
                wages:  {under: 工资, en: wages, type: amount, unit: 元, reported: 万元}
            rules:
              reject:
                person-once: {unique: [person]}
                days-of-a-month: {check: days between 0 and 31}
                total-agrees: {total: [days, wages], tolerance: 0}
              query:
                wages-jump:
                  check: wages <= 3 * prev.wages
                  say: {zh: "工资 {wages} 元，上期 {prev.wages} 元", en: "wages {wages}, {prev.wages} before"}
                wages-plausible: {check: wages <= 20000}
            """;

    private static final String CRAFTS = """
            code,zh,en,aliases
            sewing,缝纫,sewing,服装缝纫
            tea,制茶,tea,
            """;

    public static final String INDICATORS = """
            theme: {zh: 扶贫车间, en: Workshops}
            indicators:
              workshop-places:
                title: {zh: 车间用工人次, en: Workers}
                kind: flow
                unit: 人次
                from: workshop
                value: count(*)
              workshop-pieces:
                title: {zh: 加工件数, en: Pieces made}
                kind: flow
                unit: 件
                from: workshop
                value: sum(pieces)
              workshop-wages:
                title: {zh: 工资总额, en: Wages}
                kind: flow
                unit: 元
                from: workshop
                value: sum(wages)
              workshop-pay:
                title: {zh: 人均工资, en: Wages a worker}
                kind: ratio
                unit: 元
                from: workshop
                value: sum(wages)
                denominator: count(wages)
            """;

    private static final Map<String, String> NAMES = Map.of(
            TIANZHEN, "天镇县",
            JINZHAI, "金寨县",
            SHOU, "寿县",
            SHOU_NOW, "寿县",
            FENGTAI, "凤台县",
            CHENGQU, "大同市城区",
            KUANGQU, "大同市矿区",
            YUNGANG, "云冈区");

    private Workshop() {}

    /** The pipeline with this return, as {@link #RETURN} has it or as changed. */
    public static Pipeline define(Pipeline pipeline, String yaml) {
        return pipeline.define("lists/craft.csv", CRAFTS)
                .define("indicators/workshop.yaml", INDICATORS)
                .defineReturn(yaml);
    }

    /** Rows of the form around the given ones, which are {@code name|person|phone|craft|days|pieces|wages}. */
    public static String[] form(String county, String period, String... rows) {
        List<String> lines = new ArrayList<>(List.of(
                "扶贫车间用工花名册",
                "填报单位|" + NAMES.get(county) + "|||报告期|" + period,
                "",
                "姓名|身份证号|联系电话|务工|||工资（万元）",
                "|||工种|天数|件数|"));
        lines.addAll(Arrays.asList(rows));
        return lines.toArray(String[]::new);
    }

    public static String row(String county, int n, String wages) {
        return "王" + "甲乙丙丁戊己庚辛壬癸".charAt(n % 10) + "|" + Sent.id(county, n) + "|138" + (10_000_000 + n) + "|缝纫|"
                + (n % 28 + 1) + "|" + (n % 7 == 0 ? n % 90 + 10 + "余" : n % 90 + 10) + "|" + wages;
    }

    /** A workbook with so many rows, all sound but for some wages that jump. */
    public static void send(Path file, String day, String county, String period, int rows, String wages) {
        String[] form = form(county, period);
        form[3] += "|备注";
        Stream<String> body = IntStream.range(0, rows)
                .mapToObj(n -> (n % 3000 == 7 ? "~" : "") + row(county, n, n % 5000 == 4999 ? "9.5" : wages) + "|"
                        + (n % 4000 == 3999 ? "\n小计||||1" : ""))
                .flatMap(String::lines);
        try (Sent sent = new Sent(file)) {
            sent.sheet("车间用工", Stream.concat(Stream.of(form), body)).on(day);
        }
    }
}
