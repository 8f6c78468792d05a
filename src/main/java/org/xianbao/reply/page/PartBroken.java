package org.xianbao.reply.page;

import org.jspecify.annotations.Nullable;

/** A part of the workbook that was sent cannot be read, so the workbook cannot be marked in place. */
public final class PartBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartBroken(String part, @Nullable Throwable cause) {
        super(part + " cannot be read", cause);
    }
}
