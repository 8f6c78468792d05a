package org.xianbao.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which workbooks came in, and which are to be read in which batch. */
public final class Ledger {
    private final DataSource database;
    private final Store store;

    public Ledger(DataSource database, Store store) {
        this.database = database;
        this.store = store;
    }

    /**
     * Stores a file's bytes, then notes it for the batch; bytes that are known already change nothing.
     *
     * @return whether it is new
     */
    public boolean receive(String batch, Path file) throws IOException, SQLException {
        String hash = store.put(file);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean fresh;
            try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.workbook"
                    + " (hash, name, bytes, received_at) values (?, ?, ?, ?) on conflict (hash) do nothing")) {
                insert.setString(1, hash);
                insert.setString(2, file.getFileName().toString());
                insert.setLong(3, Files.size(file));
                insert.setObject(4, Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC));
                fresh = insert.executeUpdate() == 1;
            }
            if (fresh) {
                plan(connection, batch, hash, null, null);
            }
            connection.commit();
            return fresh;
        }
    }

    /**
     * Notes a workbook that is in the store for another reading; twice is once.
     *
     * @param sheetIndex the only sheet to read, zero-based; null for all
     */
    public void plan(String batch, String hash, @Nullable Integer sheetIndex, String reason) throws SQLException {
        try (Connection connection = database.getConnection()) {
            plan(connection, batch, hash, sheetIndex, reason);
        }
    }

    private static void plan(
            Connection connection, String batch, String hash, @Nullable Integer sheetIndex, @Nullable String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into xianbao.reading"
                        + " (batch, workbook, sheet_index, reason) values (?, ?, ?, ?) on conflict (batch, workbook) do nothing")) {
            insert.setString(1, batch);
            insert.setString(2, hash);
            insert.setObject(3, sheetIndex, java.sql.Types.INTEGER);
            insert.setString(4, reason);
            insert.executeUpdate();
        }
    }

    /** How many workbooks the batch reads. */
    public int count(String batch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from xianbao.reading where batch = ?")) {
            select.setString(1, batch);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** What the batch has still to read, in order of receipt. */
    public List<Reading> waiting(String batch) throws SQLException {
        List<Reading> waiting = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select r.id, w.hash, w.name, r.sheet_index from xianbao.reading r"
                                + " join xianbao.workbook w on w.hash = r.workbook where r.batch = ? and r.state = 'waiting'"
                                + " order by w.receipt")) {
            select.setString(1, batch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Reading(
                            row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, Integer.class)));
                }
            }
        }
        return waiting;
    }
}
