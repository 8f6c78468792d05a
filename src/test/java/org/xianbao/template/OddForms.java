package org.xianbao.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.Sent;
import org.xianbao.cell.CellKind;
import org.xianbao.definition.Column;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.value.Regions;

/** Definitions of forms that the project does not know, with blank forms of them and valid rows to fill in. */
final class OddForms {
    private static final String HEAD = """
            title: {zh: %s, en: Odd}
            every: %s
            due: 5 days
            key: [%s]
            form:
              kind: %s
              header:
                county: {%s, type: region}
                period: {%s, type: period}
            """;
    private static final String AFTER_COUNTY = "after: 填报单位（盖章）";
    private static final String AFTER_PERIOD = "after: 报告期";

    private final Path jobs;
    private final Path directory;

    OddForms(Path directory) throws IOException {
        this.directory = directory;
        this.jobs = directory.resolve("jobs");
        for (String name : List.of("nightly.yaml", "close.yaml", "lists/regions.csv", "lists/reporters.csv")) {
            define(name, Files.readString(Path.of("jobs", name)));
        }
        define("lists/reporters.csv", "region,return,from,to,exempt\n");
        define("lists/short.csv", "code,zh,en,aliases\na,甲类,first,\nb,乙类,second,\n");
        String many = IntStream.range(0, 60)
                .mapToObj(i -> "m" + i + ",\"第 " + i + " 类，其他\",kind " + i + ",\n")
                .reduce("", String::concat);
        define("lists/many.csv", "code,zh,en,aliases\n" + many);
    }

    private void define(String file, String text) throws IOException {
        Path target = jobs.resolve(file);
        Path folder = target.getParent();
        Files.createDirectories(folder == null ? jobs : folder);
        Files.writeString(target, text);
    }

    private static String head(String title, String every, String key, String kind) {
        return HEAD.formatted(title, every, key, kind, AFTER_COUNTY, AFTER_PERIOD);
    }

    private static String everyType() {
        return head("各类栏目花名册", "month-21st", "id", "roster") + """
                    total: {after: 指标1, type: quantity, unit: 人, qualified: true, en: total}
                    basis: {after: 口径, type: code, list: short, en: basis, required: true}
                    since: {at: Z2, type: date, zh: 起始日期, en: since}
                  rows: {heading: 5-7, until: "总计*"}
                  missing: {"—": none, "…": below-unit, "*": not-applicable, blank: unknown}
                  columns:
                    no:      {under: 行次, en: number, type: integer}
                    who:     {under: 人员/姓名, en: name, type: name, required: true}
                    id:      {under: 人员/证件/身份证号, en: ID, type: citizen-id, required: true}
                    tel:     {under: 人员/证件/联系电话, en: phone, type: phone}
                    code:    {under: 单位/统一社会信用代码, en: code, type: credit-code}
                    place:   {under: 单位/所在地, en: place, type: region}
                    note:    {under: 单位/内设机构/处/科室, en: office, type: text}
                    kind:    {under: 类别, en: kind, type: code, list: many}
                    poor:    {under: 是否贫困户, en: poor, type: flag}
                    days:    {under: 数量/天数, en: days, type: integer, unit: 天, required: true}
                    weight:  {under: 数量/重量（千克）, en: weight, type: decimal, unit: 千克}
                    people:  {under: 数量/人次, en: people, type: quantity, unit: 人次, qualified: true}
                    wages:   {under: 数量/工资, en: wages, type: amount, unit: 元, reported: 万元}
                    rate:    {under: 比率, en: rate, type: percent}
                    from_on: {under: 起止/开始, en: from, type: date}
                    month:   {under: 起止/所属月份, en: month, type: period}
                    year:    {under: 起止/年份, en: year, type: year}
                rules:
                  reject:
                    id-once: {unique: [id]}
                    adds-up: {total: [days, weight, people, wages], tolerance: 0}
                """;
    }

    private static String longGrid() {
        String items = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "        i" + i + ": {zh: \"" + (i % 5 == 0 ? "其中：" : "") + "第" + i + "项指标\", en: item "
                        + i + "}\n")
                .reduce("", String::concat);
        return head("年度综合统计表", "year", "item", "grid") + "  rows:\n    heading: 4-6\n    stub: 指标/名称\n    items:\n"
                + items + """
                        total: {zh: 总计数, en: total}
                  columns:
                    first:  {under: 城镇/男性/合计, en: first, type: quantity, unit: 人}
                    second: {under: 城镇/女性, en: second, type: quantity, unit: 人, qualified: true}
                    third:  {under: 农村, en: third, type: amount, unit: 万元}
                rules:
                  reject:
                    sums:
                      over: submission
                      check: "abs(sum(third) filter (where item not in ('total', 'i1')) - max(third) filter (where item = 'total')) <= 0.01"
                """;
    }

    private static String cramped() {
        return HEAD.formatted("一行表头", "event", "what", "roster", "at: C1", "at: E1") + """
                    stated: {after: 数据来源, type: text, en: source}
                  expect: {A1: "*一行表头*", G1: "机密"}
                  sheet: "?号表*"
                  rows: {heading: 2}
                  columns:
                    what: {under: 事项, en: what, type: text}
                    number: {under: 数值, en: number, type: decimal}
                """;
    }

    private static String byNumbers() {
        return head("按编号填报的基层表", "half", "", "unit") + """
                  sheet: "*"
                  rows: {heading: 5-6, stub: 指标名称, value: 本期/数量}
                  columns:
                    one:  {item: "01", zh: 村数, en: villages, type: integer, unit: 个, required: true}
                    two:  {item: "02", zh: "其中：已通路", en: with roads, type: integer, unit: 个}
                    kind: {item: "03", zh: 主导产业, en: trade, type: code, list: many}
                    seen: {item: "04", zh: 核查日期, en: seen on, type: date}
                """;
    }

    record Odd(String name, String yaml, String period) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> odd() {
        return Stream.of(
                new Odd("every_type", everyType(), "2018-06"),
                new Odd("long_grid", longGrid(), "2018"),
                new Odd("cramped", cramped(), "2018-10-15"),
                new Odd("by_numbers", byNumbers(), "2018H2"));
    }

    Definitions definitions(Odd odd) throws IOException {
        define("returns/" + odd.name() + "/2010.yaml", "return: " + odd.name() + "\n" + odd.yaml());
        return DefinitionsLoader.load(jobs);
    }

    Path blank(Definitions definitions, Odd odd, @Nullable String name) throws IOException {
        ReturnDefinition definition = definitions.layouts(odd.name()).get(0);
        Period period = Period.parse(odd.period(), definition.every()).orElseThrow();
        Region county = name == null
                ? null
                : new Regions(definitions.regions()).county(name, period.end()).orElseThrow();
        Path blank = directory.resolve(odd.name() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(blank)) {
            BlankForm.write(definitions, new Order(definition, period, county, List.of(), 8), out);
        }
        return blank;
    }

    /** A value for every cell, valid by its type. */
    static List<Values.Row> rows(ReturnDefinition definition) {
        Form form = definition.form();
        List<String> items = new ArrayList<>(form.items().keySet());
        int size = form.kind() == Form.Kind.ROSTER ? 5 : form.kind() == Form.Kind.GRID ? items.size() : 1;
        List<Values.Row> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, Values.Value> cells = new LinkedHashMap<>();
            for (Column column : definition.columns()) {
                cells.put(column.name(), value(column, i));
            }
            rows.add(new Values.Row(form.kind() == Form.Kind.GRID ? items.get(i) : "", cells));
        }
        return rows;
    }

    private static Values.Value value(Column column, int row) {
        return switch (column.type()) {
            case TEXT -> text("第" + row + "项");
            case NAME -> text("王小" + "一二三四五".charAt(row % 5));
            case INTEGER, DECIMAL, AMOUNT -> number("" + (row + 1));
            case QUANTITY -> column.qualified() && row == 2 ? text("6300余") : number(row + ".1");
            case PERCENT -> number("39.9");
            case DATE -> new Values.Value(CellKind.DATE, "2018-06-0" + (row % 9 + 1));
            case PERIOD -> text("2018年5月");
            case YEAR -> number("2018");
            case REGION -> text("天镇县");
            case CODE -> text("short".equals(column.list()) ? "乙类" : "第 " + row + " 类，其他");
            case FLAG -> text(row % 2 == 0 ? "是" : "否");
            case CITIZEN_ID -> text(Sent.id("140222", row + 1));
            case CREDIT_CODE -> text("91350100M000100Y43");
            case PHONE -> text("1380000000" + row);
        };
    }

    private static Values.Value text(String text) {
        return new Values.Value(CellKind.TEXT, text);
    }

    private static Values.Value number(String digits) {
        return new Values.Value(CellKind.NUMBER, digits);
    }
}
