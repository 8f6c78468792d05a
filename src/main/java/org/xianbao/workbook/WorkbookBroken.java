package org.xianbao.workbook;

import org.jspecify.annotations.Nullable;

/** A workbook that opened turned out unreadable further down: a part that is cut off or not well-formed. */
public final class WorkbookBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkbookBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
