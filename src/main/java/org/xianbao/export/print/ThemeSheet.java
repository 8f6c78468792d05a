package org.xianbao.export.print;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Qualifier;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.edition.Status;
import org.xianbao.export.words.Words;
import org.xianbao.value.Periods;

/**
 * Figures of a theme, as many indicators as a page is wide: a row a region, two columns an indicator, the number and what
 * is to be said of it.
 */
final class ThemeSheet {
    private static final int AREA = 0;
    private static final int CODE = 1;
    private static final int FIRST = 2;
    private static final int AREA_WIDTH = 20;
    private static final int CODE_WIDTH = 9;
    private static final int FLAG_WIDTH = 4;
    private static final int LEAST_WIDTH = 9;
    /** Rows that, with a chart below them, still fit on a page. */
    private static final int ROWS_BESIDE_A_CHART = 30;

    private final PublishedEdition edition;
    private final Bilingual theme;
    private final List<Statistic> statistics;
    private final Map<String, Map<String, List<Figure>>> figures;
    private final List<Area> areas;
    private final Map<Statistic, Integer> decimals;
    private final Page page;

    ThemeSheet(PublishedEdition edition, Bilingual theme, List<Statistic> statistics, XSSFSheet sheet, Looks looks) {
        this.edition = edition;
        this.theme = theme;
        this.statistics = statistics;
        this.figures = edition.figures().stream()
                .filter(f -> f.statistic().theme().equals(theme))
                .collect(Collectors.groupingBy(
                        f -> f.statistic().code(), HashMap::new, Collectors.groupingBy(Figure::region)));
        this.areas = edition.areas().stream().filter(this::told).toList();
        this.decimals = statistics.stream().collect(Collectors.toMap(s -> s, s -> Captions.decimals(s, all(s))));
        this.page = new Page(sheet, looks, widths());
    }

    private boolean told(Area area) {
        return statistics.stream().anyMatch(s -> !stated(s, area).isEmpty());
    }

    /** The published figure; null when the region has none, or several and none of them is published. */
    private @Nullable Figure published(Statistic statistic, Area area) {
        return stated(statistic, area).stream()
                .filter(Figure::published)
                .findFirst()
                .orElse(null);
    }

    private List<Figure> stated(Statistic statistic, Area area) {
        return figures.getOrDefault(statistic.code(), Map.of()).getOrDefault(area.code(), List.of());
    }

    private List<Figure> all(Statistic statistic) {
        return areas.stream().flatMap(a -> stated(statistic, a).stream()).toList();
    }

    private int decimals(Statistic statistic) {
        return decimals.getOrDefault(statistic, 0);
    }

    private int[] widths() {
        int[] widths = new int[FIRST + 2 * statistics.size()];
        widths[AREA] = AREA_WIDTH;
        widths[CODE] = CODE_WIDTH;
        for (int i = 0; i < statistics.size(); i++) {
            widths[FIRST + 2 * i] = Math.max(LEAST_WIDTH, longest(statistics.get(i)) + 2);
            widths[FIRST + 2 * i + 1] = FLAG_WIDTH;
        }
        return widths;
    }

    private int longest(Statistic statistic) {
        return all(statistic).stream()
                .mapToInt(f -> Captions.width(f, decimals(statistic)))
                .max()
                .orElse(0);
    }

    /** @param chart what is drawn below the table; null for nothing */
    void draw(@Nullable ThemeChart chart) {
        Map<String, String> values = Map.of(
                "theme", theme.zh(),
                "theme_en", theme.en(),
                "long", Periods.chinese(edition.period()),
                "period", edition.period().label());
        Bilingual title = Words.of("theme", values);
        page.title(title.zh(), title.en(), Captions.line(edition));
        int head = page.next();
        head();
        int body = page.next();
        areas.forEach(this::row);
        page.rule();
        notes();
        if (chart != null) {
            chart.draw(page);
        }
        page.sheet().createFreezePane(FIRST, body);
        page.sheet().setRepeatingRows(new CellRangeAddress(head, body - 1, -1, -1));
        page.print(edition, true, chart == null ? 0 : 1);
    }

    /** Whether a chart below the table stays on the page with it. */
    boolean hasRoom() {
        return areas.size() <= ROWS_BESIDE_A_CHART;
    }

    private void head() {
        int zh = page.begin(Look.center(Look.Part.HEAD), 18);
        int en = page.begin(Look.center(Look.Part.HEAD_EN), 12);
        int unit = page.begin(Look.center(Look.Part.UNIT), 14);
        Bilingual region = Words.of("region");
        Bilingual code = Words.of("code");
        page.put(zh, AREA, Look.left(Look.Part.HEAD), region.zh());
        page.put(en, AREA, Look.left(Look.Part.HEAD_EN), region.en());
        page.put(zh, CODE, Look.left(Look.Part.HEAD), code.zh());
        page.put(en, CODE, Look.left(Look.Part.HEAD_EN), code.en());
        for (int i = 0; i < statistics.size(); i++) {
            Statistic s = statistics.get(i);
            int column = FIRST + 2 * i;
            head(zh, column, Look.center(Look.Part.HEAD), s.title().zh());
            head(en, column, Look.center(Look.Part.HEAD_EN), s.title().en());
            head(
                    unit,
                    column,
                    Look.center(Look.Part.UNIT),
                    Words.of("unit", Map.of("unit", s.unit())).zh());
        }
    }

    private void head(int row, int column, Look look, String text) {
        page.put(row, column, look, text);
        page.merge(row, column, column + 1);
        page.fit(row, look, text, column, column + 1);
    }

    private void row(Area area) {
        boolean strong = area.level().equals("nation") || area.level().equals("province");
        Look.Part part = strong ? Look.Part.STRONG : Look.Part.BODY;
        int row = page.begin(Look.left(part), 17);
        page.put(row, AREA, Look.indented(part, area.depth()), area.name());
        page.put(row, CODE, Look.left(strong ? Look.Part.STRONG_CODE : Look.Part.CODE), area.code());
        for (int i = 0; i < statistics.size(); i++) {
            Statistic s = statistics.get(i);
            figure(row, FIRST + 2 * i, s, area, part);
        }
    }

    private void figure(int row, int column, Statistic statistic, Area area, Look.Part part) {
        List<Figure> stated = stated(statistic, area);
        if (stated.isEmpty()) {
            return;
        }
        Figure figure = published(statistic, area);
        BigDecimal value = figure == null ? null : figure.value();
        if (figure == null) {
            page.put(row, column, text(part), Words.of("see-sources").zh());
        } else if (value == null) {
            page.put(row, column, text(part), Captions.suppressed().zh());
        } else {
            String format = Captions.format(statistic, figure.qualifier(), decimals(statistic));
            page.put(row, column, Look.number(part, format), value.doubleValue());
        }
        String flag =
                (figure == null ? "" : Captions.flag(figure)) + (stated.size() > 1 ? " " + Captions.OTHER_SOURCES : "");
        Look.Part beside = part == Look.Part.STRONG ? Look.Part.STRONG_FLAG : Look.Part.FLAG;
        page.put(row, column + 1, Look.left(beside), flag.strip());
    }

    private static Look text(Look.Part part) {
        return new Look(part, HorizontalAlignment.RIGHT, "@", 0);
    }

    /** What the signs of this sheet mean; those that are not used are left out. */
    private void notes() {
        Set<String> notes = new TreeSet<>();
        statistics.stream().flatMap(s -> all(s).stream()).forEach(f -> {
            if (f.qualifier() != Qualifier.EXACT) {
                notes.add(Captions.sign(f.qualifier()) + "  "
                        + Words.both(f.qualifier().meaning()));
            }
            if (f.status() != Status.A) {
                notes.add(f.status() + "  " + Words.both(f.status().meaning()));
            }
        });
        boolean disputed = areas.stream()
                .anyMatch(a -> statistics.stream().anyMatch(s -> stated(s, a).size() > 1));
        if (disputed) {
            notes.add(Captions.OTHER_SOURCES + "  " + Words.both("other-sources"));
        }
        notes.forEach(note -> page.across(Look.left(Look.Part.NOTE), note));
    }
}
