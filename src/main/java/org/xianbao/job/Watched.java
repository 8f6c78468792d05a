package org.xianbao.job;

/** Whoever watches the run that is under way; at most one run at a time. */
final class Watched implements Progress {
    private volatile Progress watcher = Progress.NONE;

    void by(Progress progress) {
        watcher = progress;
    }

    @Override
    public void phase(String name, int total) {
        watcher.phase(name, total);
    }

    @Override
    public void done() {
        watcher.done();
    }

    @Override
    public void rows(long more) {
        watcher.rows(more);
    }
}
