package org.xianbao.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Period;
import org.xianbao.period.Forecast;

/** The figures that the next editions would hold, as things stand in a transaction. */
final class Prospect {
    private record Key(Period period, String indicator, String region, String source) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int by = period.compareTo(other.period);
            by = by != 0 ? by : indicator.compareTo(other.indicator);
            by = by != 0 ? by : region.compareTo(other.region);
            return by != 0 ? by : source.compareTo(other.source);
        }
    }

    private final Map<Key, Forecast.Figure> figures = new TreeMap<>();
    private final Map<String, Bilingual> indicators = new LinkedHashMap<>();
    private final Map<String, String> regions = new LinkedHashMap<>();

    static Prospect of(Connection connection, SortedSet<Period> periods) throws SQLException {
        return differing(connection, periods, new Prospect());
    }

    /** What would be held as things stand here, less what is the same in the other; which forgets that too. */
    static Prospect differing(Connection connection, SortedSet<Period> periods, Prospect other) throws SQLException {
        Prospect prospect = new Prospect();
        for (Period period : periods) {
            for (Forecast.Figure each : Forecast.figures(connection, period)) {
                Key key = new Key(period, each.indicator(), each.region(), each.source());
                Forecast.Figure twin = other.figures.get(key);
                if (twin != null && value(each).same(value(twin))) {
                    other.figures.remove(key);
                } else {
                    prospect.figures.put(key, each);
                }
            }
        }
        prospect.names(connection);
        return prospect;
    }

    private void names(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select name, zh, en from xianbao.indicator");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                indicators.put(row.getString(1), new Bilingual(row.getString(2), row.getString(3)));
            }
        }
        try (PreparedStatement select =
                        connection.prepareStatement("select code, name from xianbao.region order by code, valid_from");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                regions.put(row.getString(1), row.getString(2));
            }
        }
    }

    /** @param editions number of each period's next edition; a period without one has not been closed */
    List<Impact.FigureChange> changesTo(Prospect after, Map<String, Integer> editions) {
        TreeMap<Key, Forecast.Figure> all = new TreeMap<>(figures);
        all.putAll(after.figures);
        List<Impact.FigureChange> changes = new ArrayList<>();
        for (Key key : all.keySet()) {
            Impact.Value was = valueOf(figures.get(key));
            Impact.Value is = valueOf(after.figures.get(key));
            if (was == null || is == null || !was.same(is)) {
                Integer next = editions.get(key.period().label());
                changes.add(new Impact.FigureChange(
                        key.indicator(),
                        title(key.indicator(), after),
                        key.region(),
                        Objects.requireNonNullElse(
                                after.regions.getOrDefault(key.region(), regions.get(key.region())), key.region()),
                        key.period().label(),
                        key.source(),
                        Objects.requireNonNull(all.get(key)).unit(),
                        next == null ? 1 : next,
                        next != null,
                        was,
                        is));
            }
        }
        return changes;
    }

    private Bilingual title(String indicator, Prospect after) {
        Bilingual title = after.indicators.getOrDefault(indicator, indicators.get(indicator));
        return title == null ? new Bilingual(indicator, indicator) : title;
    }

    private static Impact.@Nullable Value valueOf(Forecast.@Nullable Figure figure) {
        return figure == null ? null : value(figure);
    }

    private static Impact.Value value(Forecast.Figure figure) {
        return new Impact.Value(
                figure.value(), figure.qualifier(), figure.status(), figure.reported(), figure.expected());
    }
}
