package org.xianbao.cli;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of a query are written. */
enum Format {
    /** Aligned columns for a person. */
    TABLE {
        @Override
        void write(ResultSet rows, Appendable to) throws SQLException, IOException {
            TableFormat.write(rows, to);
        }
    },
    /** RFC 4180; null is an empty field, an empty text is {@code ""}. */
    CSV {
        @Override
        void write(ResultSet rows, Appendable to) throws SQLException, IOException {
            TextFormats.csv(rows, to);
        }
    },
    /** An array of objects, one a line (RFC 8259). */
    JSON {
        @Override
        void write(ResultSet rows, Appendable to) throws SQLException, IOException {
            TextFormats.json(rows, to);
        }
    };

    abstract void write(ResultSet rows, Appendable to) throws SQLException, IOException;
}
