package org.xianbao.period;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;
import org.xianbao.disclosure.Family;
import org.xianbao.disclosure.Partition;
import org.xianbao.disclosure.Places;

/**
 * Takes those counts of persons below the counties out of a draft that would tell of a few of them. What was hidden once
 * stays so in later editions, and in every period that overlaps, so that neither the difference of two editions nor that of a
 * quarter and its months gives it away.
 */
final class Withholding {
    /** The levels whose figures are always published. */
    private static final String PUBLIC = "('nation', 'province', 'prefecture', 'county')";

    private static final String COUNTS = "select f.indicator, f.source, f.region, coalesce(f.denominator, f.value),"
            + " case when f.denominator is not null and d.percent then f.numerator end, d.least,"
            + " f.value is not distinct from before.value"
            + " from closing_figure f join xianbao.indicator d on d.name = f.indicator and d.least is not null"
            + " left join stats.observation before on before.edition = ? and (before.indicator, before.region, before.source)"
            + " = (f.indicator, f.region, f.source)"
            + " where f.level not in " + PUBLIC + " order by f.indicator, f.source";

    /** Under the code that each place goes on as, since what it hid is in the figures of that one now. */
    private static final String HIDDEN_BEFORE = "select distinct h.indicator, goes_on.code from ("
            + "select x.indicator, x.region from xianbao.suppressed x"
            + " join xianbao.edition e on e.id = x.edition where e.period_start <= ? and e.period_end >= ?"
            + " union all select i.year_ago, x.region from xianbao.suppressed x join xianbao.edition e on e.id = x.edition"
            + " join xianbao.indicator i on i.name = x.indicator where i.year_ago is not null and e.period = stats.year_ago(?)) h"
            + " join closing_place p on p.code = h.region join closing_place goes_on on goes_on.id = p.goes_on";

    /** What a running total grew by, between this period and those next to it for which the place's is published. */
    private static final String GROWN = "with other as materialized (select id, period, period_end from xianbao.newest"
            + " where stats.every(period) = stats.every(?) and period <> ?)"
            + " select f.indicator, f.source, f.region, side.n, (f.value - o.value) * side.n"
            + " from closing_figure f join xianbao.indicator d on d.name = f.indicator and d.least is not null"
            + " cross join (values (1), (-1)) side(n) cross join lateral (select p.value from other e"
            + " join stats.observation p on (p.edition, p.indicator, p.region, p.source) = (e.id, f.indicator, f.region, f.source)"
            + " where sign(?::date - e.period_end) = side.n and p.value is not null"
            + " and (f.kind = 'cumulative' or left(e.period, 4) = left(?, 4))"
            + " order by abs(?::date - e.period_end) limit 1) o"
            + " where f.kind in ('year-to-date', 'cumulative') and f.level not in " + PUBLIC
            + " and (f.value - o.value) * side.n > 0"
            + " order by 1, 2, 3, 4";

    private static final String PARENTS = "select distinct on (code) code, parent from xianbao.region"
            + " where valid_from <= ? and (valid_to is null or valid_to >= ?) and level not in " + PUBLIC
            + " and parent is not null order by code, valid_from desc";

    /** Before and after. */
    private static final List<Integer> SIDES = List.of(1, -1);

    /** Indicators that are parts of one another, or one by itself. */
    private static final class Table {
        final Family family;
        final Set<String> indicators = new TreeSet<>();
        final Set<String> hiddenBefore = new HashSet<>();
        final Set<String> known = new HashSet<>();

        Table(BigDecimal least) {
            family = new Family(least);
        }

        /** Of a share, those who have it and those who have it not are counts too. */
        void add(String indicator, String source, String region, BigDecimal count, @Nullable BigDecimal part) {
            if (indicators.add(indicator)) {
                family.add(new Partition(whole(indicator), List.of(indicator)));
            }
            if (part != null) {
                family.count(indicator, source, region, part);
                family.count(whole(indicator), source, region, count);
            } else {
                family.count(indicator, source, region, count);
            }
        }

        Set<String> small(String indicator) {
            Set<String> small = new HashSet<>(family.small(indicator));
            small.addAll(family.small(whole(indicator)));
            for (int side : SIDES) {
                small.addAll(family.small(grown(indicator, side)));
            }
            return small;
        }

        private static String grown(String indicator, int side) {
            return side + " " + indicator;
        }

        /** Those of whom an indicator is a share; no indicator is called so. */
        private static String whole(String indicator) {
            return "of " + indicator;
        }
    }

    private final Connection connection;
    private final Period period;

    Withholding(Connection connection, Period period) {
        this.connection = connection;
        this.period = period;
    }

    /** @param before id of the period's newest edition; 0 when it has none */
    void apply(long before) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table closing_withheld (indicator text, region text, secondary boolean)"
                    + " on commit drop");
            statement.execute("create temp table closing_suppressed (indicator text, region text, source text,"
                    + " value numeric, numerator numeric, denominator numeric, secondary boolean) on commit drop");
            Map<String, Table> tables = tables(before);
            if (!tables.isEmpty()) {
                grown(tables);
                hiddenBefore(tables);
                withhold(tables);
                take(statement);
            }
        }
    }

    /** By indicator, one for all that are parts of one another. */
    private Map<String, Table> tables(long before) throws SQLException {
        List<Partition> partitions = partitions();
        Map<String, String> families = Partition.families(partitions);
        Map<String, Table> byFamily = new HashMap<>();
        Map<String, Table> tables = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setLong(1, before);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String indicator = row.getString(1);
                    BigDecimal least = row.getBigDecimal(6);
                    Table table = byFamily.computeIfAbsent(
                            families.getOrDefault(indicator, indicator), f -> new Table(least));
                    tables.put(indicator, table);
                    String region = row.getString(3);
                    table.add(indicator, row.getString(2), region, row.getBigDecimal(4), row.getBigDecimal(5));
                    if (row.getBoolean(7)) {
                        table.known.add(region);
                    }
                }
            }
        }
        for (Partition partition : partitions) {
            Table table = tables.get(partition.total());
            if (table != null) {
                table.family.add(partition);
            }
        }
        return tables;
    }

    private List<Partition> partitions() throws SQLException {
        List<Partition> partitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select indicator, array_agg(part order by part)"
                        + " from xianbao.indicator_part group by indicator, breakdown order by indicator, breakdown")) {
            while (row.next()) {
                partitions.add(new Partition(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())));
            }
        }
        return partitions;
    }

    private void grown(Map<String, Table> tables) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GROWN)) {
            select.setString(1, period.label());
            select.setString(2, period.label());
            select.setObject(3, period.end());
            select.setString(4, period.label());
            select.setObject(5, period.end());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String grown = Table.grown(row.getString(1), row.getInt(4));
                    Objects.requireNonNull(tables.get(row.getString(1)))
                            .family
                            .count(grown, row.getString(2), row.getString(3), row.getBigDecimal(5));
                }
            }
        }
    }

    private void hiddenBefore(Map<String, Table> tables) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HIDDEN_BEFORE)) {
            select.setObject(1, period.end());
            select.setObject(2, period.start());
            select.setString(3, period.label());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Table table = tables.get(row.getString(1));
                    if (table != null) {
                        table.hiddenBefore.add(row.getString(2));
                    }
                }
            }
        }
    }

    private void withhold(Map<String, Table> tables) throws SQLException {
        Places places = places();
        try (PreparedStatement insert = connection.prepareStatement("insert into closing_withheld values (?, ?, ?)")) {
            for (Table table : new LinkedHashSet<>(tables.values())) {
                Set<String> hidden = table.family.hide(places, table.known, table.hiddenBefore);
                for (String indicator : table.indicators) {
                    Set<String> small = table.small(indicator);
                    for (String region : hidden) {
                        insert.setString(1, indicator);
                        insert.setString(2, region);
                        insert.setBoolean(3, !small.contains(region));
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private Places places() throws SQLException {
        Map<String, String> parents = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PARENTS)) {
            select.setObject(1, period.end());
            select.setObject(2, period.end());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parents.put(row.getString(1), Objects.requireNonNull(row.getString(2)));
                }
            }
        }
        return new Places(parents);
    }

    /** A place that reported nothing is hidden like the others: it gets a line for each source of its neighbours. */
    private static void take(Statement statement) throws SQLException {
        statement.execute("insert into closing_figure select distinct on (f.indicator, w.region, f.source)"
                + " (f.at >> 32 << 32) | p.id, f.indicator, w.region, f.level, f.source, 0, case when f.denominator is not null then 0 end,"
                + " case when f.denominator is not null then 0 end, f.unit, f.kind, '=', f.status, 0, 0, f.published"
                + " from closing_withheld w join closing_place p on p.code = w.region join closing_region r on r.code = w.region"
                + " join closing_region n on n.parent = r.parent"
                + " join closing_figure f on f.indicator = w.indicator and f.region = n.code"
                + " where not exists (select from closing_figure own where (own.indicator, own.region, own.source)"
                + " = (w.indicator, w.region, f.source)) order by f.indicator, w.region, f.source");
        statement.execute("insert into closing_suppressed select f.indicator, f.region, f.source,"
                + " f.value, f.numerator, f.denominator, w.secondary from closing_figure f"
                + " join closing_withheld w using (indicator, region)");
        statement.execute("update closing_figure f set value = null, numerator = null, denominator = null,"
                + " qualifier = '=', status = 'Q' from closing_withheld w"
                + " where (w.indicator, w.region) = (f.indicator, f.region)");
    }
}
