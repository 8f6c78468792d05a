package org.xianbao.job;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.xianbao.load.Ledger;
import org.xianbao.load.Reading;

/** A partition a workbook, named by its bytes, so that a restart finds the same ones. */
class WorkbookPartitions implements Partitioner {
    private final Ledger ledger;
    private final String batch;
    private final Progress progress;

    WorkbookPartitions(Ledger ledger, String batch, Progress progress) {
        this.ledger = ledger;
        this.batch = batch;
        this.progress = progress;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<Reading> waiting;
        try {
            waiting = ledger.waiting(batch);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
        progress.phase("read", waiting.size());
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Reading reading : waiting) {
            ExecutionContext context = new ExecutionContext();
            context.putLong("reading", reading.id());
            context.putString("hash", reading.hash());
            context.putInt("sheet", reading.sheetIndex() == null ? -1 : reading.sheetIndex());
            partitions.put(reading.hash(), context);
        }
        return partitions;
    }
}
