package org.xianbao.suggest;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Rule;
import org.xianbao.warehouse.DataException;

/**
 * Tries variants of an excerpt against its relations, many in one statement. PostgreSQL judges here too: the rows go back
 * to it as JSON, each variant laid over them.
 */
final class Trial {
    private static final int COLUMNS_OF_A_VARIANT = 9;

    private final Connection connection;
    private final Excerpt excerpt;
    private final String base;

    Trial(Connection connection, Excerpt excerpt) {
        this.connection = connection;
        this.excerpt = excerpt;
        this.base = ExcerptReader.JSON.writeValueAsString(excerpt.rows().stream()
                .map(row -> {
                    Map<String, Object> json = new LinkedHashMap<>(row.stored());
                    json.put("_row", row.number());
                    return json;
                })
                .toList());
    }

    /** The relations of this excerpt that can be calculated on it as it is. */
    List<Relation> calculable(List<Relation> relations) throws SQLException {
        List<Relation> judged = relations.stream().filter(this::judged).toList();
        if (calculates(judged)) {
            return judged;
        }
        List<Relation> calculable = new ArrayList<>();
        for (Relation relation : judged) {
            if (calculates(List.of(relation))) {
                calculable.add(relation);
            }
        }
        return calculable;
    }

    /** Of a large submission only its rows and its printed totals are judged again. */
    private boolean judged(Relation relation) {
        return relation.total() != null
                ? excerpt.totals().containsKey(relation.total())
                : relation.perRow() || excerpt.whole();
    }

    private boolean calculates(List<Relation> relations) throws SQLException {
        return DataException.survives(
                connection, () -> run(List.of(Variant.AS_SENT), relations, Trial::holds, (n, k, row, value) -> {}));
    }

    /** What each variant breaks, in their order; null for one that cannot be calculated. Rows it does not touch are left out. */
    List<@Nullable Set<Breach>> breaches(List<Variant> variants, List<Relation> relations) throws SQLException {
        List<@Nullable Set<Breach>> breaches = new ArrayList<>();
        variants.forEach(v -> breaches.add(new HashSet<>()));
        boolean calculated = variants.isEmpty()
                || DataException.survives(
                        connection,
                        () -> run(variants, relations, Trial::holds, (n, k, row, value) -> {
                            Set<Breach> of = breaches.get(n);
                            if (of != null && "false".equals(value)) {
                                of.add(new Breach(relations.get(k).number(), row));
                            }
                        }));
        if (calculated) {
            return breaches;
        }
        if (variants.size() == 1) {
            List<@Nullable Set<Breach>> none = new ArrayList<>();
            none.add(null);
            return none;
        }
        int half = variants.size() / 2;
        List<@Nullable Set<Breach>> both = new ArrayList<>(breaches(variants.subList(0, half), relations));
        both.addAll(breaches(variants.subList(half, variants.size()), relations));
        return both;
    }

    /**
     * By how much the sides of the equations differ: for each variant, a figure by breach and number of the equation. What is
     * no number is left out; all of it when a side cannot be calculated.
     */
    List<Map<Equation, BigDecimal>> differences(List<Variant> variants, List<Relation> relations) throws SQLException {
        List<Map<Equation, BigDecimal>> differences = new ArrayList<>();
        variants.forEach(v -> differences.add(new HashMap<>()));
        int most = relations.stream().mapToInt(r -> r.equations().size()).max().orElse(0);
        for (int i = 0; i < most && !variants.isEmpty(); i++) {
            int nth = i;
            List<Relation> having =
                    relations.stream().filter(r -> r.equations().size() > nth).toList();
            DataException.survives(
                    connection,
                    () -> run(variants, having, r -> sides(r.equations().get(nth)), (n, k, row, value) -> {
                        BigDecimal difference = difference(value);
                        if (difference != null) {
                            Breach breach = new Breach(having.get(k).number(), row);
                            differences.get(n).put(new Equation(breach, nth), difference);
                        }
                    }));
        }
        return differences;
    }

    /** The nth equation of a relation that does not hold. */
    record Equation(Breach breach, int nth) {}

    private static @Nullable String holds(Relation relation) {
        return relation.sql();
    }

    private static String sides(Comparison equation) {
        return "jsonb_build_array((" + equation.left() + "), (" + equation.right() + "))";
    }

    private static @Nullable BigDecimal difference(@Nullable String sides) {
        if (sides == null) {
            return null;
        }
        Object[] both = ExcerptReader.JSON.readValue(sides, Object[].class);
        return both[0] instanceof Number left && both[1] instanceof Number right
                ? new BigDecimal(left.toString()).subtract(new BigDecimal(right.toString()))
                : null;
    }

    @FunctionalInterface
    private interface Outcome {
        void of(int variant, int relation, int row, @Nullable String value);
    }

    private void run(
            List<Variant> variants,
            List<Relation> relations,
            Function<Relation, @Nullable String> expression,
            Outcome outcome)
            throws SQLException {
        List<String> parts = new ArrayList<>();
        part(relations, expression, true).ifPresent(parts::add);
        part(relations, expression, false).ifPresent(parts::add);
        if (parts.isEmpty()) {
            return;
        }
        String types = excerpt.fields().entrySet().stream()
                .map(f -> ", \"" + f.getKey() + "\" " + f.getValue())
                .collect(Collectors.joining());
        String sql =
                "with base as materialized (select * from jsonb_to_recordset(?::jsonb) as b(_row int, _missing jsonb"
                        + types
                        + ")), variant as materialized (select * from unnest(?::int[], ?::text[], ?::numeric[], ?::int[],"
                        + " ?::text[], ?::numeric[], ?::int[], ?::text[], ?::numeric[])"
                        + " as v(_n, _c0, _v0, _r1, _c1, _v1, _r2, _c2, _v2)), touched as materialized"
                        + " (select * from unnest(?::int[], ?::int[]) as t(_n, _row)), s as (select id as _id, region, period,"
                        + " period_start, period_end from xianbao.submission where id = " + excerpt.submission() + ") "
                        + String.join(" union all ", parts);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, base);
            set(select, variants);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    outcome.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getString(4));
                }
            }
        }
    }

    private Optional<String> part(
            List<Relation> relations, Function<Relation, @Nullable String> expression, boolean perRow) {
        List<Integer> numbers = IntStream.range(0, relations.size())
                .filter(k -> relations.get(k).perRow() == perRow)
                .boxed()
                .toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Function<Integer, String> sql = k -> {
            Relation relation = relations.get(k);
            String own = expression.apply(relation);
            return "to_jsonb(" + (own == null ? total(relation) : own) + ")";
        };
        Set<String> figures = excerpt.figures();
        String fields = excerpt.fields().entrySet().stream()
                .map(f -> ", " + Variant.overlay(f, figures.contains(f.getKey())))
                .collect(Collectors.joining());
        String laid = "select b._row, b._missing" + fields + " from base b";
        if (perRow) {
            String each = numbers.stream()
                    .map(k -> "(" + k + ", " + sql.apply(k) + ")")
                    .collect(Collectors.joining(", "));
            return Optional.of("select f._n, r._k, f._row, r._value from (select v._n, "
                    + laid.substring("select ".length())
                    + " join touched t on t._row = b._row join variant v on v._n = t._n) f cross join s"
                    + " cross join lateral (values " + each + ") r(_k, _value) where r._value <> 'true'::jsonb");
        }
        String checks = numbers.stream().map(k -> sql.apply(k) + " as _c" + k).collect(Collectors.joining(", "));
        String each = numbers.stream().map(k -> "(" + k + ", c._c" + k + ")").collect(Collectors.joining(", "));
        return Optional.of("select v._n, r._k, 0, r._value from variant v cross join s cross join lateral (select "
                + checks + " from (" + laid + ") f) c cross join lateral (values " + each
                + ") r(_k, _value) where r._value <> 'true'::jsonb");
    }

    private String total(Relation relation) {
        String column = Objects.requireNonNull(relation.total());
        Excerpt.Printed printed = Objects.requireNonNull(excerpt.totals().get(column));
        BigDecimal tolerance = ((Rule.Check.Totals) relation.rule().check()).tolerance();
        return "case when bool_or(f._missing @> '{\"%s\": \"refused\"}') is not true then abs(%s - (%s + coalesce(sum(f.%s), 0))) <= %s end"
                .formatted(
                        column,
                        Variant.overlay(column, printed),
                        excerpt.outside().getOrDefault(column, BigDecimal.ZERO).toPlainString(),
                        column,
                        tolerance.toPlainString());
    }

    private void set(PreparedStatement select, List<Variant> variants) throws SQLException {
        Object[][] columns = new Object[COLUMNS_OF_A_VARIANT][variants.size()];
        List<Integer> touching = new ArrayList<>();
        List<Integer> touched = new ArrayList<>();
        for (int n = 0; n < variants.size(); n++) {
            Variant variant = variants.get(n);
            columns[0][n] = n;
            columns[1][n] = variant.column();
            columns[2][n] = variant.factor();
            for (int i = 0; i < variant.changes().size(); i++) {
                Change change = variant.changes().get(i);
                columns[3 + 3 * i][n] = change.spot().row();
                columns[4 + 3 * i][n] = change.spot().column();
                columns[5 + 3 * i][n] = change.to();
            }
            for (SheetRow row : excerpt.rows()) {
                if (variant.equals(Variant.AS_SENT) || variant.touches(row)) {
                    touching.add(n);
                    touched.add(row.number());
                }
            }
        }
        String[] types = {"int", "text", "numeric", "int", "text", "numeric", "int", "text", "numeric"};
        for (int i = 0; i < types.length; i++) {
            select.setArray(2 + i, connection.createArrayOf(types[i], columns[i]));
        }
        select.setArray(2 + types.length, connection.createArrayOf("int", touching.toArray()));
        select.setArray(3 + types.length, connection.createArrayOf("int", touched.toArray()));
    }
}
