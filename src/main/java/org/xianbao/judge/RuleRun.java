package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Column;
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
        this.submissions = group.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        this.findings = findings;
    }

    void run() throws SQLException {
        RuleRole.during(connection, this::all);
    }

    private void all() throws SQLException {
        List<Rule> rows = only(Rule.Check.Row.class);
        run(rows.stream().filter(r -> !RuleSql.sql(r).usesPrevious()).toList(), r -> sql.rows(r, false));
        run(rows.stream().filter(r -> RuleSql.sql(r).usesPrevious()).toList(), r -> sql.rows(r, true));
        run(only(Rule.Check.Submission.class), sql::submissions);
        for (Rule rule : only(Rule.Check.Unique.class)) {
            unique(rule, (Rule.Check.Unique) rule.check());
        }
        for (Rule rule : only(Rule.Check.Totals.class)) {
            totals(rule, (Rule.Check.Totals) rule.check());
        }
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
                            RuleSql.marked(layout, rule).map(Column::name).orElse(null);
                    broken.values().put("check", RuleSql.sql(rule).toString());
                    add(
                            broken,
                            rule,
                            column,
                            reported(broken, column),
                            RuleSql.sql(rule).toString(),
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
                        Map.of("rule", rule.name(), "check", RuleSql.sql(rule).toString()))));
    }

    private void unique(Rule rule, Rule.Check.Unique check) throws SQLException {
        String column = rule.at() != null ? rule.at() : check.columns().get(0);
        each(sql.unique(check), broken -> add(broken, rule, column, reported(broken, column), null, "not-unique"));
    }

    private void totals(Rule rule, Rule.Check.Totals check) throws SQLException {
        each(
                sql.totals(check),
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

    private record Broken(long submission, @Nullable Integer row, int n, long total, Map<String, String> values) {}

    @FunctionalInterface
    private interface BrokenRule {
        void found(Broken broken);
    }

    private void each(String statement, BrokenRule then) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", submissions.keySet().stream().sorted().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    then.found(new Broken(
                            row.getLong(1),
                            row.getObject(2, Integer.class),
                            row.getInt(3),
                            row.getLong(4),
                            FlatJson.read(row.getString(5))));
                }
            }
        }
    }

    private final Map<String, Long> told = new HashMap<>();

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
                message);
        // The statement tells at most so many rows and how many there are: the last one told stands for the rest.
        String key = broken.submission() + " " + rule.name() + " " + column;
        long before = told.merge(key, 1L, Long::sum) - 1;
        boolean last = before + 1 == Math.min(FindingBatch.MOST, broken.total());
        batch.add(finding, last ? broken.total() - before : 1);
    }
}
