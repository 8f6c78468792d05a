package org.xianbao.impact;

/** Told how far a rehearsal is. */
public interface Progress {
    /** So many workbooks will be read. */
    void begins(int workbooks);

    /** One more was, with so many rows. */
    void read(long rows);

    /** All are judged now, and the figures drawn. */
    void judges();
}
