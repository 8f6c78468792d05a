package org.xianbao.reply;

/** An explanation as the sender typed it. */
record Typed(String explanation, String author) {
    static final Typed NOTHING = new Typed("", "");
}
