package org.xianbao.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xianbao.warehouse.CopyBlock;
import org.xianbao.warehouse.FindingBatch;

/**
 * Some thousand rows of one submission with what was found in them: what one transaction takes.
 *
 * @param submission 0 when the block concerns the workbook only
 * @param rows null when there are none
 * @param totals what the form's total row says
 * @param after up to where the workbook is read once this is written
 * @param formEnds whether the submission is complete with it
 * @param outcome what became of the reading, when this is its last block; null before that
 * @param detail of a refusal or failure, for the operator; never content
 */
public record Block(
        long reading,
        long submission,
        @Nullable CopyBlock rows,
        FindingBatch findings,
        List<Total> totals,
        Position after,
        boolean formEnds,
        @Nullable Outcome outcome,
        @Nullable String detail) {

    /** A figure of the form's own total row; {@code row} is 1-based. */
    public record Total(String column, int row, BigDecimal value) {}

    /** What became of a reading. */
    public enum Outcome {
        READ,
        /** The file cannot be read, or holds nothing that is known. */
        REFUSED,
        /** The reader itself failed. */
        FAILED
    }

    public int rowCount() {
        return rows == null ? 0 : rows.rows();
    }

    /** What is written in its stead when the database refuses it: the reading has failed. */
    public Block failed(String why) {
        return new Block(
                reading,
                0,
                null,
                FindingBatch.ofWorkbook("reader-failed"),
                List.of(),
                after,
                false,
                Outcome.FAILED,
                why);
    }

    /** Writes all of it in the connection's transaction. */
    public void write(Connection connection) throws SQLException {
        if (rows != null) {
            rows.send(connection);
        }
        findings.write(connection, reading);
        if (submission != 0) {
            writeSubmission(connection);
        }
        if (outcome != null) {
            writeOutcome(connection, outcome);
        }
    }

    private void writeSubmission(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "update xianbao.submission set rows = rows + ?, loaded = ? where id = ?");
                PreparedStatement total = connection.prepareStatement(
                        "insert into xianbao.form_total values (?, ?, ?, ?) on conflict do nothing")) {
            update.setInt(1, rowCount());
            update.setBoolean(2, formEnds);
            update.setLong(3, submission);
            update.executeUpdate();
            for (Total each : totals) {
                total.setLong(1, submission);
                total.setString(2, each.column());
                total.setInt(3, each.row());
                total.setBigDecimal(4, each.value());
                total.addBatch();
            }
            total.executeBatch();
        }
    }

    private void writeOutcome(Connection connection, Outcome became) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update xianbao.reading set state = ?, detail = ?,"
                + " rows = (select coalesce(sum(rows), 0) from xianbao.submission where reading = ?) where id = ?")) {
            update.setString(1, became.name().toLowerCase(Locale.ROOT));
            update.setString(2, detail);
            update.setLong(3, reading);
            update.setLong(4, reading);
            update.executeUpdate();
        }
        if (became != Outcome.READ) {
            unload(connection);
        }
    }

    /** Of a workbook that could not be read to its end nothing counts, not even the sheets before. */
    private void unload(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update xianbao.submission set loaded = false where reading = ?")) {
            update.setLong(1, reading);
            update.executeUpdate();
        }
    }
}
