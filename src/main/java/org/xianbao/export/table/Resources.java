package org.xianbao.export.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Coverage;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.MissingReturn;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.edition.Status;
import org.xianbao.export.table.Resource.Field;
import org.xianbao.export.table.Resource.Reference;

/** The tables of an edition's data package. */
final class Resources {
    /** Stands for the source of a figure that only one source states; a key has no blanks. */
    static final String ONLY = "_Z";

    private static final Map<String, Object> REQUIRED = Map.of("required", true);
    private static final Map<String, Object> COUNT = Map.of("required", true, "minimum", 0);

    private Resources() {}

    static List<Resource> of(PublishedEdition edition) {
        return List.of(figures(edition), indicators(edition), regions(edition), coverage(edition), missing(edition));
    }

    private static Resource figures(PublishedEdition edition) {
        List<Field> fields = List.of(
                field("indicator", "string", REQUIRED, "指标", "indicator"),
                field("region", "string", REQUIRED, "地区代码", "region, by its code"),
                field(
                        "source",
                        "string",
                        REQUIRED,
                        "来源；_Z 为只有一个来源，* 为各地公布来源合计",
                        "source; _Z: only one, *: what each region publishes"),
                field("published", "boolean", REQUIRED, "是否公布的数字", "whether it is the published one"),
                field("value", "number", Map.of(), "数值；未公布的为空", "value; empty when suppressed"),
                field("qualifier", "string", Map.of("enum", qualifiers()), "限定；空为确数", "how exact; empty: exact"),
                field("status", "string", Map.of("required", true, "enum", statuses()), "状态", "SDMX CL_OBS_STATUS"),
                field("numerator", "number", Map.of(), "分子", "numerator of a ratio"),
                field("denominator", "number", Map.of(), "分母", "denominator of a ratio"),
                field("reported", "integer", COUNT, "已报份数", "returns it rests on"),
                field("expected", "integer", COUNT, "应报份数", "returns owed"));
        CsvText csv = header(fields);
        for (Figure f : edition.figures()) {
            csv.line(
                    f.statistic().code(),
                    f.region(),
                    f.source().isEmpty() ? ONLY : f.source(),
                    f.published(),
                    f.value(),
                    TidyCsv.qualifier(f),
                    f.status(),
                    f.numerator(),
                    f.denominator(),
                    f.reported(),
                    f.expected());
        }
        return new Resource(
                "figures",
                new Bilingual("数字", "Figures"),
                fields,
                List.of("indicator", "region", "source"),
                List.of(new Reference("indicator", "indicators", "code"), new Reference("region", "regions", "code")),
                csv.toString());
    }

    private static List<String> statuses() {
        return Arrays.stream(Status.values()).map(Status::name).toList();
    }

    private static List<String> qualifiers() {
        return List.of(">", "<", "≈", "≈<", "≈>", "rounded", "derived");
    }

    private static Resource indicators(PublishedEdition edition) {
        List<Field> fields = List.of(
                field("code", "string", REQUIRED, "指标代码", "code"),
                field("zh", "string", REQUIRED, "名称", "title in Chinese"),
                field("en", "string", REQUIRED, "英文名称", "title in English"),
                field("theme_zh", "string", REQUIRED, "主题", "theme in Chinese"),
                field("theme_en", "string", REQUIRED, "英文主题", "theme in English"),
                field("kind", "string", REQUIRED, "种类：决定能否相加", "kind: what may be added"),
                field("unit", "string", REQUIRED, "计量单位", "unit"));
        CsvText csv = header(fields);
        for (Statistic s : edition.statistics()) {
            csv.line(
                    s.code(),
                    s.title().zh(),
                    s.title().en(),
                    s.theme().zh(),
                    s.theme().en(),
                    s.kind(),
                    s.unit());
        }
        return resource("indicators", "指标", "Indicators", fields, List.of("code"), List.of(), csv);
    }

    private static Resource regions(PublishedEdition edition) {
        List<Field> fields = List.of(
                field("code", "string", REQUIRED, "代码（GB/T 2260）", "code (GB/T 2260)"),
                field("name", "string", REQUIRED, "名称", "name"),
                field("level", "string", REQUIRED, "级别", "level"),
                field("parent", "string", Map.of(), "上级代码", "code of the region above"));
        CsvText csv = header(fields);
        for (Area a : edition.areas()) {
            csv.line(a.code(), a.name(), a.level(), a.parent());
        }
        return resource(
                "regions",
                "地区（期末区划）",
                "Regions, as on the last day of the period",
                fields,
                List.of("code"),
                List.of(new Reference("parent", "", "code")),
                csv);
    }

    private static Resource coverage(PublishedEdition edition) {
        List<Field> fields = List.of(
                field("return", "string", REQUIRED, "报表", "return"),
                field("zh", "string", REQUIRED, "表名", "title in Chinese"),
                field("en", "string", REQUIRED, "英文表名", "title in English"),
                field("owed", "integer", COUNT, "应报份数", "returns owed"),
                field("reported", "integer", COUNT, "应报中已报", "of these, come in"),
                field("unasked", "integer", COUNT, "不应报而报", "come though not owed"));
        CsvText csv = header(fields);
        for (Coverage c : edition.coverage()) {
            csv.line(c.returnName(), c.title().zh(), c.title().en(), c.owed(), c.reported(), c.unasked());
        }
        return resource("coverage", "报送率", "Coverage", fields, List.of("return"), List.of(), csv);
    }

    private static Resource missing(PublishedEdition edition) {
        List<Field> fields = List.of(
                field("return", "string", REQUIRED, "报表", "return"),
                field("region", "string", REQUIRED, "县代码", "county"),
                field("region_name", "string", REQUIRED, "县名", "its name"),
                field("period", "string", REQUIRED, "未报的报告期", "period not reported for"),
                field("deadline", "datetime", REQUIRED, "截止时刻", "deadline"));
        CsvText csv = header(fields);
        for (MissingReturn m : edition.missing()) {
            csv.line(
                    m.returnName(),
                    m.region(),
                    m.regionName(),
                    m.period(),
                    m.deadline().toInstant());
        }
        return resource(
                "missing",
                "结账时应报未报",
                "Not reported when the edition was closed",
                fields,
                List.of("return", "region", "period"),
                List.of(),
                csv);
    }

    private static Resource resource(
            String name,
            String zh,
            String en,
            List<Field> fields,
            List<String> key,
            List<Reference> references,
            CsvText csv) {
        return new Resource(name, new Bilingual(zh, en), fields, key, references, csv.toString());
    }

    private static CsvText header(List<Field> fields) {
        return new CsvText().line(fields.stream().map(Field::name).toArray());
    }

    private static Field field(String name, String type, Map<String, Object> constraints, String zh, String en) {
        return new Field(name, type, new Bilingual(zh, en), constraints);
    }
}
