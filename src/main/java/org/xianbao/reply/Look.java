package org.xianbao.reply;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a cell of a receipt looks; together the styles of its workbook (SpreadsheetML, ECMA-376 18.8). */
enum Look {
    TITLE(20, true, "1F3864", "", "center", false),
    SUBTITLE(11, false, "595959", "", "center", false),
    GOOD(14, true, "FFFFFF", "2E7D5B", "center", false),
    OPEN(14, true, "FFFFFF", "B7791F", "center", false),
    BAD(14, true, "FFFFFF", "B23B3B", "center", false),
    ADVICE(10, false, "404040", "F5F6F8", "center", false),
    SECTION(11, true, "1F3864", "", "left", false),
    LABEL(10, false, "595959", "F5F6F8", "left", true),
    TEXT(10, false, "262626", "", "left", true),
    HEAD(10, true, "1F3864", "E4EAF3", "center", true),
    CENTRED(10, false, "262626", "", "center", true),
    NUMBER(10, false, "262626", "", "right", true),
    CENTRED_GOOD(10, true, "2E7D5B", "", "center", true),
    CENTRED_OPEN(10, true, "B7791F", "", "center", true),
    CENTRED_BAD(10, true, "B23B3B", "", "center", true),
    FOOT(9, false, "7F7F7F", "", "left", false);

    private static final List<Look> ALL = List.of(values());
    private static final String FONT = "微软雅黑";
    private static final String LINE = "C5CAD3";

    /** What every workbook must have before ours: no fill, and the one that Excel keeps for itself. */
    private static final int FILLS_BEFORE = 2;

    private final int points;
    private final boolean bold;
    private final String colour;
    private final String fill;
    private final String alignment;
    private final boolean framed;

    /** @param colour of the text, as RRGGBB; {@code fill} likewise, empty for none */
    Look(int points, boolean bold, String colour, String fill, String alignment, boolean framed) {
        this.points = points;
        this.bold = bold;
        this.colour = colour;
        this.fill = fill;
        this.alignment = alignment;
        this.framed = framed;
    }

    /** The number of its cell format in {@link #styles}. */
    int style() {
        return ALL.indexOf(this) + 1;
    }

    /** The part {@code styles.xml}. */
    static String styles() {
        int count = ALL.size();
        return "<styleSheet xmlns=\"" + ReceiptSheet.MAIN + "\">"
                + "<fonts count=\"" + (count + 1) + "\"><font><sz val=\"10\"/><name val=\"" + FONT + "\"/></font>"
                + each(Look::font) + "</fonts>"
                + "<fills count=\"" + (count + FILLS_BEFORE) + "\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill>" + each(Look::filling) + "</fills>"
                + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>"
                + edge("left") + edge("right") + edge("top") + edge("bottom") + "<diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"" + (count + 1) + "\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
                + each(Look::format) + "</cellXfs>"
                + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
                + "</styleSheet>";
    }

    private static String each(Function<Look, String> part) {
        return ALL.stream().map(part).collect(Collectors.joining());
    }

    private String font() {
        return "<font>" + (bold ? "<b/>" : "") + "<sz val=\"" + points + "\"/><color rgb=\"FF" + colour
                + "\"/><name val=\"" + FONT + "\"/></font>";
    }

    private String filling() {
        return fill.isEmpty()
                ? "<fill><patternFill patternType=\"none\"/></fill>"
                : "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" + fill
                        + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
    }

    private static String edge(String side) {
        return "<" + side + " style=\"thin\"><color rgb=\"FF" + LINE + "\"/></" + side + ">";
    }

    private String format() {
        return "<xf numFmtId=\"0\" fontId=\"" + style() + "\" fillId=\"" + (ALL.indexOf(this) + FILLS_BEFORE)
                + "\" borderId=\""
                + (framed ? 1 : 0)
                + "\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                + "<alignment horizontal=\"" + alignment + "\" vertical=\"center\" wrapText=\"1\""
                + (framed && !alignment.equals("center") ? " indent=\"1\"" : "") + "/></xf>";
    }
}
