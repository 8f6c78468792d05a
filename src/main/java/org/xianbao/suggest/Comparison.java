package org.xianbao.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two sides of a rule that must be equal, give or take: {@code a = b}, {@code abs(a - b) <= 1}. What cannot be taken apart
 * is left alone; that costs a hint and nothing else.
 *
 * @param left SQL
 * @param right SQL
 */
record Comparison(String left, String right) {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_.]*|<=|>=|<>|!=|::|[=<>()\\[\\]]");
    private static final Pattern COALESCED = Pattern.compile("(?is)coalesce\\s*\\((.*),\\s*true\\s*\\)");
    private static final Pattern DIFFERENCE = Pattern.compile("(?is)abs\\s*\\((.*)\\)");
    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");

    private record Token(String text, int start, int end) {}

    /** The equations in a condition, wherever {@code and} or {@code or} part it. */
    static List<Comparison> equations(String sql) {
        String text = bare(sql);
        Matcher coalesced = COALESCED.matcher(text);
        if (coalesced.matches() && closed(coalesced.group(1))) {
            return equations(coalesced.group(1));
        }
        List<Token> tokens = topLevel(text);
        List<String> parts = parts(text, tokens);
        if (parts.size() > 1) {
            return parts.stream().flatMap(p -> equations(p).stream()).toList();
        }
        return tokens.stream().anyMatch(t -> t.text.equals("not")) ? List.of() : equation(text, tokens);
    }

    private static List<Comparison> equation(String text, List<Token> tokens) {
        List<Token> operators =
                tokens.stream().filter(t -> OPERATORS.contains(t.text)).toList();
        if (operators.size() != 1) {
            return List.of();
        }
        Token operator = operators.get(0);
        String left = bare(text.substring(0, operator.start));
        String right = bare(text.substring(operator.end));
        return switch (operator.text) {
            case "=" -> List.of(new Comparison(left, right));
            case "<", "<=" -> difference(left);
            case ">", ">=" -> difference(right);
            default -> List.of();
        };
    }

    private static List<Comparison> difference(String side) {
        Matcher m = DIFFERENCE.matcher(side);
        return m.matches() && closed(m.group(1)) ? List.of(new Comparison(m.group(1), "0")) : List.of();
    }

    private static List<String> parts(String text, List<Token> tokens) {
        List<String> parts = new ArrayList<>();
        boolean between = false;
        int from = 0;
        for (Token token : tokens) {
            if (token.text.equals("between")) {
                between = true;
            } else if (token.text.equals("or") || (token.text.equals("and") && !between)) {
                parts.add(text.substring(from, token.start));
                from = token.end;
            } else if (token.text.equals("and")) {
                between = false;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Words and operators outside parentheses, brackets and {@code case … end}, words in lower case. */
    private static List<Token> topLevel(String text) {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            String token = m.group().toLowerCase(Locale.ROOT);
            switch (token) {
                case "(", "[", "case" -> depth++;
                case ")", "]", "end" -> depth--;
                default -> {
                    if (depth == 0) {
                        tokens.add(new Token(token, m.start(), m.end()));
                    }
                }
            }
        }
        return tokens;
    }

    /** Without the parentheses around the whole. */
    private static String bare(String sql) {
        String text = sql.strip();
        while (text.startsWith("(") && text.endsWith(")") && closed(text.substring(1, text.length() - 1))) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Whether every parenthesis in it is opened and closed within. */
    private static boolean closed(String text) {
        int depth = 0;
        Matcher m = TOKEN.matcher(text);
        while (m.find() && depth >= 0) {
            depth += m.group().equals("(") ? 1 : m.group().equals(")") ? -1 : 0;
        }
        return depth == 0;
    }
}
