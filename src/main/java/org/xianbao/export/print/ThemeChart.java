package org.xianbao.export.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.export.edition.Area;
import org.xianbao.export.edition.Figure;
import org.xianbao.export.edition.PublishedEdition;
import org.xianbao.export.edition.Statistic;
import org.xianbao.export.words.Words;

/**
 * What the chart of a theme shows: counties side by side, a bar an indicator. Bars stand beside each other and are never
 * stacked, so nothing is added that may not be. Only indicators of one unit and of one order of magnitude share a chart.
 */
final class ThemeChart {
    private static final Set<String> NOT_DRAWN = Set.of("attribute", "event", "case");
    private static final int MOST_INDICATORS = 5;
    private static final int MOST_AREAS = 20;
    private static final BigDecimal SEEN = new BigDecimal("0.04");

    private final Bilingual theme;
    private final List<Statistic> statistics;
    private final List<Area> counties;
    private final Map<Statistic, Map<String, Figure>> figures;
    private final ChartData data;

    ThemeChart(PublishedEdition edition, Bilingual theme, ChartData data) {
        this.theme = theme;
        this.statistics = edition.statistics(theme);
        this.counties =
                edition.areas().stream().filter(a -> a.level().equals("county")).toList();
        this.figures = edition.figures().stream()
                .filter(f -> f.published() && f.statistic().theme().equals(theme))
                .collect(Collectors.groupingBy(
                        Figure::statistic, Collectors.toMap(Figure::region, f -> f, (one, other) -> one)));
        this.data = data;
    }

    /** Whether there are figures that compare. */
    boolean shows() {
        return !drawn().isEmpty();
    }

    /** Draws it below what the page has. */
    void draw(Page page) {
        List<Statistic> drawn = drawn();
        List<Area> shown = largest(drawn.get(0));
        Map<String, String> values = Map.of(
                "theme", theme.zh(),
                "theme_en", theme.en(),
                "unit", drawn.get(0).unit(),
                "n", Integer.toString(shown.size()));
        Bilingual title = Words.of(shown.size() < counties.size() ? "chart.largest" : "chart", values);
        List<ChartData.Series> series = drawn.stream()
                .map(s -> new ChartData.Series(
                        s.title().zh(), shown.stream().map(a -> drawn(s, a)).toList()))
                .toList();
        ChartData.Drawn where =
                data.add(title.zh(), shown.stream().map(Area::name).toList(), series);
        new BarChart(page, title)
                .draw(where, series.stream().map(ChartData.Series::title).toList());
    }

    /**
     * Those that the most counties have; of these, of the unit that most of them share; and of these, those whose bars can
     * be seen beside the longest.
     */
    private List<Statistic> drawn() {
        List<Statistic> comparable = statistics.stream()
                .filter(s -> !NOT_DRAWN.contains(s.kind()) && largestValue(s).signum() > 0)
                .toList();
        long most = comparable.stream().mapToLong(this::told).max().orElse(0);
        Map<String, List<Statistic>> byUnit = comparable.stream()
                .filter(s -> told(s) == most)
                .collect(Collectors.groupingBy(Statistic::unit, LinkedHashMap::new, Collectors.toList()));
        List<Statistic> candidates = new ArrayList<>(byUnit.values().stream()
                .reduce((a, b) -> b.size() > a.size() ? b : a)
                .orElse(List.of()));
        candidates.sort(Comparator.comparing(this::largestValue).reversed());
        return candidates.stream()
                .filter(s -> largestValue(s)
                                .compareTo(largestValue(candidates.get(0)).multiply(SEEN))
                        >= 0)
                .limit(MOST_INDICATORS)
                .toList();
    }

    /** How many counties have a figure of it. */
    private long told(Statistic statistic) {
        return counties.stream().filter(a -> value(statistic, a) != null).count();
    }

    private BigDecimal largestValue(Statistic statistic) {
        return counties.stream()
                .map(a -> value(statistic, a))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private List<Area> largest(Statistic by) {
        if (counties.size() <= MOST_AREAS) {
            return counties;
        }
        Comparator<Area> bySize = Comparator.comparing(a -> Objects.requireNonNullElse(value(by, a), BigDecimal.ZERO));
        return counties.stream()
                .sorted(bySize.reversed().thenComparing(Area::code))
                .limit(MOST_AREAS)
                .toList();
    }

    private @Nullable BigDecimal value(Statistic statistic, Area area) {
        Figure figure = figure(statistic, area);
        return figure == null ? null : figure.value();
    }

    private @Nullable Figure figure(Statistic statistic, Area area) {
        return figures.getOrDefault(statistic, Map.of()).get(area.code());
    }

    private ChartData.@Nullable Value drawn(Statistic statistic, Area area) {
        Figure figure = figure(statistic, area);
        if (figure == null || figure.value() == null) {
            return null;
        }
        int decimals = Captions.decimals(statistic, List.of(figure));
        return new ChartData.Value(
                figure.value().doubleValue(), Captions.format(statistic, figure.qualifier(), decimals));
    }
}
