package org.xianbao.reply.page;

import org.jspecify.annotations.Nullable;

/** The styles of our own pages. Colours are six hex digits. */
public enum Style {
    TITLE(20, true, "1F3A5F", null, false, Align.LEFT),
    LEAD(11, false, "44546A", null, false, Align.LEFT),
    STEP(10, false, "333333", null, false, Align.LEFT),
    HEADING(10, true, "FFFFFF", "264568", true, Align.CENTER),
    TEXT(10, false, "222222", null, true, Align.LEFT),
    STRONG(10, true, "222222", null, true, Align.LEFT),
    LINK(10, false, "1F5FA8", null, true, Align.LEFT),
    ACTION(10, false, "555555", "F6F7F9", true, Align.LEFT),
    ENTRY(10, false, "222222", "FFF9DB", true, Align.LEFT),
    TOLD(12, true, "222222", null, false, Align.LEFT),
    GOOD(10, true, "2F5D3A", "DDEBDD", true, Align.CENTER),
    REJECT(10, true, "6B1D14", Mark.REJECT.rgb(), true, Align.LEFT),
    QUERY(10, true, "5C4400", Mark.QUERY.rgb(), true, Align.LEFT),
    NOTE(10, true, "1D3F63", Mark.NOTE.rgb(), true, Align.LEFT),
    ANSWERED(10, true, "3E4F3B", Mark.ANSWERED.rgb(), true, Align.LEFT);

    /** Where a text stands in its cell. */
    public enum Align {
        LEFT,
        CENTER
    }

    /** The font of all pages: on every Chinese Windows, and replaced by a like one elsewhere. */
    public static final String FONT = "微软雅黑";

    /** Colour of the thin lines around bordered cells. */
    public static final String LINE = "C5CDD8";

    private final int size;
    private final boolean bold;
    private final String colour;
    private final @Nullable String fill;
    private final boolean bordered;
    private final Align align;

    Style(int size, boolean bold, String colour, @Nullable String fill, boolean bordered, Align align) {
        this.size = size;
        this.bold = bold;
        this.colour = colour;
        this.fill = fill;
        this.bordered = bordered;
        this.align = align;
    }

    /** The style of what is said with this weight. */
    public static Style of(Mark mark) {
        return switch (mark) {
            case REJECT -> REJECT;
            case QUERY -> QUERY;
            case NOTE -> NOTE;
            case ANSWERED -> ANSWERED;
        };
    }

    /** In points. */
    public int size() {
        return size;
    }

    public boolean bold() {
        return bold;
    }

    public String colour() {
        return colour;
    }

    /** The background; null for none. */
    public @Nullable String fill() {
        return fill;
    }

    public boolean bordered() {
        return bordered;
    }

    public Align align() {
        return align;
    }

    /** Whether a person is to write here: unlocked should the sheet be protected. */
    public boolean open() {
        return this == ENTRY;
    }
}
