package org.xianbao.export.print;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;

/**
 * How a cell looks.
 *
 * @param format a number format of the spreadsheet
 * @param indent steps to the right
 */
record Look(Part part, HorizontalAlignment align, String format, int indent) {
    private static final String TEXT = "@";

    /** What a cell is part of. */
    enum Part {
        TITLE("黑体", 18, true, "1F3864", null, Line.NONE),
        SUBTITLE("Times New Roman", 11, false, "7F7F7F", null, Line.NONE),
        EDITION("宋体", 9, false, "595959", null, Line.NONE),
        SECTION("黑体", 12, true, "1F3864", null, Line.BELOW),
        LABEL("黑体", 10, false, "404040", null, Line.HAIR),
        VALUE("宋体", 10, false, "000000", null, Line.HAIR),
        LINK("宋体", 10, false, "1F4E9E", null, Line.HAIR),
        HEAD("黑体", 10, true, "1F3864", "E4ECF7", Line.ABOVE),
        HEAD_EN("Times New Roman", 8, false, "595959", "E4ECF7", Line.NONE),
        UNIT("宋体", 8, false, "595959", "E4ECF7", Line.BELOW),
        BODY("宋体", 10, false, "000000", null, Line.HAIR),
        STRONG("黑体", 10, true, "000000", "F6F8FC", Line.HAIR),
        CODE("Times New Roman", 9, false, "8C8C8C", null, Line.HAIR),
        FLAG("Times New Roman", 9, false, "B45F06", null, Line.HAIR),
        STRONG_CODE("Times New Roman", 9, false, "8C8C8C", "F6F8FC", Line.HAIR),
        STRONG_FLAG("Times New Roman", 9, false, "B45F06", "F6F8FC", Line.HAIR),
        RULE("宋体", 4, false, "000000", null, Line.ABOVE),
        NOTE("宋体", 9, false, "595959", null, Line.NONE);

        final String font;
        final int points;
        final boolean bold;
        final String color;
        /** RGB of the ground; null for none. */
        final @Nullable String ground;

        final Line line;

        Part(String font, int points, boolean bold, String color, @Nullable String ground, Line line) {
            this.font = font;
            this.points = points;
            this.bold = bold;
            this.color = color;
            this.ground = ground;
            this.line = line;
        }
    }

    /** Where a cell has a line. */
    enum Line {
        NONE,
        /** A strong one over it. */
        ABOVE,
        /** A thin one under it. */
        BELOW,
        /** The faintest one under it. */
        HAIR
    }

    static Look left(Part part) {
        return new Look(part, HorizontalAlignment.LEFT, TEXT, 0);
    }

    static Look center(Part part) {
        return new Look(part, HorizontalAlignment.CENTER, TEXT, 0);
    }

    static Look indented(Part part, int indent) {
        return new Look(part, HorizontalAlignment.LEFT, TEXT, indent);
    }

    static Look number(Part part, String format) {
        return new Look(part, HorizontalAlignment.RIGHT, format, 0);
    }
}
