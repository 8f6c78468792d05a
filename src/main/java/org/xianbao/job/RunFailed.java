package org.xianbao.job;

import org.jspecify.annotations.Nullable;

/** A run broke off; what it did stays, and {@code resume} goes on from there. */
public final class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailed(String batch, @Nullable Throwable cause) {
        super(batch + " broke off; it goes on with 'resume'", cause);
    }
}
