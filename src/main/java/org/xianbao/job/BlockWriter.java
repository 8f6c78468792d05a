package org.xianbao.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.xianbao.load.Block;

/**
 * Writes blocks in the chunk's own transaction, the one that Batch's metadata is written in. A workbook whose rows the
 * database refuses has failed, which it says itself; of the rest of it nothing is written. Thread-safe.
 */
final class BlockWriter implements ItemWriter<Block> {
    /** SQLSTATE classes that speak of what is written, not of the world: data, constraints, limits. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

    private final DataSource database;
    private final Watched progress;
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();

    BlockWriter(DataSource database, Watched progress) {
        this.database = database;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends Block> blocks) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            for (Block block : blocks) {
                write(block, connection);
                progress.rows(block.rowCount());
                if (block.outcome() != null) {
                    progress.done();
                }
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private void write(Block block, Connection connection) throws SQLException {
        if (failed.contains(block.reading())) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            block.write(connection);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (!OF_THE_DATA.contains(state.substring(0, 2))) {
                throw e;
            }
            connection.rollback(before);
            failed.add(block.reading());
            block.failed("SQLSTATE " + state).write(connection);
        }
        connection.releaseSavepoint(before);
    }
}
