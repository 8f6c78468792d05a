package org.xianbao.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Tells whether a piece of SQL stays within the parentheses that it is put into. Whether it is right, a database tells. */
final class SqlFragment {
    private final String sql;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private SqlFragment(String sql) {
        this.sql = sql;
    }

    /** What is wrong with it; empty when it is closed in itself. */
    static Optional<String> fault(String sql) {
        return new SqlFragment(sql).scan();
    }

    private Optional<String> scan() {
        for (; at < sql.length(); at++) {
            char c = sql.charAt(at);
            Optional<String> fault = c == '\'' || c == '"' ? quoted(c) : plain(c);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("'" + open.peek() + "' is not closed");
    }

    private Optional<String> quoted(char quote) {
        int end = sql.indexOf(quote, at + 1);
        if (end < 0) {
            return Optional.of("quote " + quote + " is not closed");
        }
        at = end;
        return Optional.empty();
    }

    private Optional<String> plain(char c) {
        switch (c) {
            case '(', '[' -> open.push(c);
            case ')', ']' -> {
                char opening = c == ')' ? '(' : '[';
                if (open.isEmpty() || open.pop() != opening) {
                    return Optional.of("'" + c + "' has no '" + opening + "' before it");
                }
            }
            case ';', '$', '?', '\\' -> {
                return Optional.of("'" + c + "' is not allowed in SQL here");
            }
            default -> {
                if (sql.startsWith("--", at) || sql.startsWith("/*", at)) {
                    return Optional.of("comments are not allowed in SQL here");
                }
            }
        }
        return Optional.empty();
    }
}
