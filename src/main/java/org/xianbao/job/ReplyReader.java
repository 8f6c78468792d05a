package org.xianbao.job;

import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.xianbao.reply.Planned;
import org.xianbao.reply.Replies;

/**
 * The replies of one share that are still to be written. What is written is noted in the warehouse, so a restart has
 * nothing to remember. Step-scoped, so declared by this class.
 */
class ReplyReader implements ItemReader<Planned> {
    private final Replies replies;
    private final String batch;
    private final int share;
    private final int shares;
    private @Nullable Iterator<Planned> due;

    ReplyReader(Replies replies, String batch, int share, int shares) {
        this.replies = replies;
        this.batch = batch;
        this.share = share;
        this.shares = shares;
    }

    @Override
    public @Nullable Planned read() throws SQLException {
        Iterator<Planned> left = due;
        if (left == null) {
            left = replies.due(batch).stream()
                    .filter(p -> p.reading() % shares == share)
                    .iterator();
            due = left;
        }
        return left.hasNext() ? left.next() : null;
    }
}
