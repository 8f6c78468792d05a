package org.xianbao.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells one SQL statement from several, by PostgreSQL's lexical rules (manual, chapter 4.1). */
public final class SingleStatement {
    /** What may hold a semicolon that ends nothing, then the one that does; a block comment is closed by hand, it nests. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)(?<![\\w$])e'(?:[^'\\\\]|''|\\\\.)*+(?:'|$)" // E'it\'s'
                    + "|'(?:[^']|'')*+(?:'|$)" // 'it''s'
                    + "|\"(?:[^\"]|\"\")*+(?:\"|$)" // "a ""name"""
                    + "|(?<![\\w$])\\$((?:[\\p{L}_][\\p{L}\\p{N}_]*)?)\\$[\\s\\S]*?(?:\\$\\1\\$|$)" // $tag$ … $tag$
                    + "|--[^\\n\\r]*"
                    + "|/\\*|\\*/"
                    + "|;",
            Pattern.DOTALL);

    private SingleStatement() {}

    /**
     * The statement without its closing semicolon.
     *
     * @throws IllegalArgumentException when there is none, or more than one; the message tells a person
     */
    public static String of(String sql) {
        StringBuilder code = new StringBuilder();
        int end = endOfFirst(sql, code);
        if (code.toString().isBlank()) {
            throw new IllegalArgumentException("there is no statement");
        }
        StringBuilder rest = new StringBuilder();
        String after = end < sql.length() ? sql.substring(end + 1) : "";
        int next = endOfFirst(after, rest);
        if (!rest.toString().isBlank() || next < after.length()) {
            throw new IllegalArgumentException("one statement at a time, please");
        }
        return sql.substring(0, end).strip();
    }

    /** Where the first statement ends; what of it is not comment goes to {@code code}. */
    private static int endOfFirst(String sql, StringBuilder code) {
        Matcher token = TOKEN.matcher(sql);
        int depth = 0;
        int from = 0;
        int search = 0;
        while (token.find(search)) {
            String text = token.group();
            search = token.end();
            if (depth > 0 && !text.equals("/*") && !text.equals("*/")) {
                search = token.start() + 1;
                continue;
            }
            if (depth == 0) {
                code.append(sql, from, token.start());
            }
            if (text.equals("/*")) {
                depth++;
            } else if (text.equals("*/")) {
                depth = Math.max(0, depth - 1);
            } else if (text.equals(";")) {
                return token.start();
            } else if (!text.startsWith("--")) {
                code.append(text);
            }
            from = search;
        }
        if (depth == 0) {
            code.append(sql, from, sql.length());
        }
        return sql.length();
    }
}
