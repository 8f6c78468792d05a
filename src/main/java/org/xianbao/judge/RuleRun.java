package org.xianbao.judge;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.finding.Finding;
import org.xianbao.finding.Messages;
import org.xianbao.finding.Severity;
import org.xianbao.warehouse.DataException;
import org.xianbao.warehouse.FindingBatch;
import org.xianbao.warehouse.RuleRole;

/** Runs the rules of one layout over submissions of one period, as the role that may only read. */
final class RuleRun {
    private final Connection connection;
    private final ReturnDefinition layout;
    private final RuleSql sql;
    private final ApartSql apart;
    private final Map<Long, Submission> submissions;
    private final Map<Long, FindingBatch> findings;

    RuleRun(
            Connection connection,
            ReturnDefinition layout,
            Period period,
            List<Submission> group,
            Map<Long, FindingBatch> findings) {
        this.connection = connection;
        this.layout = layout;
        this.sql = new RuleSql(layout, period);
        this.apart = new ApartSql(layout, period);
        this.submissions = group.stream()
                .collect(Collectors.toMap(Submission::id, Function.identity(), (a, b) -> a, HashMap::new));
        this.findings = findings;
    }

    void run() throws SQLException {
        Set<Long> partial = partial();
        RuleRole.during(connection, () -> all(partial));
    }

    private void all(Set<Long> partial) throws SQLException {
        List<Rule> rows = only(Rule.Check.Row.class);
        run(rows.stream().filter(r -> !RuleText.of(r).usesPrevious()).toList(), r -> sql.rows(r, false));
        run(rows.stream().filter(r -> RuleText.of(r).usesPrevious()).toList(), r -> sql.rows(r, true));
        submissions.keySet().removeAll(partial);
        run(only(Rule.Check.Submission.class), sql::submissions);
        for (Rule rule : only(Rule.Check.Unique.class)) {
            unique(rule);
        }
        apart(rule -> apart.among(rule, List.of()));
        for (Rule rule : only(Rule.Check.Totals.class)) {
            totals(rule, (Rule.Check.Totals) rule.check());
        }
    }

    /** Grids of which a row was not read. That has its finding: a sum over the rows must not give a second one. */
    private Set<Long> partial() throws SQLException {
        Set<Long> partial = new HashSet<>();
        if (layout.form().kind() != Form.Kind.GRID) {
            return partial;
        }
        try (PreparedStatement select = connection.prepareStatement("select distinct submission from xianbao.finding"
                + " where submission = any (?) and rule in ('item-missing', 'item-twice')")) {
            select.setArray(1, ids());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    partial.add(row.getLong(1));
                }
            }
        }
        return partial;
    }

    private Array ids() throws SQLException {
        return connection.createArrayOf(
                "bigint", submissions.keySet().stream().sorted().toArray());
    }

    private List<Rule> only(Class<? extends Rule.Check> kind) {
        return layout.rules().stream().filter(r -> kind.isInstance(r.check())).toList();
    }

    private void run(List<Rule> rules, Function<List<Rule>, String> statement) throws SQLException {
        if (rules.isEmpty()) {
            return;
        }
        boolean calculated = DataException.survives(
                connection,
                () -> each(statement.apply(rules), broken -> {
                    Rule rule = rules.get(broken.n());
                    String column =
                            RuleText.marked(layout, rule).map(Column::name).orElse(null);
                    broken.values().put("check", RuleText.of(rule).toString());
                    add(
                            broken,
                            rule,
                            column,
                            reported(broken, column),
                            RuleText.of(rule).toString(),
                            "rule-broken");
                }));
        if (!calculated) {
            apart(rules, statement);
        }
    }

    /** Some rule cannot be calculated on these data: the others still can. */
    private void apart(List<Rule> rules, Function<List<Rule>, String> statement) throws SQLException {
        if (rules.size() > 1) {
            for (Rule rule : rules) {
                run(List.of(rule), statement);
            }
            return;
        }
        Rule rule = rules.get(0);
        submissions.forEach((id, submission) -> Objects.requireNonNull(findings.get(id))
                .accept(new Finding(
                        Severity.QUERY,
                        "rule-failed",
                        submission.sheet(),
                        null,
                        null,
                        null,
                        null,
                        rule.name(),
                        Map.of("rule", rule.name(), "check", RuleText.of(rule).toString()))));
    }

    private void unique(Rule rule) throws SQLException {
        String column = RuleText.marked(layout, rule).map(Column::name).orElse(null);
        each(sql.unique(rule), broken -> add(broken, rule, column, reported(broken, column), null, "not-unique"));
    }

    /**
     * Only what these submissions have in common with some that came later.
     *
     * @param later ids; not empty
     */
    void runAgainst(List<Long> later) throws SQLException {
        RuleRole.during(connection, () -> apart(rule -> apart.among(rule, later)));
    }

    /** Only what these submissions have in common with another county's and have not been told. */
    void runUntold() throws SQLException {
        RuleRole.during(connection, () -> apart(apart::untold));
    }

    private void apart(Function<Rule, String> statement) throws SQLException {
        for (Rule rule : only(Rule.Check.Apart.class)) {
            String column = RuleText.marked(layout, rule).map(Column::name).orElse(null);
            each(
                    statement.apply(rule),
                    broken -> add(broken, rule, column, reported(broken, column), null, "in-another-county"));
        }
    }

    private void totals(Rule rule, Rule.Check.Totals check) throws SQLException {
        each(
                sql.totals(rule),
                broken -> add(
                        broken,
                        rule,
                        check.columns().get(broken.n()),
                        broken.values().get("reported"),
                        broken.values().get("sum"),
                        "total-differs"));
    }

    private static @Nullable String reported(Broken broken, @Nullable String column) {
        return column == null ? null : broken.values().get(column);
    }

    private record Broken(
            long submission,
            @Nullable Integer row,
            int n,
            Map<String, String> values,
            String subject,
            long standsFor,
            long answered) {}

    @FunctionalInterface
    private interface BrokenRule {
        void found(Broken broken);
    }

    private void each(String statement, BrokenRule then) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            select.setArray(1, ids());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    then.found(new Broken(
                            row.getLong(1),
                            row.getObject(2, Integer.class),
                            row.getInt(3),
                            FlatJson.read(row.getString(4)),
                            row.getString(5),
                            row.getLong(6),
                            row.getLong(7)));
                }
            }
        }
    }

    private void add(
            Broken broken,
            Rule rule,
            @Nullable String column,
            @Nullable String reported,
            @Nullable String expected,
            String text) {
        Submission submission = Objects.requireNonNull(submissions.get(broken.submission()));
        FindingBatch batch = Objects.requireNonNull(findings.get(broken.submission()));
        Map<String, String> message = broken.values();
        Bilingual say = rule.say();
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            String own = say == null
                    ? Messages.text(text, locale).orElse(text)
                    : locale.equals(Locale.CHINESE) ? say.zh() : say.en();
            message.put(locale.getLanguage(), own);
        }
        Finding finding = new Finding(
                rule.severity(),
                rule.name(),
                submission.sheet(),
                submission.cell(column, broken.row()).orElse(null),
                column,
                reported,
                expected,
                broken.subject(),
                message);
        batch.add(finding, broken.standsFor(), broken.answered());
    }
}
