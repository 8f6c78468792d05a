package org.xianbao.job;

/** Told how far long work is. Called from several threads at once. */
public interface Progress {
    /** A new phase begins. {@code total} is how many workbooks or returns it will go through; 0 when nobody knows. */
    void phase(String name, int total);

    /** One workbook or return more is done. */
    void done();

    void rows(long more);

    /** Nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void phase(String name, int total) {}

        @Override
        public void done() {}

        @Override
        public void rows(long more) {}
    };
}
