package org.xianbao.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to be known of a definition's SQL before it is put into a statement; string literals are left alone. */
public final class SqlText {
    private static final Pattern LITERAL_OR_CODE = Pattern.compile("'(?:[^']|'')*'|[^']+|'");
    private static final Pattern PREVIOUS = Pattern.compile("\\bprev\\.([a-z_][a-z0-9_]*)");
    private static final Pattern WORD = Pattern.compile("(?<![.\\w])[a-z_][a-z0-9_]*(?![\\w.(])");

    private final String sql;

    public SqlText(String sql) {
        this.sql = sql.strip();
    }

    /** Whether it reads the same key's row one period back. */
    public boolean usesPrevious() {
        return !previous().isEmpty();
    }

    /** The columns read of the row one period back. */
    public Set<String> previous() {
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
    public String flattened() {
        return code(part -> PREVIOUS.matcher(part).replaceAll("\"prev.$1\""));
    }

    /** The stored fields of these columns that the text names, in order of appearance. */
    public Set<String> fields(List<Column> columns) {
        Set<String> known = new LinkedHashSet<>();
        columns.forEach(c -> c.stored().forEach(f -> known.add(f.name())));
        return words(known);
    }

    /** Which of these words the text names by themselves, in order of appearance. */
    Set<String> words(Set<String> known) {
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

    /** Whether the whole text is a single function call, so that {@code filter (where …)} can follow it. */
    public boolean isOneCall() {
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
