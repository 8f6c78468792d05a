package org.xianbao.template.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of an expression, walked from left to right; words in lower case, texts with their quotes. */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^']|'')*')|(\\d+(?:\\.\\d+)?|\\.\\d+)"
                    + "|([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?)|(<=|>=|<>|!=|\\|\\||::|[-+*/%=<>(),~\\[\\].\"]))");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    SqlTokens(String sql) {
        Matcher m = TOKEN.matcher(sql);
        int end = 0;
        while (m.find() && m.start() == end) {
            end = m.end();
            String token = m.group().strip();
            tokens.add(token.startsWith("'") ? token : token.toLowerCase(Locale.ROOT));
        }
        if (!sql.substring(end).isBlank()) {
            throw new NotTranslatable(sql);
        }
    }

    /** The current one; empty behind the last. */
    String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    /** Takes the current one. */
    String take() {
        String token = peek();
        at++;
        return token;
    }

    /** Takes the current one when it is this. */
    boolean takes(String token) {
        boolean same = peek().equals(token);
        at += same ? 1 : 0;
        return same;
    }

    void need(String token) {
        if (!takes(token)) {
            throw new NotTranslatable(peek());
        }
    }
}
