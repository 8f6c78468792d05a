package org.xianbao.job;

/** Another process runs a night or a rerun on this database. */
public final class AlreadyRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRunning() {
        super("another run is under way on this database; wait for it to end");
    }
}
