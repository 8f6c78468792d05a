package org.xianbao.job;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.xianbao.load.Block;
import org.xianbao.load.Loading;
import org.xianbao.load.Position;
import org.xianbao.load.Reading;
import org.xianbao.load.WorkbookLoad;

/**
 * A workbook as Batch reads it: an item is a block of rows, and where the next one begins is kept in the same
 * transaction as the block. Step-scoped, so declared by this class.
 */
class BlockReader implements ItemStreamReader<Block> {
    private static final String FORM = "form";
    private static final String ROW = "row";

    private final Loading loading;
    private final Reading reading;
    private Position position = Position.START;
    private @Nullable WorkbookLoad load;

    BlockReader(Loading loading, Reading reading) {
        this.loading = loading;
        this.reading = reading;
    }

    @Override
    public void open(ExecutionContext context) {
        if (context.containsKey(FORM)) {
            position = new Position(context.getInt(FORM), context.getInt(ROW));
        }
        load = loading.load(reading, position);
    }

    @Override
    public @Nullable Block read() throws SQLException {
        if (load == null) {
            throw new ItemStreamException("read before open");
        }
        Block block = load.next();
        if (block != null) {
            position = block.after();
        }
        return block;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(FORM, position.form());
        context.putInt(ROW, position.row());
    }

    @Override
    public void close() {
        if (load != null) {
            load.close();
        }
    }
}
