package org.xianbao.job;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.xianbao.load.Ledger;

/**
 * The workbooks of a run in shares, each workbook in the share of its number: a partition costs Batch more than most
 * replies cost. How many shares there are depends on the run alone, so that a restart finds the same ones.
 */
class ReplyPartitions implements Partitioner {
    private static final int MOST = 16;

    private final Ledger ledger;
    private final String batch;
    private final Progress progress;

    ReplyPartitions(Ledger ledger, String batch, Progress progress) {
        this.ledger = ledger;
        this.batch = batch;
        this.progress = progress;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        int workbooks;
        try {
            workbooks = ledger.count(batch);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
        progress.phase("reply", workbooks);
        int shares = Math.max(1, Math.min(MOST, workbooks));
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int share = 0; share < shares; share++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt("share", share);
            context.putInt("shares", shares);
            partitions.put(Integer.toString(share), context);
        }
        return partitions;
    }
}
