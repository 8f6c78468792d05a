package org.xianbao.job;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.xianbao.reply.Planned;
import org.xianbao.reply.Replies;

/** Writes replies, and notes them in the chunk's transaction. Thread-safe. */
final class ReplyWriter implements ItemWriter<Planned> {
    private final Replies replies;
    private final DataSource database;
    private final Progress progress;

    ReplyWriter(Replies replies, DataSource database, Progress progress) {
        this.replies = replies;
        this.database = database;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends Planned> chunk) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            for (Planned planned : chunk) {
                replies.write(planned, connection);
                progress.done();
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
