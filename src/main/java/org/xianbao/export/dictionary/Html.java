package org.xianbao.export.dictionary;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML element by element; every text and attribute is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value … */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        page.append('>');
        open.push(tag);
        return this;
    }

    Html close() {
        page.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** The program's own style sheet or script; never a text from elsewhere. */
    Html own(String tag, String content) {
        open(tag);
        page.append(content);
        return close();
    }

    /** An element that has no content and no end. */
    Html empty(String tag, String... attributes) {
        open(tag, attributes);
        open.pop();
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
