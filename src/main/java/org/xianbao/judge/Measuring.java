package org.xianbao.judge;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.warehouse.DataException;
import org.xianbao.warehouse.RuleRole;

/** Computes what published submissions contribute to the indicators, once. */
final class Measuring {
    private record Measure(
            long submission,
            String indicator,
            @Nullable String region,
            String source,
            BigDecimal value,
            @Nullable BigDecimal denominator,
            String qualifier,
            @Nullable Array members) {}

    private final Connection connection;
    private final MeasureSql sql;

    Measuring(Connection connection, ReturnDefinition layout, Period period) {
        this.connection = connection;
        this.sql = new MeasureSql(layout, period);
    }

    static boolean measured(Connection connection, long submission) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from xianbao.measure where submission = ?)")) {
            select.setLong(1, submission);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** @return the indicators that cannot be calculated on these data, as by a division by zero; they get no measure */
    List<Indicator> measure(List<Submission> submissions, List<Indicator> indicators) throws SQLException {
        List<Indicator> failed = new ArrayList<>();
        if (submissions.isEmpty() || indicators.isEmpty()) {
            return failed;
        }
        List<Measure> measures = new ArrayList<>();
        RuleRole.during(connection, () -> {
            List<Indicator> alone = new ArrayList<>(
                    indicators.stream().filter(i -> !MeasureSql.shares(i)).toList());
            List<Indicator> shared =
                    indicators.stream().filter(MeasureSql::shares).toList();
            if (!shared.isEmpty() && !read(sql.shared(shared), submissions, measures)) {
                alone.addAll(shared);
            }
            for (Indicator indicator : alone) {
                if (!read(sql.single(indicator), submissions, measures)) {
                    failed.add(indicator);
                }
            }
        });
        write(submissions, measures);
        return failed;
    }

    /** @return whether the statement could be calculated */
    private boolean read(String statement, List<Submission> submissions, List<Measure> measures) throws SQLException {
        return DataException.survives(connection, () -> select(statement, submissions, measures));
    }

    private void select(String statement, List<Submission> submissions, List<Measure> measures) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", submissions.stream().map(Submission::id).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    measures.add(new Measure(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getBigDecimal(5),
                            row.getBigDecimal(6),
                            Objects.requireNonNullElse(row.getString(7), "="),
                            row.getArray(8)));
                }
            }
        }
    }

    private void write(List<Submission> submissions, List<Measure> measures) throws SQLException {
        Map<Long, String> counties = submissions.stream().collect(Collectors.toMap(Submission::id, Submission::region));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.measure (submission, indicator, region, source, value,"
                        + " denominator, qualifier, members) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Measure measure : measures) {
                String county = Objects.requireNonNull(counties.get(measure.submission()));
                insert.setLong(1, measure.submission());
                insert.setString(2, measure.indicator());
                insert.setString(3, Objects.requireNonNullElse(measure.region(), county));
                insert.setString(4, measure.source());
                insert.setBigDecimal(5, measure.value());
                insert.setBigDecimal(6, measure.denominator());
                insert.setString(7, measure.qualifier());
                insert.setArray(8, measure.members());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
