package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.xianbao.definition.Column;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;
import org.xianbao.definition.SqlText;
import org.xianbao.definition.StoredField;
import org.xianbao.warehouse.Schema;

/**
 * Tries definitions against a database: the tables they ask for, every rule and indicator planned as the statement that
 * will run, and the examples that rules carry. All in one transaction that is rolled back.
 */
public final class RuleLint {
    private final DataSource database;
    private final Definitions definitions;
    private final List<DefinitionError> errors = new ArrayList<>();

    public RuleLint(DataSource database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    /** Every mistake that only a database can tell, in the order of the definitions; empty when there is none. */
    public List<DefinitionError> lint() throws SQLException {
        errors.clear();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new Schema(definitions).apply(connection);
                for (ReturnDefinition layout : definitions.returns()) {
                    lint(connection, layout);
                }
                for (Indicator indicator : definitions.indicators()) {
                    lint(connection, indicator);
                }
            } catch (InvalidDefinitions e) {
                errors.addAll(e.errors());
            } finally {
                connection.rollback();
            }
        }
        return List.copyOf(errors);
    }

    private void lint(Connection connection, ReturnDefinition layout) throws SQLException {
        Period period = Period.of(layout.every(), LocalDate.EPOCH);
        RuleSql sql = new RuleSql(layout, period);
        for (Rule rule : layout.rules()) {
            String file = layout.file().toString();
            if (rule.check() instanceof Rule.Check.Unique) {
                plan(connection, sql.unique(rule), file, rule.line(), rule.name());
            } else if (rule.check() instanceof Rule.Check.Apart) {
                plan(connection, new ApartSql(layout, period).among(rule, List.of()), file, rule.line(), rule.name());
            } else if (rule.check() instanceof Rule.Check.Totals) {
                plan(connection, sql.totals(rule), file, rule.line(), rule.name());
            } else {
                boolean row = rule.check() instanceof Rule.Check.Row;
                String statement = row
                        ? sql.rows(List.of(rule), RuleText.of(rule).usesPrevious())
                        : sql.submissions(List.of(rule));
                if (plan(connection, statement, file, rule.line(), rule.name()) && row) {
                    examples(connection, layout, rule, file);
                }
            }
        }
    }

    private void lint(Connection connection, Indicator indicator) throws SQLException {
        for (ReturnDefinition layout : definitions.layouts(indicator.from())) {
            MeasureSql sql = new MeasureSql(layout, Period.of(layout.every(), LocalDate.EPOCH));
            String statement = MeasureSql.shares(indicator) ? sql.shared(List.of(indicator)) : sql.single(indicator);
            if (!plan(connection, statement, indicator.file(), indicator.line(), indicator.name())) {
                return;
            }
        }
    }

    /** Has the statement planned under the role that will run it. */
    private boolean plan(Connection connection, String sql, String file, int line, String name) throws SQLException {
        Optional<String> mistake = attempt(connection, statement -> {
            statement.execute("set local role xianbao_rules");
            try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                explain.setArray(1, connection.createArrayOf("bigint", new Object[] {0L}));
                explain.execute();
            }
            return Optional.empty();
        });
        mistake.ifPresent(m -> error(file, line, name + ": " + m));
        return mistake.isEmpty();
    }

    private void examples(Connection connection, ReturnDefinition layout, Rule rule, String file) throws SQLException {
        for (Rule.Example example : rule.examples()) {
            attempt(connection, statement -> {
                        try (ResultSet row = statement.executeQuery(example(layout, rule, example))) {
                            row.next();
                            boolean holds = row.getBoolean(1);
                            return holds == example.holds()
                                    ? Optional.empty()
                                    : Optional.of((example.holds() ? "should hold for " : "should not hold for ")
                                            + example.row());
                        }
                    })
                    .ifPresent(m -> error(file, example.line(), rule.name() + ": " + m));
        }
    }

    private static String example(ReturnDefinition layout, Rule rule, Rule.Example example) {
        Map<String, String> types = new LinkedHashMap<>();
        if (layout.form().kind() == Form.Kind.GRID) {
            types.put(Form.ITEM, "text");
        }
        for (Column column : layout.columns()) {
            for (StoredField field : column.stored()) {
                types.put(field.name(), field.type());
            }
        }
        SqlText sql = RuleText.of(rule);
        StringBuilder row = new StringBuilder();
        types.forEach((name, type) -> row.append(value(example, name, type, name)));
        sql.previous()
                .forEach(name -> row.append(
                        value(example, "prev." + name, types.getOrDefault(name, "text"), "\"prev." + name + "\"")));
        String submission = "select " + value(example, "s.region", "text", "region")
                + value(example, "s.period", "text", "period")
                + value(example, "s.period_start", "date", "period_start")
                + value(example, "s.period_end", "date", "period_end");
        return "select (" + sql.flattened() + ") is not false from (" + submission.replaceFirst(", ", "")
                + ") s, (select " + row.substring(2) + ") f";
    }

    private static String value(Rule.Example example, String key, String type, String as) {
        String value = example.row().get(key);
        String literal = value == null ? "null" : "'" + value.replace("'", "''") + "'";
        return ", " + literal + "::" + type + " as " + as;
    }

    @FunctionalInterface
    private interface Attempt {
        /** What turned out wrong; empty for nothing. */
        Optional<String> run(Statement statement) throws SQLException;
    }

    /** Runs it and undoes what it did to the transaction, a failure included. */
    private static Optional<String> attempt(Connection connection, Attempt attempt) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            return attempt.run(statement);
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.of(message.replaceFirst("^ERROR: ", ""));
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    private void error(String file, int line, String message) {
        errors.add(new DefinitionError(file, line, 1, message));
    }
}
