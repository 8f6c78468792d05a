package org.xianbao.job;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.xianbao.load.Block;

/** Writes blocks in the chunk's own transaction, the one that Batch's metadata is written in. */
final class BlockWriter implements ItemWriter<Block> {
    private final DataSource database;
    private final Watched progress;

    BlockWriter(DataSource database, Watched progress) {
        this.database = database;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends Block> blocks) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            for (Block block : blocks) {
                block.write(connection);
                progress.rows(block.rowCount());
                if (block.outcome() != null) {
                    progress.done();
                }
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
