package org.xianbao.reply.page;

import java.util.List;

/** A row of a page, its fields from left to right, no two in one column; empty for a row left blank. */
public record Line(List<Field> fields) {
    public static Line of(Field... fields) {
        return new Line(List.of(fields));
    }
}
