package org.xianbao.warehouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Rows of one submission, ready to be sent: a complete COPY BINARY stream, valid until its {@link CopyRows} goes on. */
public final class CopyBlock {
    private final String leaf;
    private final String columns;
    private final byte[] bytes;
    private final int length;
    private final int rows;

    CopyBlock(String leaf, String columns, byte[] bytes, int length, int rows) {
        this.leaf = leaf;
        this.columns = columns;
        this.bytes = bytes;
        this.length = length;
        this.rows = rows;
    }

    public int rows() {
        return rows;
    }

    /** Sends the rows in the connection's transaction. */
    public void send(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        String copy = "copy " + leaf + " (" + columns + ") from stdin (format binary)";
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(bytes, 0, length), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException("COPY into " + leaf + " broke off", e);
        }
    }
}
