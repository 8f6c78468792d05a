package org.xianbao.impact;

/** A rehearsal ended before its time, since somebody with real work to do waited for it; or it did not even begin. */
public final class GaveWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GaveWay(String message, Throwable cause) {
        super(message, cause);
    }

    GaveWay(String message) {
        super(message);
    }
}
