package org.xianbao.database;

import org.jspecify.annotations.Nullable;

/** No database can be used; the message is one line that tells a person why. It never holds a password. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
