package org.xianbao.period;

import java.util.Map;

/** A period that cannot be closed as asked; nothing was done. */
public final class CloseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands against it. */
    public enum Why {
        /** The period's last day has not ended. */
        NOT_OVER,
        /** A flash edition after the final one. */
        FLASH_AFTER_FINAL,
        /** A second final edition, where a revision is what is meant. */
        FINAL_AFTER_FINAL,
        /** A revision of what was never final. */
        REVISION_BEFORE_FINAL,
        /** A revision, or a choice of source, without one. */
        NO_REASON,
        /** A source chosen for an indicator that there is not. */
        UNKNOWN_INDICATOR,
        /** A source chosen that no return of the period names. */
        UNKNOWN_SOURCE
    }

    private final Why why;
    private final transient Map<String, String> about;

    CloseRefused(Why why, Map<String, String> about) {
        super(why + " " + about);
        this.why = why;
        this.about = about;
    }

    public Why why() {
        return why;
    }

    /** What the message is about, by placeholder: {@code period}, and {@code indicator} and {@code source} where it is one. */
    public Map<String, String> about() {
        return about;
    }
}
