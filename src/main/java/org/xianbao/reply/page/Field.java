package org.xianbao.reply.page;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a page.
 *
 * @param column zero-based
 * @param span how many columns it takes, merged when more than one
 * @param text always written as text, whatever it looks like
 * @param link where a click leads; null for nowhere
 */
public record Field(
        int column,
        int span,
        Style style,
        String text,
        @Nullable Target link) {
    public static Field of(int column, Style style, String text) {
        return new Field(column, 1, style, text, null);
    }

    public static Field wide(int column, int span, Style style, String text) {
        return new Field(column, span, style, text, null);
    }
}
