package org.xianbao.export.edition;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Period;

/**
 * An edition with all that is exported of it. Reading the same edition twice gives equal ones.
 *
 * @param n counts the period's editions from 1
 * @param kind 快报, 定案 or 修订
 * @param cutOff what was published by then is in it
 * @param closedAt when it was published; the date that its files bear
 * @param reason null where none was given
 * @param checksum SHA-256 over its figures, hex
 * @param figures by theme, indicator, region and source
 * @param areas those of the figures and all above them, each followed by those below it
 */
public record PublishedEdition(
        Period period,
        int n,
        String kind,
        OffsetDateTime cutOff,
        OffsetDateTime closedAt,
        String author,
        @Nullable String reason,
        String checksum,
        List<Figure> figures,
        List<Area> areas,
        List<Coverage> coverage,
        List<MissingReturn> missing) {

    /** What its files are called: {@code 2018Q3-2}. */
    public String name() {
        return period.label() + "-" + n;
    }

    public List<Bilingual> themes() {
        return figures.stream().map(f -> f.statistic().theme()).distinct().toList();
    }

    public List<Statistic> statistics() {
        return figures.stream().map(Figure::statistic).distinct().toList();
    }

    public List<Statistic> statistics(Bilingual theme) {
        return statistics().stream().filter(s -> s.theme().equals(theme)).toList();
    }

    /** Figures that several sources state, all of them: one list an indicator and region. */
    public List<List<Figure>> disputed() {
        Map<String, List<Figure>> together = figures.stream()
                .collect(Collectors.groupingBy(
                        f -> f.statistic().code() + "|" + f.region(), TreeMap::new, Collectors.toList()));
        return together.values().stream().filter(same -> same.size() > 1).toList();
    }
}
