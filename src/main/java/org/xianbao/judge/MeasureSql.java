package org.xianbao.judge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.SqlText;

/**
 * The statements that measure submissions of one layout and one period. Each takes the submissions' ids as its only parameter and gives
 * rows {@code (submission, indicator, region, source, value, denominator, qualifier, members)}; region null stands for
 * the reporting county, members where persons or the like are counted once. Measured once, when a submission is published: closing never reads its rows again.
 */
final class MeasureSql {
    private final ReturnDefinition layout;
    private final String from;

    MeasureSql(ReturnDefinition layout, Period period) {
        this.layout = layout;
        this.from = " from (select id as _id, region, period, period_start, period_end from xianbao.submission"
                + " where id = any (?)) s join " + RuleSql.facts(layout, period) + " f on f._submission = s._id";
    }

    /** Whether the indicator can share one scan with others. */
    static boolean shares(Indicator indicator) {
        return indicator.member() == null
                && indicator.region() == null
                && indicator.source() == null
                && (indicator.where() == null
                        || (oneCall(indicator.value())
                                && oneCall(indicator.denominator())
                                && oneCall(indicator.qualifier())));
    }

    private static boolean oneCall(@Nullable String sql) {
        return sql == null || new SqlText(sql).isOneCall();
    }

    /** All these indicators in one scan of the rows. */
    String shared(List<Indicator> indicators) {
        StringBuilder aggregates = new StringBuilder();
        StringBuilder each = new StringBuilder();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            String filter = indicator.where() == null ? "" : " filter (where " + indicator.where() + ")";
            aggregates
                    .append(", (")
                    .append(indicator.value())
                    .append(filter)
                    .append(")::numeric as _v")
                    .append(i);
            aggregates
                    .append(", ")
                    .append(denominator(indicator, filter))
                    .append(" as _d")
                    .append(i);
            aggregates
                    .append(", ")
                    .append(qualifier(indicator, filter))
                    .append(" as _q")
                    .append(i);
            each.append(i == 0 ? "" : ", ")
                    .append("('")
                    .append(indicator.name())
                    .append("', a._v")
                    .append(i);
            each.append(", a._d").append(i).append(", a._q").append(i).append(")");
        }
        return "select a._id, m.indicator, null::text, '', m.value, m.denominator, m.qualifier, null::uuid[]"
                + " from (select s._id"
                + aggregates + from + " group by s._id) a cross join lateral (values " + each
                + ") m(indicator, value, denominator, qualifier) where m.value is not null";
    }

    /** One indicator by itself: by region, by source, members once, or with aggregates of several calls. */
    String single(Indicator indicator) {
        String region = Objects.requireNonNullElse(indicator.region(), "null::text");
        String source = Objects.requireNonNullElse(indicator.source(), "''");
        String where = indicator.where() == null ? "" : " where (" + indicator.where() + ")";
        if (indicator.member() != null) {
            String member = "(" + indicator.member() + ")::text";
            return "select s._id, '" + indicator.name() + "', (" + region + ")::text, coalesce((" + source
                    + ")::text, ''), count(distinct " + member + ")::numeric, null::numeric, "
                    + qualifier(indicator, "") + ", array_agg(distinct xianbao.member(" + member + "))" + from
                    + (where.isEmpty() ? " where " : where + " and ") + member + " is not null group by 1, 3, 4";
        }
        return "select * from (select s._id, '" + indicator.name() + "', (" + region + ")::text, coalesce((" + source
                + ")::text, ''), (" + indicator.value() + ")::numeric as value, " + denominator(indicator, "")
                + ", "
                + qualifier(indicator, "") + ", null::uuid[]" + from + where
                + " group by 1, 3, 4) q where value is not null";
    }

    /**
     * The rows that an indicator is measured on, from the top of the sheet down: {@code _row} and what they hold in these
     * fields. Beside the submission's id it takes the region and the source.
     */
    String rows(Indicator indicator, List<String> fields) {
        String where = indicator.where() == null ? "true" : indicator.where();
        String member = indicator.member() == null ? "" : " and (" + indicator.member() + ")::text is not null";
        String held = fields.stream().map(f -> ", f." + f).collect(Collectors.joining());
        String region =
                indicator.region() == null ? "s.region" : "coalesce((" + indicator.region() + ")::text, s.region)";
        String source = indicator.source() == null ? "''" : "coalesce((" + indicator.source() + ")::text, '')";
        return "select * from (select f._row" + held + ", " + region + " as _region, " + source + " as _source" + from
                + " where (" + where + ")" + member + ") q where _region = ? and _source = ? order by _row";
    }

    private static String denominator(Indicator indicator, String filter) {
        return indicator.denominator() == null
                ? "null::numeric"
                : "(" + indicator.denominator() + filter + ")::numeric";
    }

    /** The declared qualifier; else the weakest of the qualified columns that the value reads, turned round in a denominator. */
    private String qualifier(Indicator indicator, String filter) {
        if (indicator.qualifier() != null) {
            String sql = indicator.qualifier();
            return new SqlText(sql).isOneCall() ? "(" + sql + filter + ")::text" : "(" + sql + ")::text";
        }
        String bits = Stream.concat(
                        bits(indicator.value(), filter),
                        bits(indicator.denominator(), filter).map(b -> "xianbao.opposite(" + b + ")"))
                .collect(Collectors.joining(" | "));
        return bits.isEmpty() ? "'='" : "xianbao.qualifier(" + bits + ")";
    }

    private Stream<String> bits(@Nullable String sql, String filter) {
        return new SqlText(sql == null ? "" : sql)
                .fields(layout.columns()).stream()
                        .filter(f -> layout.column(f).map(Column::qualified).orElse(false))
                        .map(f -> "coalesce(bit_or(xianbao.qualifier_bits(" + f + "_q))" + filter + ", 0)");
    }
}
