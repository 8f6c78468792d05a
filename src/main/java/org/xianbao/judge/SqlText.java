package org.xianbao.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xianbao.definition.Column;

/** What has to be known of a definition's SQL before it is put into a statement; string literals are left alone. */
final class SqlText {
    private static final Pattern LITERAL_OR_CODE = Pattern.compile("'(?:[^']|'')*'|[^']+|'");
    private static final Pattern PREVIOUS = Pattern.compile("\\bprev\\.([a-z_][a-z0-9_]*)");
    private static final Pattern WORD = Pattern.compile("(?<![.\\w])[a-z_][a-z0-9_]*(?![\\w.(])");

    private final String sql;

    SqlText(String sql) {
        this.sql = sql.strip();
    }

    /** Whether it reads the same key's row one period back. */
    boolean usesPrevious() {
        return !previous().isEmpty();
    }

    /** The columns read of the row one period back. */
    Set<String> previous() {
        Set<String> columns = new LinkedHashSet<>();
        code(part -> {
            Matcher m = PREVIOUS.matcher(part);
            while (m.find()) {
                columns.add(m.group(1));
            }
            return part;
        });
        return columns;
    }

    /** The text with {@code prev.x} as the single column {@code "prev.x"}, so that it can stand beside {@code x}. */
    String flattened() {
        return code(part -> PREVIOUS.matcher(part).replaceAll("\"prev.$1\""));
    }

    /** The stored fields of these columns that the text names, in order of appearance. */
    Set<String> fields(List<Column> columns) {
        Set<String> known = new LinkedHashSet<>();
        columns.forEach(c -> c.stored().forEach(f -> known.add(f.name())));
        Set<String> named = new LinkedHashSet<>();
        code(part -> {
            Matcher m = WORD.matcher(PREVIOUS.matcher(part).replaceAll(" "));
            while (m.find()) {
                if (known.contains(m.group())) {
                    named.add(m.group());
                }
            }
            return part;
        });
        return named;
    }

    /**
     * Whether the text is one expression and cannot reach beyond the parentheses it is put in: no semicolon, no comment,
     * no parenthesis closed that was not opened.
     */
    boolean isOneExpression() {
        int[] depth = {0};
        boolean[] ok = {!sql.isEmpty()};
        code(part -> {
            if (part.contains(";")
                    || part.contains("--")
                    || part.contains("/*")
                    || part.contains("$$")
                    || part.equals("'")) {
                ok[0] = false;
            }
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                depth[0] += c == '(' ? 1 : c == ')' ? -1 : 0;
                ok[0] &= depth[0] >= 0;
            }
            return part;
        });
        return ok[0] && depth[0] == 0;
    }

    /** Whether the whole text is a single function call, so that {@code filter (where …)} can follow it. */
    boolean isOneCall() {
        Matcher name = Pattern.compile("^[a-z_][a-z0-9_.]*\\s*\\(").matcher(sql);
        if (!name.find() || !sql.endsWith(")")) {
            return false;
        }
        int depth = 0;
        boolean literal = false;
        for (int i = name.end() - 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                literal = !literal;
            } else if (!literal) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0 && i < sql.length() - 1) {
                    return false;
                }
            }
        }
        return depth == 0;
    }

    private String code(UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        Matcher parts = LITERAL_OR_CODE.matcher(sql);
        while (parts.find()) {
            String part = parts.group();
            changed.append(part.length() > 1 && part.startsWith("'") ? part : change.apply(part));
        }
        return changed.toString();
    }

    @Override
    public String toString() {
        return sql;
    }
}
