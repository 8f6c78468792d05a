package org.xianbao.lineage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.database.SqlFile;
import org.xianbao.definition.Indicator;
import org.xianbao.finding.Messages;

/** The measures that one figure is made of, and what they come to. */
final class Measures {
    private static final String USED = SqlFile.read(Measures.class, "used.sql");

    private final Connection connection;
    private final Indicator indicator;
    private final Figure figure;
    private final List<String> preferred;
    private final String used;

    /** @param preferred of several sources those that are published, the first that states the figure */
    Measures(Connection connection, Indicator indicator, Figures.Found found, List<String> preferred) {
        this.connection = connection;
        this.indicator = indicator;
        this.figure = found.figure();
        this.preferred = preferred;
        boolean last = indicator.asOf() && indicator.kind() != Indicator.Kind.CASE;
        this.used = Messages.fill(
                USED,
                Map.of(
                        "submissions", found.submissions(),
                        "places", found.places(),
                        "over_time", Boolean.toString(!last),
                        "over_regions", Boolean.toString(indicator.combine() != Indicator.Combine.NEVER)));
    }

    /**
     * What one submission contributes to one region.
     *
     * @param region its code in the return, whatever it counts as
     * @param value of what is counted once, how many it names
     */
    record Measure(
            long submission,
            String region,
            String source,
            BigDecimal value,
            @Nullable BigDecimal denominator,
            String qualifier) {}

    /** By period and county. */
    List<Measure> each() throws SQLException {
        List<Measure> each = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(used + "select u.submission, u.code, u.named,"
                + " sum(u.value), sum(u.denominator), xianbao.qualifier(bit_or(u.bits)) from used u"
                + " group by u.submission, u.code, u.named, u.period_end, u.reporter"
                + " order by u.period_end, u.reporter, u.code, u.submission")) {
            ask(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.add(new Measure(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBigDecimal(4),
                            row.getBigDecimal(5),
                            row.getString(6)));
                }
            }
        }
        return each;
    }

    /** What they come to together; the value null when there are none. */
    record Sum(@Nullable BigDecimal value, String qualifier) {}

    Sum sum() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(used + ", county as (select region, reporter, "
                + overTime() + " as value, sum(denominator) as denominator, bit_or(bits) as bits"
                + " from used group by region, reporter), total as (select " + overRegions()
                + " as value, sum(denominator) as denominator, bit_or(bits) as bits from county)"
                + " select " + shown() + ", xianbao.qualifier(bits) from total")) {
            ask(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Sum(row.getBigDecimal(1), row.getString(2));
            }
        }
    }

    private String overTime() {
        boolean extreme = indicator.combine() == Indicator.Combine.MAX || indicator.combine() == Indicator.Combine.MIN;
        return extreme && indicator.asOf() ? "max(value)" : "sum(value)";
    }

    private String overRegions() {
        return switch (indicator.combine()) {
            case DISTINCT ->
                "case when count(*) > 0 then (select count(*)::numeric from (select distinct n.member from used u"
                        + " join xianbao.measure m on m.id = u.measure cross join lateral unnest(m.members) n (member)) d) end";
            case MAX -> "max(value)";
            case MIN -> "min(value)";
            case SUM, NEVER -> "sum(value)";
        };
    }

    private String shown() {
        String ratio =
                "trim_scale(round(value / nullif(denominator, 0)" + (indicator.percent() ? " * 100" : "") + ", 6))";
        return indicator.denominator() == null ? "value" : ratio;
    }

    private void ask(PreparedStatement select) throws SQLException {
        select.setString(1, indicator.name());
        select.setArray(2, connection.createArrayOf("text", preferred.toArray()));
        select.setString(3, figure.source());
        select.setString(4, figure.source());
        select.setString(5, figure.region());
    }
}
