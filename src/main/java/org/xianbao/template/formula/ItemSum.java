package org.xianbao.template.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Form;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Rule;

/**
 * A rule of a grid by which one item's cell is the sum of others': {@code sum(x) filter (where item <> 'total') = max(x)
 * filter (where item = 'total')}, also with a tolerance, {@code abs(… - …) <= 1}, or within {@code coalesce(…, true)}.
 *
 * @param column the column that is added up
 * @param total code of the item that holds the sum
 * @param parts codes of the items that are added, in the form's order
 */
public record ItemSum(String column, String total, List<String> parts) {

    /** Empty when the rule says anything else. */
    public static Optional<ItemSum> of(ReturnDefinition definition, Rule rule) {
        if (!(rule.check() instanceof Rule.Check.Submission over)
                || over.condition().when() != null) {
            return Optional.empty();
        }
        try {
            return sides(SqlParser.parse(over.condition().then())).flatMap(s -> of(s, definition.form()));
        } catch (NotTranslatable e) {
            return Optional.empty();
        }
    }

    private static Optional<Sql.Binary> sides(Sql sql) {
        if (sql instanceof Sql.Call call
                && call.function().equals("coalesce")
                && call.arguments().get(0) instanceof Sql.Binary inner) {
            return sides(inner);
        }
        if (!(sql instanceof Sql.Binary test)) {
            return Optional.empty();
        }
        if (test.operator().equals("=")) {
            return Optional.of(test);
        }
        return (test.operator().equals("<=") || test.operator().equals("<"))
                        && test.left() instanceof Sql.Call call
                        && call.function().equals("abs")
                        && call.arguments().get(0) instanceof Sql.Binary difference
                        && difference.operator().equals("-")
                ? Optional.of(difference)
                : Optional.empty();
    }

    private static Optional<ItemSum> of(Sql.Binary sides, Form form) {
        Optional<ItemSum> sum = of(sides.left(), sides.right(), form);
        return sum.isPresent() ? sum : of(sides.right(), sides.left(), form);
    }

    private static Optional<ItemSum> of(Sql sum, Sql total, Form form) {
        Set<String> one = Set.of("max", "min", "sum");
        if (!(sum instanceof Sql.Call parts && total instanceof Sql.Call whole)
                || !parts.function().equals("sum")
                || !one.contains(whole.function())
                || !parts.arguments().equals(whole.arguments())
                || !(parts.arguments().get(0) instanceof Sql.Name column)) {
            return Optional.empty();
        }
        List<String> added = items(parts.filter(), form);
        List<String> holder = items(whole.filter(), form);
        boolean sound = holder.size() == 1 && !added.isEmpty() && !added.contains(holder.get(0));
        return sound ? Optional.of(new ItemSum(column.name(), holder.get(0), added)) : Optional.empty();
    }

    /** The items that a filter lets through; none when it is anything but a test of the item's code. */
    private static List<String> items(@Nullable Sql filter, Form form) {
        List<String> all = new ArrayList<>(form.items().keySet());
        if (filter instanceof Sql.Binary test && item(test.left()) && test.right() instanceof Sql.Text code) {
            switch (test.operator()) {
                case "=" -> all.removeIf(i -> !i.equals(code.text()));
                case "<>" -> all.remove(code.text());
                default -> all.clear();
            }
            return all;
        }
        boolean not = filter instanceof Sql.Not;
        Sql inner = filter instanceof Sql.Not n ? n.of() : filter;
        if (inner instanceof Sql.In in && item(in.of())) {
            all.removeIf(i -> in.values().contains(new Sql.Text(i)) == not);
            return all;
        }
        return List.of();
    }

    private static boolean item(Sql sql) {
        return sql.equals(new Sql.Name(Form.ITEM));
    }
}
