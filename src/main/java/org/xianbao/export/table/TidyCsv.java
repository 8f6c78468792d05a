package org.xianbao.export.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Statistic;

/** An edition with one line a figure, for whoever opens it in a spreadsheet or reads it into a program. */
public final class TidyCsv {
    /** Without it Excel in China reads a file as GB 18030. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Object[] COLUMNS = {
        "period",
        "edition",
        "edition_kind",
        "theme_zh",
        "theme_en",
        "indicator",
        "indicator_zh",
        "indicator_en",
        "region",
        "region_name",
        "level",
        "source",
        "published",
        "value",
        "unit",
        "qualifier",
        "status",
        "kind",
        "numerator",
        "denominator",
        "reported",
        "expected"
    };

    private TidyCsv() {}

    public static String of(PublishedEdition edition) {
        Map<String, Area> areas = byCode(edition.areas());
        CsvText csv = new CsvText().line(COLUMNS);
        for (Figure f : edition.figures()) {
            Statistic s = f.statistic();
            Area area = areas.get(f.region());
            csv.line(
                    edition.period().label(),
                    edition.n(),
                    edition.kind(),
                    s.theme().zh(),
                    s.theme().en(),
                    s.code(),
                    s.title().zh(),
                    s.title().en(),
                    f.region(),
                    area == null ? f.region() : area.name(),
                    area == null ? null : area.level(),
                    f.source(),
                    f.published(),
                    f.value(),
                    s.unit(),
                    qualifier(f),
                    f.status(),
                    s.kind(),
                    f.numerator(),
                    f.denominator(),
                    f.reported(),
                    f.expected());
        }
        return BYTE_ORDER_MARK + csv;
    }

    /** The sign; empty for an exact figure, whose sign {@code =} begins a formula. */
    static String qualifier(Figure figure) {
        return switch (figure.qualifier()) {
            case EXACT -> "";
            case ROUNDED -> "rounded";
            default -> figure.qualifier().sign();
        };
    }

    private static Map<String, Area> byCode(List<Area> areas) {
        return areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
    }
}
