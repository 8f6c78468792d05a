package org.xianbao.judge;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.definition.SqlText;

/**
 * The statements that judge submissions of one layout and one period. Each takes the submissions' ids as its only
 * parameter and gives rows {@code (submission, row, n, vals, subject, stands_for, answered)}: the rule's number in its
 * list, the values of the row as JSON, what tells the row from others in every period, and, in the last row of a
 * submission and rule, how many broken rows are not told and how many of those an explanation answers. What is explained
 * already is told last. Unknown never breaks a rule.
 */
final class RuleSql {
    static final String SUBMISSIONS =
            "(select id as _id, region, period, period_start, period_end, previous as _previous"
                    + " from xianbao.submission where id = any (?)) s";

    /** {@code item = 'total'}, of which the code. */
    private static final Pattern ITEM_READ = Pattern.compile("\\bitem\\s*=\\s*'([a-z0-9_]+)'");

    private final ReturnDefinition layout;
    private final Period period;
    private final String facts;
    private final RowKey key;

    RuleSql(ReturnDefinition layout, Period period) {
        this.layout = layout;
        this.period = period;
        this.facts = facts(layout, period);
        this.key = new RowKey(layout, period);
    }

    /** The rows of one period; the date stands in the statement, so that only its partition is planned for. */
    static String facts(ReturnDefinition layout, Period period) {
        return "(select * from facts." + layout.name() + " where _period = date '" + period.start() + "')";
    }

    /** All row rules in one statement; {@code previous} adds the same key's row one period back. */
    String rows(List<Rule> rules, boolean previous) {
        String all =
                rules.stream().map(r -> "(" + RuleText.of(r).flattened() + ")").collect(Collectors.joining(" and "));
        String each = listed(rules.size(), n -> "(%d, %s, %s)"
                .formatted(
                        n,
                        unlessRefused(
                                refused(RuleText.of(rules.get(n)), previous),
                                RuleText.of(rules.get(n)).flattened()),
                        values(rules.get(n))));
        return most(
                rules,
                "select f._submission as submission, f._row as row, r.n, r.vals, " + key.subject()
                        + " as subject from " + SUBMISSIONS
                        + " join " + facts + " f on f._submission = s._id"
                        + (previous ? previous(rules) : "")
                        + " cross join lateral (values " + each + ") r(n, ok, vals)"
                        + " where (" + all + ") is false and r.ok is false");
    }

    private String previous(List<Rule> rules) {
        Set<String> read = new LinkedHashSet<>();
        rules.forEach(r -> read.addAll(RuleText.of(r).previous()));
        String columns =
                read.stream().map(c -> ", p." + c + " as \"prev." + c + "\"").collect(Collectors.joining());
        List<String> keys = key.columns();
        StringBuilder join = new StringBuilder(" left join (select distinct on (p.region");
        keys.forEach(k -> join.append(", p.").append(k));
        join.append(") p.region as _region, p.period as _label");
        for (int i = 0; i < keys.size(); i++) {
            join.append(", p.").append(keys.get(i)).append(" as _key").append(i);
        }
        join.append(columns).append(" from published.").append(layout.name()).append(" p where p._period = date '");
        join.append(period.previous().start()).append("' order by p.region");
        keys.forEach(k -> join.append(", p.").append(k));
        join.append(", p._row) p on p._region = s.region and p._label = s._previous");
        for (int i = 0; i < keys.size(); i++) {
            join.append(" and p._key").append(i).append(" = f.").append(keys.get(i));
        }
        return join.toString();
    }

    /** All rules over a submission in one statement. */
    String submissions(List<Rule> rules) {
        String checks = listed(rules.size(), n -> {
            String refused = refused(RuleText.of(rules.get(n)), false);
            return "%s as _c%d"
                    .formatted(
                            unlessRefused(
                                    refused.isEmpty() ? "" : "bool_or(" + refused + ")",
                                    RuleText.of(rules.get(n)).toString()),
                            n);
        });
        String each = listed(
                rules.size(), n -> "(%d, c._c%d, %s, %s)".formatted(n, n, item(rules.get(n)), column(rules.get(n))));
        boolean grid = layout.form().kind() == Form.Kind.GRID;
        return most(
                rules,
                "select s._id as submission, " + (grid ? "g._row" : "null::int") + " as row, r.n, "
                        + (grid ? "coalesce(g._vals, '{}')" : "'{}'::jsonb") + " as vals, '' as subject from "
                        + SUBMISSIONS
                        + " cross join lateral (select " + checks + " from " + facts
                        + " f where f._submission = s._id) c"
                        + " cross join lateral (values " + each + ") r(n, ok, item, marked)"
                        + (grid ? row() : "") + " where r.ok is false");
    }

    /** The row of the item that a rule over a grid is about, and what it says in the marked column. */
    private String row() {
        return " left join lateral (select f._row, jsonb_build_object(r.marked, to_jsonb(f) -> r.marked) as _vals from "
                + facts
                + " f where f._submission = s._id and f.item = r.item and r.marked is not null limit 1) g on true";
    }

    /** The one item that the rule reads by its code, as a total does that is held against its parts; else null. */
    private static String item(Rule rule) {
        List<String> items = ITEM_READ
                .matcher(RuleText.of(rule).toString())
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();
        return items.size() == 1 ? "'" + items.get(0) + "'" : "null::text";
    }

    private String column(Rule rule) {
        return RuleText.marked(layout, rule).map(c -> "'" + c.name() + "'").orElse("null::text");
    }

    /**
     * Rows that repeat an earlier one; {@code vals.first} is its row on the sheet. What occurs twice is found by hashing,
     * a third of what sorting costs, and as a rule nothing does, so that the join has nothing to do.
     */
    String unique(Rule rule) {
        List<String> columns = ((Rule.Check.Unique) rule.check()).columns();
        String keys = columns.stream().map(c -> ", f." + c).collect(Collectors.joining());
        String filled = columns.stream().map(c -> "f." + c + " is not null").collect(Collectors.joining(" and "));
        String same = columns.stream().map(c -> " and f." + c + " = d." + c).collect(Collectors.joining());
        String shown =
                columns.stream().map(c -> "'" + c + "', f." + shown(layout, c)).collect(Collectors.joining(", "));
        return most(
                List.of(rule),
                "select f._submission as submission, f._row as row, 0 as n,"
                        + " jsonb_build_object('first', d._first, " + shown + ") as vals, " + key.subject()
                        + " as subject from (select f._submission, min(f._row) as _first" + keys + " from "
                        + SUBMISSIONS
                        + " join " + facts + " f on f._submission = s._id where " + filled + " group by f._submission"
                        + keys
                        + " having count(*) > 1) d join " + facts + " f on f._submission = d._submission" + same
                        + " where f._row > d._first");
    }

    /** Columns whose reported total differs from the sum of the rows by more than the tolerance. */
    String totals(Rule rule) {
        Rule.Check.Totals check = (Rule.Check.Totals) rule.check();
        BigDecimal tolerance = check.tolerance();
        List<String> columns = check.columns();
        String sums = listed(columns.size(), n -> "%s as _s%d"
                .formatted(
                        unlessRefused(
                                "bool_or(" + refused(columns.get(n)) + ")",
                                "coalesce(sum(f.%s), 0)".formatted(columns.get(n))),
                        n));
        String each = listed(columns.size(), n -> "(%d, '%s', c._s%d)".formatted(n, columns.get(n), n));
        return most(
                List.of(rule),
                "select s._id as submission, t.row_no as row, r.n, jsonb_build_object('reported',"
                        + " trim_scale(t.value), 'sum', trim_scale(r.sum::numeric)) as vals, '' as subject from "
                        + SUBMISSIONS
                        + " cross join lateral (select " + sums + " from " + facts
                        + " f where f._submission = s._id) c"
                        + " cross join lateral (values " + each + ") r(n, column_name, sum)"
                        + " join xianbao.form_total t on t.submission = s._id and t.column_name = r.column_name"
                        + " where abs(t.value - r.sum) > " + tolerance.toPlainString());
    }

    /**
     * SQL for "one of the cells that the text reads was refused"; empty when it reads none. Whoever looks back reads the
     * row's keys too.
     */
    private String refused(SqlText text, boolean previous) {
        Set<String> read = text.fields(layout.columns());
        return layout.columns().stream()
                .filter(c -> (previous && layout.key().contains(c.name()))
                        || c.stored().stream().anyMatch(f -> read.contains(f.name())))
                .map(c -> refused(c.name()))
                .collect(Collectors.joining(" or "));
    }

    private static String refused(String column) {
        return "f._missing @> '{\"" + column + "\": \"refused\"}'";
    }

    /** A cell that was refused has its finding; that it is now unknown must not give a second one. */
    private static String unlessRefused(String refused, String check) {
        return refused.isEmpty()
                ? "(" + check + ")"
                : "case when (" + refused + ") is not true then (" + check + ") end";
    }

    private static String listed(int size, IntFunction<String> part) {
        return IntStream.range(0, size).mapToObj(part).collect(Collectors.joining(", "));
    }

    private String most(List<Rule> rules, String broken) {
        return Telling.most(broken, layout, period, rules);
    }

    private String values(Rule rule) {
        SqlText text = RuleText.of(rule);
        Set<String> named = new LinkedHashSet<>(text.fields(layout.columns()));
        named.addAll(Placeholders.of(rule.say()));
        Optional.ofNullable(rule.at()).ifPresent(named::add);
        if (layout.form().kind() == Form.Kind.GRID) {
            named.add(Form.ITEM);
        }
        String fields = named.stream()
                .filter(n -> !n.startsWith("prev."))
                .filter(n -> known(n) || n.equals(Form.ITEM))
                .map(n -> "'" + n + "', f." + shown(layout, n))
                .collect(Collectors.joining(", "));
        String previous = text.previous().stream()
                .map(c -> "'prev." + c + "', p.\"prev." + c + "\"")
                .collect(Collectors.joining(", "));
        return "jsonb_build_object(" + fields + (fields.isEmpty() || previous.isEmpty() ? "" : ", ") + previous + ")";
    }

    private boolean known(String field) {
        return layout.columns().stream().flatMap(c -> c.stored().stream()).anyMatch(f -> f.name()
                .equals(field));
    }

    /** The field that may be shown for a column: never a person's key. */
    static String shown(ReturnDefinition layout, String name) {
        return layout.column(name)
                .filter(c -> c.stored().get(0).type().equals("bytea"))
                .map(c -> c.name() + "_shown")
                .orElse(name);
    }
}
