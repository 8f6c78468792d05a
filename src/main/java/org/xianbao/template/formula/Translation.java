package org.xianbao.template.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.CodeList;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.Period;
import org.xianbao.definition.Unit;

/**
 * Turns one expression into a formula. Unknown never breaks a rule: what is compared must hold a value that a spreadsheet
 * reads as the judge does, and where one does not, the formula says nothing. Not reusable.
 */
final class Translation {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");
    /** Decimals to which computed sides are compared: more than any unit has, fewer than a binary fraction errs by. */
    private static final int DECIMALS = 6;

    private final Map<String, Column> columns;
    private final Function<Column, @Nullable String> cells;
    private final Map<String, CodeList> lists;
    private final MissingMarks missing;
    private final Period period;
    private final Map<String, String> guards = new LinkedHashMap<>();
    private final Set<String> named = new LinkedHashSet<>();

    Translation(
            Map<String, Column> columns,
            Function<Column, @Nullable String> cells,
            Map<String, CodeList> lists,
            MissingMarks missing,
            Period period) {
        this.columns = columns;
        this.cells = cells;
        this.lists = lists;
        this.missing = missing;
        this.period = period;
    }

    /** Formulas that are true when the cells that are compared hold values. */
    List<String> guards() {
        return List.copyOf(guards.values());
    }

    /** The columns that were read. */
    Set<String> named() {
        return named;
    }

    /** @throws NotTranslatable when it is no condition that a spreadsheet has too */
    String condition(Sql sql) {
        if (sql instanceof Sql.Binary binary) {
            return binary(binary);
        }
        if (sql instanceof Sql.Not not) {
            return "NOT(" + condition(not.of()) + ")";
        }
        if (sql instanceof Sql.Flag flag) {
            return flag.value() ? "TRUE" : "FALSE";
        }
        if (sql instanceof Sql.IsNull test && test.of() instanceof Sql.Name name) {
            Column column = column(name);
            return missing.of(cell(column), column);
        }
        if (sql instanceof Sql.In in) {
            return Excel.or(in.values().stream()
                    .map(v -> binary(new Sql.Binary("=", in.of(), v)))
                    .toList());
        }
        if (sql instanceof Sql.Name name && column(name).type() == ColumnType.FLAG) {
            return flag(column(name));
        }
        throw new NotTranslatable(sql.toString());
    }

    private String flag(Column column) {
        String cell = cell(column);
        guards.put(cell, "OR(" + cell + "=\"是\"," + cell + "=\"否\")");
        return cell + "=\"是\"";
    }

    private String binary(Sql.Binary binary) {
        String operator = binary.operator();
        if (operator.equals("and") || operator.equals("or")) {
            List<String> sides = List.of(condition(binary.left()), condition(binary.right()));
            return operator.equals("and") ? Excel.and(sides) : Excel.or(sides);
        }
        if (ARITHMETIC.contains(operator)) {
            throw new NotTranslatable(operator);
        }
        if (binary.left() instanceof Sql.Name name && binary.right() instanceof Sql.Text text) {
            return code(column(name), operator, text.text());
        }
        return side(binary.left()) + operator + side(binary.right());
    }

    /** Other texts are not compared: a spreadsheet does not tell {@code a} from {@code A}. */
    private String code(Column column, String operator, String code) {
        CodeList list = column.list() == null ? null : lists.get(column.list());
        if (list == null || !(operator.equals("=") || operator.equals("<>"))) {
            throw new NotTranslatable(column.name());
        }
        String title = list.entries().stream()
                .filter(e -> e.code().equals(code))
                .map(e -> e.title().zh())
                .findFirst()
                .orElseThrow(() -> new NotTranslatable(code));
        String cell = cell(column);
        guards.put(cell, "NOT(" + missing.of(cell, column) + ")");
        return cell + operator + Excel.text(title);
    }

    private String side(Sql sql) {
        String number = number(sql);
        boolean plain = sql instanceof Sql.Digits || (sql instanceof Sql.Name && !number.startsWith("("));
        return plain ? number : "ROUND(" + number + "," + DECIMALS + ")";
    }

    private String number(Sql sql) {
        if (sql instanceof Sql.Digits number) {
            return number.digits();
        }
        if (sql instanceof Sql.Day day) {
            return Excel.date(day.day());
        }
        if (sql instanceof Sql.Minus minus) {
            return "(0-" + number(minus.of()) + ")";
        }
        if (sql instanceof Sql.Binary binary && ARITHMETIC.contains(binary.operator())) {
            return "(" + number(binary.left()) + binary.operator() + number(binary.right()) + ")";
        }
        if (sql instanceof Sql.Call call && call.filter() == null) {
            return call(call);
        }
        if (sql instanceof Sql.Name name) {
            return switch (name.name()) {
                case "s.period_start" -> Excel.date(period.start());
                case "s.period_end" -> Excel.date(period.end());
                default -> value(name);
            };
        }
        throw new NotTranslatable(sql.toString());
    }

    private String call(Sql.Call call) {
        List<Sql> of = call.arguments();
        if (call.function().equals("coalesce") && of.size() == 2 && of.get(0) instanceof Sql.Name name) {
            return orElse(name, number(of.get(1)));
        }
        String function =
                switch (call.function()) {
                    case "abs" -> "ABS";
                    case "year" -> "YEAR";
                    default -> throw new NotTranslatable(call.function());
                };
        if (of.size() != 1) {
            throw new NotTranslatable(function);
        }
        return function + "(" + number(of.get(0)) + ")";
    }

    private String value(Sql.Name name) {
        String cell = cell(column(name));
        guards.put(cell, "ISNUMBER(" + cell + ")");
        return scaled(column(name));
    }

    /** {@code coalesce(x, 0)}: a cell that is missing counts as that; one that cannot be read still says nothing. */
    private String orElse(Sql.Name name, String other) {
        String cell = cell(column(name));
        String number = "ISNUMBER(" + cell + ")";
        List<String> readable = new ArrayList<>(List.of(number));
        readable.add(missing.of(cell, column(name)));
        guards.putIfAbsent(cell, Excel.or(readable));
        return "IF(" + number + "," + scaled(column(name)) + "," + other + ")";
    }

    /** In the stored unit. */
    private String scaled(Column column) {
        boolean number =
                column.type().numeric() || column.type() == ColumnType.DATE || column.type() == ColumnType.YEAR;
        if (!number) {
            throw new NotTranslatable(column.name());
        }
        String reported = column.reported();
        String unit = column.unit();
        OptionalInt exponent = reported == null || unit == null ? OptionalInt.of(0) : Unit.conversion(reported, unit);
        return Excel.scaled(cell(column), exponent.orElseThrow(() -> new NotTranslatable(column.name())));
    }

    private Column column(Sql.Name name) {
        Column column = columns.get(name.name());
        if (column == null) {
            throw new NotTranslatable(name.name());
        }
        return column;
    }

    private String cell(Column column) {
        String cell = cells.apply(column);
        if (cell == null) {
            throw new NotTranslatable(column.name());
        }
        named.add(column.name());
        return cell;
    }
}
