package org.xianbao.judge;

import java.util.List;
import java.util.stream.Collectors;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/** The statements that find who is in the returns of two counties, of one layout and one period; shaped as those of {@link RuleSql}. */
final class ApartSql {
    private final ReturnDefinition layout;
    private final Period period;
    private final String facts;
    private final RowKey key;

    ApartSql(ReturnDefinition layout, Period period) {
        this.layout = layout;
        this.period = period;
        this.facts = RuleSql.facts(layout, period);
        this.key = new RowKey(layout, period);
    }

    /**
     * Rows on hand that another county's return on hand for the period has too; {@code vals.counties} are the names of those
     * counties, and nothing else of theirs. Found by hashing on the columns: costs the rows of the period, not their pairs.
     *
     * @param among submissions that count as the others; empty for all
     */
    String among(Rule rule, List<Long> among) {
        return broken(rule, among, "");
    }

    /** Likewise among all, of rows that the rule's findings have not told yet. */
    String untold(Rule rule) {
        return broken(
                rule,
                List.of(),
                " where not exists (select from xianbao.finding t where t.submission = f._submission and t.rule = '"
                        + rule.name() + "' and t.row_no = f._row)");
    }

    private String broken(Rule rule, List<Long> among, String where) {
        List<String> columns = ((Rule.Check.Apart) rule.check()).columns();
        String same = columns.stream().map(c -> "o." + c + " = f." + c).collect(Collectors.joining(" and "));
        String shown = columns.stream()
                .map(c -> ", '" + c + "', f." + RuleSql.shown(layout, c))
                .collect(Collectors.joining());
        return Telling.most(
                "select f._submission as submission, f._row as row, 0 as n, jsonb_build_object('counties', c.counties"
                        + shown + ") as vals, " + key.subject() + " as subject from (select f._submission, f._row,"
                        + " string_agg(distinct h.name, '、' order by h.name) as counties from " + RuleSql.SUBMISSIONS
                        + " join " + facts + " f on f._submission = s._id join " + facts + " o on " + same
                        + " join " + counties(among) + " h on h.id = o._submission and h.region <> s.region"
                        + " where s._id in (select m.id from " + counties(List.of()) + " m)"
                        + " group by 1, 2) c join " + facts
                        + " f on f._submission = c._submission and f._row = c._row" + where,
                layout,
                period,
                List.of(rule));
    }

    /** What is on hand of each county for the period, with the county's name. */
    private String counties(List<Long> among) {
        String only = among.isEmpty()
                ? ""
                : among.stream().map(String::valueOf).collect(Collectors.joining(", ", " and h.id in (", ")"));
        return "(select h.id, h.region, coalesce((select g.name from xianbao.region g where g.code = h.region"
                + " and g.valid_from <= h.period_end order by g.valid_from desc limit 1), h.region) as name"
                + " from xianbao.on_hand h where h.return_name = '" + layout.name() + "' and h.period = '"
                + period.label() + "'" + only + ")";
    }
}
