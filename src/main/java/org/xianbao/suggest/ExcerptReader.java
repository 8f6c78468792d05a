package org.xianbao.suggest;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Column;
import org.xianbao.definition.Form;
import org.xianbao.definition.Period;
import org.xianbao.definition.ReturnDefinition;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads of a submission what its findings are about, and what stood there before. */
final class ExcerptReader {
    /** A submission with no more rows is looked at as a whole. */
    private static final int WHOLE = 200;
    /** So many periods back a row's earlier figures are looked for; one for large submissions. */
    private static final int PERIODS = 3;
    /** Fewer rows have no usual figure. */
    private static final int FEW = 3;

    private static final int MANY = 10_000;

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Connection connection;
    private final ReturnDefinition layout;
    private final Period period;

    ExcerptReader(Connection connection, ReturnDefinition layout, Period period) {
        this.connection = connection;
        this.layout = layout;
        this.period = period;
    }

    /**
     * Reads one submission.
     *
     * @param rows the 1-based rows that have findings; all are read of a small submission
     * @param totals columns whose printed total does not agree
     */
    Excerpt read(long submission, Set<Integer> rows, Set<String> totals) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select region, rows, places, previous from xianbao.submission where id = ?")) {
            select.setLong(1, submission);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long size = row.getLong(2);
                Integer[] wanted = size <= WHOLE ? null : rows.toArray(Integer[]::new);
                Map<String, String> places = new LinkedHashMap<>();
                JSON.readValue(row.getString(3), new TypeReference<Map<String, String>>() {})
                        .forEach(places::put);
                History history = history(submission, row.getString(1), row.getString(4), size > MANY, wanted);
                Map<String, Excerpt.Printed> printed = printed(submission);
                printed.keySet().retainAll(totals); // one that agrees was added up from the rows and moves with them
                return new Excerpt(
                        submission,
                        size,
                        counted(submission),
                        layout,
                        places,
                        rows(submission, wanted, history),
                        printed,
                        wanted == null ? Map.of() : outside(submission, wanted, printed.keySet()),
                        usual(submission));
            }
        }
    }

    private Map<String, Long> counted(long submission) throws SQLException {
        Map<String, Long> counted = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select rule, sum(total) from xianbao.finding_total"
                        + " where submission = ? and reading = (select reading from xianbao.submission where id = ?) group by rule")) {
            select.setLong(1, submission);
            select.setLong(2, submission);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counted.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return counted;
    }

    private List<SheetRow> rows(long submission, Integer @Nullable [] wanted, History history) throws SQLException {
        List<SheetRow> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select f._row, jsonb_strip_nulls(to_jsonb(f))::text" + " from " + facts()
                        + (wanted == null ? "" : " and f._row = any (?)") + " order by f._row")) {
            select.setLong(1, submission);
            if (wanted != null) {
                select.setArray(2, connection.createArrayOf("int", wanted));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<String, Object> stored = fields(row.getString(2));
                    rows.add(history.complete(row.getInt(1), stored));
                }
            }
        }
        return rows;
    }

    private String facts() {
        return "facts." + layout.name() + " f where f._period = date '" + period.start() + "' and f._submission = ?";
    }

    private static Map<String, Object> fields(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private Map<String, Excerpt.Printed> printed(long submission) throws SQLException {
        Map<String, Excerpt.Printed> printed = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select column_name, row_no, value from xianbao.form_total where submission = ? order by column_name")) {
            select.setLong(1, submission);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    printed.put(
                            row.getString(1), new Excerpt.Printed(row.getInt(2), Slips.plain(row.getBigDecimal(3))));
                }
            }
        }
        return printed;
    }

    private Map<String, BigDecimal> outside(long submission, Integer[] rows, Collection<String> columns)
            throws SQLException {
        Map<String, BigDecimal> outside = new HashMap<>();
        if (columns.isEmpty()) {
            return outside;
        }
        String sums = columns.stream().map(c -> "coalesce(sum(f." + c + "), 0)").collect(Collectors.joining(", "));
        try (PreparedStatement select =
                connection.prepareStatement("select " + sums + " from " + facts() + " and f._row <> all (?)")) {
            select.setLong(1, submission);
            select.setArray(2, connection.createArrayOf("int", rows));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                int n = 1;
                for (String column : columns) {
                    outside.put(column, row.getBigDecimal(n++));
                }
            }
        }
        return outside;
    }

    /** The median of the first thousand rows is good enough to tell 元 from 万元. */
    private Map<String, BigDecimal> usual(long submission) throws SQLException {
        Map<String, BigDecimal> usual = new HashMap<>();
        List<String> columns = layout.columns().stream()
                .filter(c -> c.type().numeric())
                .map(Column::name)
                .toList();
        if (layout.form().kind() != Form.Kind.ROSTER || columns.isEmpty()) {
            return usual;
        }
        String medians = columns.stream()
                .map(c -> "case when count(f.%1$s) >= %2$d then percentile_disc(0.5) within group (order by f.%1$s) end"
                        .formatted(c, FEW))
                .collect(Collectors.joining(", "));
        try (PreparedStatement select = connection.prepareStatement(
                "select " + medians + " from (select * from " + facts() + " limit 1000) f")) {
            select.setLong(1, submission);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                for (int i = 0; i < columns.size(); i++) {
                    BigDecimal median = row.getBigDecimal(i + 1);
                    if (median != null) {
                        usual.put(columns.get(i), median);
                    }
                }
            }
        }
        return usual;
    }

    private History history(long submission, String region, String previous, boolean large, Integer @Nullable [] wanted)
            throws SQLException {
        List<String> keys = keys();
        History history = new History(keys, previous, layout);
        if (previous.equals(period.label()) || (keys.isEmpty() && layout.form().kind() == Form.Kind.ROSTER)) {
            return history;
        }
        List<LocalDate> starts = new ArrayList<>();
        Period at = period.previous();
        for (int i = 0; i < (large ? 1 : PERIODS); i++, at = at.previous()) {
            starts.add(at.start());
        }
        String list = String.join(", ", keys);
        String same = keys.isEmpty()
                ? ""
                : " and (%s) in (select %s from %s%s)"
                        .formatted(list, list, facts(), wanted == null ? "" : " and f._row = any (?)");
        try (PreparedStatement select =
                connection.prepareStatement("select p.period, jsonb_strip_nulls(to_jsonb(p))::text"
                        + " from published." + layout.name() + " p where p.region = ? and p._period = any (?)" + same
                        + " order by p._period desc, p._row")) {
            select.setString(1, region);
            select.setArray(2, connection.createArrayOf("date", starts.toArray()));
            if (!same.isEmpty()) {
                select.setLong(3, submission);
                if (wanted != null) {
                    select.setArray(4, connection.createArrayOf("int", wanted));
                }
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    history.add(row.getString(1), fields(row.getString(2)));
                }
            }
        }
        return history;
    }

    /** What makes a row the same row in the next period, beside county and period. */
    private List<String> keys() {
        return layout.key().isEmpty() && layout.form().kind() == Form.Kind.GRID ? List.of(Form.ITEM) : layout.key();
    }
}
