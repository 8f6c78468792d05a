package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.xianbao.definition.Definitions;
import org.xianbao.load.Block;
import org.xianbao.load.Ledger;
import org.xianbao.load.Loading;
import org.xianbao.load.Position;
import org.xianbao.load.Reading;
import org.xianbao.load.Store;
import org.xianbao.load.WorkbookLoad;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.DataException;

/**
 * A night's reading and judging of some workbooks, one after the other and all in one transaction, of which the caller
 * decides what becomes. For one thread.
 */
public final class Rehearsal {
    private final DataSource trial;
    private final Definitions definitions;
    private final Ledger ledger;
    private final Loading loading;

    /** Told what was read. */
    @FunctionalInterface
    public interface Listener {
        void read(long rows);
    }

    /** @param trial whose every connection is one and the same transaction */
    public Rehearsal(DataSource trial, Definitions definitions, Store store, PersonalKey key) {
        this.trial = trial;
        this.definitions = definitions;
        this.ledger = new Ledger(trial, store);
        this.loading = new Loading(trial, definitions, store, key);
    }

    /** Where what is to be read in a batch is noted. */
    public Ledger ledger() {
        return ledger;
    }

    /** Begins a batch. */
    public void begin(String batch) throws SQLException {
        try (Connection connection = trial.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into xianbao.batch (name, night) values (?, current_date)")) {
            insert.setString(1, batch);
            insert.executeUpdate();
        }
    }

    /** Reads what was noted for the batch. */
    public void read(String batch, Listener listener) throws SQLException {
        for (Reading reading : ledger.waiting(batch)) {
            long rows = 0;
            try (WorkbookLoad load = loading.load(reading, Position.START)) {
                for (Block block = load.next(); block != null; block = load.next()) {
                    rows += block.rowCount();
                    if (!write(block)) {
                        break;
                    }
                }
            }
            listener.read(rows);
        }
    }

    /** @return false when the database refuses what is written, as it would at night: the reading has failed */
    private boolean write(Block block) throws SQLException {
        try (Connection connection = trial.getConnection()) {
            boolean written = DataException.survives(connection, () -> block.write(connection));
            if (!written) {
                block.failed("the database refused its rows").write(connection);
            }
            return written;
        }
    }

    /** Judges what was read, return by return. */
    public void judge(String batch) throws SQLException {
        Judge judge = new Judge(trial, definitions);
        for (String name : definitions.returnNames()) {
            judge.judge(batch, name);
        }
    }
}
