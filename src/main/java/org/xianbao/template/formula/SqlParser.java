package org.xianbao.template.formula;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the grammar that the package states, with the precedences of PostgreSQL. */
final class SqlParser {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "is", "in", "between", "null", "case", "when", "then", "else", "end", "like");

    private final SqlTokens tokens;

    private SqlParser(String sql) {
        tokens = new SqlTokens(sql);
    }

    /** @throws NotTranslatable when the text is anything else */
    static Sql parse(String sql) {
        SqlParser parser = new SqlParser(sql);
        Sql all = parser.or();
        parser.tokens.need("");
        return all;
    }

    private Sql or() {
        Sql left = and();
        while (tokens.takes("or")) {
            left = new Sql.Binary("or", left, and());
        }
        return left;
    }

    private Sql and() {
        Sql left = not();
        while (tokens.takes("and")) {
            left = new Sql.Binary("and", left, not());
        }
        return left;
    }

    private Sql not() {
        return tokens.takes("not") ? new Sql.Not(not()) : test();
    }

    private Sql test() {
        Sql left = sum();
        if (COMPARISONS.contains(tokens.peek())) {
            String operator = tokens.take();
            return new Sql.Binary(operator.equals("!=") ? "<>" : operator, left, sum());
        }
        if (tokens.takes("is")) {
            boolean not = tokens.takes("not");
            tokens.need("null");
            return negated(not, new Sql.IsNull(left));
        }
        boolean not = tokens.takes("not");
        if (tokens.takes("between")) {
            Sql least = new Sql.Binary(">=", left, sum());
            tokens.need("and");
            return negated(not, new Sql.Binary("and", least, new Sql.Binary("<=", left, sum())));
        }
        if (tokens.takes("in")) {
            tokens.need("(");
            return negated(not, new Sql.In(left, listed(this::sum)));
        }
        if (not) {
            throw new NotTranslatable(tokens.peek());
        }
        return left;
    }

    private static Sql negated(boolean not, Sql test) {
        return not ? new Sql.Not(test) : test;
    }

    private Sql sum() {
        Sql left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            left = new Sql.Binary(tokens.take(), left, product());
        }
        return left;
    }

    /** Division is left out: that of whole numbers means another thing in SQL. */
    private Sql product() {
        Sql left = factor();
        while (tokens.takes("*")) {
            left = new Sql.Binary("*", left, factor());
        }
        return left;
    }

    private Sql factor() {
        String token = tokens.take();
        if (token.equals("-")) {
            return new Sql.Minus(factor());
        }
        if (token.equals("(")) {
            Sql inner = or();
            tokens.need(")");
            return inner;
        }
        if (token.startsWith("'")) {
            return new Sql.Text(unquoted(token));
        }
        if (!token.isEmpty() && (Character.isDigit(token.charAt(0)) || token.startsWith("."))) {
            return new Sql.Digits(token);
        }
        return named(token);
    }

    private Sql named(String word) {
        if (word.isEmpty() || !Character.isLetter(word.charAt(0)) || WORDS.contains(word)) {
            throw new NotTranslatable(word);
        }
        if (word.equals("true") || word.equals("false")) {
            return new Sql.Flag(word.equals("true"));
        }
        if (word.equals("date") && tokens.peek().startsWith("'")) {
            return day(unquoted(tokens.take()));
        }
        if (!tokens.takes("(")) {
            return new Sql.Name(word);
        }
        if (word.equals("extract")) {
            return year();
        }
        return new Sql.Call(word, listed(this::or), filter());
    }

    private static Sql day(String text) {
        try {
            return new Sql.Day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new NotTranslatable(text);
        }
    }

    private Sql year() {
        tokens.need("year");
        tokens.need("from");
        Sql day = sum();
        tokens.need(")");
        return new Sql.Call("year", List.of(day), null);
    }

    /** What follows an opening parenthesis, parted by commas, up to the closing one. */
    private List<Sql> listed(Supplier<Sql> one) {
        List<Sql> all = new ArrayList<>();
        do {
            all.add(one.get());
        } while (tokens.takes(","));
        tokens.need(")");
        return List.copyOf(all);
    }

    private @Nullable Sql filter() {
        if (!tokens.takes("filter")) {
            return null;
        }
        tokens.need("(");
        tokens.need("where");
        Sql condition = or();
        tokens.need(")");
        return condition;
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1).replace("''", "'");
    }
}
