package org.xianbao.export.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.words.Words;

/** Figures that several sources state, side by side, with the one that is published marked. */
final class SourcesSheet {
    private static final String PUBLISHED = "●";
    private static final Look TEXT = Look.left(Look.Part.BODY);

    private final PublishedEdition edition;
    private final Page page;
    private final Map<String, String> names;

    SourcesSheet(PublishedEdition edition, XSSFSheet sheet, Looks looks) {
        this.edition = edition;
        this.page = new Page(sheet, looks, 34, 18, 16, 8, 12, 6);
        this.names = edition.areas().stream().collect(Collectors.toMap(Area::code, Area::name));
    }

    void draw() {
        Bilingual title = Words.of("sources");
        page.title(title.zh(), title.en(), Captions.line(edition));
        Heads.write(
                page,
                "sources.indicator",
                "region",
                "sources.source",
                "sources.published",
                "sources.value",
                "sources.flag");
        edition.disputed().forEach(this::group);
        page.rule();
        page.print(edition, false, 0);
    }

    private void group(List<Figure> stated) {
        Figure first = stated.get(0);
        String indicator =
                first.statistic().title().zh() + "（" + first.statistic().unit() + "）";
        int row = line(first, stated);
        page.put(row, 0, TEXT, indicator);
        page.fit(row, TEXT, indicator, 0, 0);
        page.put(row, 1, TEXT, names.getOrDefault(first.region(), first.region()));
        stated.stream().skip(1).forEach(f -> line(f, stated));
    }

    private int line(Figure figure, List<Figure> stated) {
        int row = page.begin(TEXT, 17);
        page.put(row, 2, TEXT, source(figure));
        page.put(row, 3, Look.center(Look.Part.FLAG), figure.published() ? PUBLISHED : "");
        value(row, figure, stated);
        page.put(row, 5, Look.left(Look.Part.FLAG), Captions.flag(figure));
        return row;
    }

    private static String source(Figure figure) {
        return switch (figure.source()) {
            case "" -> Words.of("sources.unnamed").zh();
            case "*" -> Words.of("sources.total").zh();
            default -> figure.source();
        };
    }

    private void value(int row, Figure figure, List<Figure> stated) {
        BigDecimal value = figure.value();
        if (value == null) {
            page.put(
                    row,
                    4,
                    new Look(Look.Part.BODY, HorizontalAlignment.RIGHT, "@", 0),
                    Captions.suppressed().zh());
            return;
        }
        int decimals = Captions.decimals(figure.statistic(), stated);
        String format = Captions.format(figure.statistic(), figure.qualifier(), decimals);
        page.put(row, 4, Look.number(Look.Part.BODY, format), value.doubleValue());
    }
}
