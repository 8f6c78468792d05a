package org.xianbao.template;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;

/**
 * How a cell looks, and whether it can be typed into while the sheet is protected.
 *
 * @param part what it is part of
 * @param format a number format of the spreadsheet
 * @param open whether it is to be filled in
 */
record Look(Part part, String format, HorizontalAlignment align, boolean open) {
    /** Text whatever is typed: identity numbers keep their digits. */
    static final String TEXT = "@";

    static final String GENERAL = "General";

    /** What a cell is part of. */
    enum Part {
        TITLE("黑体", 18, true, BorderStyle.NONE, null),
        LABEL("宋体", 11, false, BorderStyle.NONE, null),
        ENTRY("宋体", 11, false, BorderStyle.HAIR, null),
        HEADING("宋体", 11, true, BorderStyle.THIN, "DDEBF7"),
        NUMBERING("宋体", 9, false, BorderStyle.THIN, "F2F2F2"),
        STUB("宋体", 11, false, BorderStyle.THIN, "F2F2F2"),
        BODY("宋体", 10, false, BorderStyle.THIN, null),
        TOTAL("宋体", 11, true, BorderStyle.THIN, "F2F2F2"),
        NOTE("宋体", 10, false, BorderStyle.NONE, null),
        MARK("宋体", 8, false, BorderStyle.NONE, null);

        final String font;
        final int points;
        final boolean bold;
        /** Around the cell; of an entry below it only. */
        final BorderStyle border;
        /** RGB of the ground; null for none. */
        final @Nullable String ground;

        Part(String font, int points, boolean bold, BorderStyle border, @Nullable String ground) {
            this.font = font;
            this.points = points;
            this.bold = bold;
            this.border = border;
            this.ground = ground;
        }
    }

    /** Printed. */
    static Look printed(Part part, HorizontalAlignment align) {
        return new Look(part, GENERAL, align, false);
    }
}
