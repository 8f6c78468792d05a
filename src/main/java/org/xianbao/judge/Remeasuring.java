package org.xianbao.judge;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.warehouse.DataException;
import org.xianbao.warehouse.RuleRole;

/**
 * Measures an indicator on one submission once more, by the definitions of then, and shows the rows that it is measured
 * on. Nothing is written.
 */
public final class Remeasuring {
    /** Rows that are held in memory at a time. */
    private static final int FETCHED = 4096;

    private final Connection connection;
    private final MeasureSql sql;
    private final long submission;

    /**
     * What the rows come to.
     *
     * @param region null for the reporting county
     * @param value of what is counted once, how many there are
     */
    public record Value(
            @Nullable String region,
            String source,
            BigDecimal value,
            @Nullable BigDecimal denominator,
            String qualifier) {}

    /** Takes a row as it comes; only its current line may be looked at. */
    @FunctionalInterface
    public interface Rows {
        void take(ResultSet row) throws SQLException;
    }

    /** @param connection in a transaction, which nothing else uses meanwhile */
    public Remeasuring(Connection connection, ReturnDefinition layout, Period period, long submission) {
        this.connection = connection;
        this.sql = new MeasureSql(layout, period);
        this.submission = submission;
    }

    /** What the submission's rows come to, by region and source; empty when they do not allow it. */
    public List<Value> values(Indicator indicator) throws SQLException {
        List<Value> values = new ArrayList<>();
        RuleRole.during(
                connection,
                () -> DataException.survives(connection, () -> {
                    try (PreparedStatement select = connection.prepareStatement(sql.single(indicator))) {
                        submission(select);
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                values.add(new Value(
                                        row.getString(3),
                                        row.getString(4),
                                        row.getBigDecimal(5),
                                        row.getBigDecimal(6),
                                        Objects.requireNonNullElse(row.getString(7), "=")));
                            }
                        }
                    }
                }));
        return values;
    }

    /**
     * The rows it is measured on, from the top of the sheet down: {@code _row}, then these fields.
     *
     * @param region the one measured
     */
    public void rows(Indicator indicator, List<String> fields, String region, String source, Rows rows)
            throws SQLException {
        RuleRole.during(connection, () -> {
            try (PreparedStatement select = connection.prepareStatement(sql.rows(indicator, fields))) {
                select.setFetchSize(FETCHED);
                submission(select);
                select.setString(2, region);
                select.setString(3, source);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.take(row);
                    }
                }
            }
        });
    }

    private void submission(PreparedStatement select) throws SQLException {
        select.setArray(1, connection.createArrayOf("bigint", new Object[] {submission}));
    }
}
