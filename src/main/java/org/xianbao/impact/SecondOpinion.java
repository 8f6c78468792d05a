package org.xianbao.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/** How the sheets that a rehearsal has read again were judged before, and are judged now. */
final class SecondOpinion {
    /** The newest reading of each sheet, before the rehearsal or by it. */
    private static final String SHEETS = "select distinct on (s.workbook, s.sheet_index) s.id, s.workbook,"
            + " s.sheet_index, s.return_name, coalesce(t.zh, s.return_name), coalesce(t.en, s.return_name), s.region,"
            + " coalesce((select g.name from xianbao.region g where g.code = s.region and g.valid_from <= s.period_end"
            + " order by g.valid_from desc limit 1), s.region), s.period, w.name, s.sheet, v.verdict,"
            + " exists (select from xianbao.publication p where p.submission = s.id and p.superseded_at is null)"
            + " from xianbao.submission s join xianbao.reading r on r.id = s.reading"
            + " join xianbao.workbook w on w.hash = s.workbook"
            + " left join xianbao.return_title t on t.name = s.return_name"
            + " left join xianbao.verdict v on v.submission = s.id"
            + " where (r.batch = ?) = ? and s.workbook in (select workbook from xianbao.reading where batch = ?)"
            + " and (select n.sheet_index is null or n.sheet_index = s.sheet_index from xianbao.reading n"
            + " where n.batch = ? and n.workbook = s.workbook)"
            + " order by s.workbook, s.sheet_index, s.id desc";

    /** Of these submissions, and of workbooks that were read as a whole. */
    private static final String FINDINGS = "select t.severity, t.rule, sum(t.total) from xianbao.finding_total t"
            + " where t.submission = any (?) or (t.submission = 0 and t.reading in (select distinct on (r.workbook) r.id"
            + " from xianbao.reading r where r.sheet_index is null and (r.batch = ?) = ? and r.workbook in"
            + " (select workbook from xianbao.reading where batch = ? and sheet_index is null)"
            + " order by r.workbook, r.id desc)) group by t.severity, t.rule";

    private final Connection connection;
    private final String batch;

    /** @param batch of the rehearsal */
    SecondOpinion(Connection connection, String batch) {
        this.connection = connection;
        this.batch = batch;
    }

    private record Key(String workbook, int sheetIndex) {}

    private record Judged(
            long submission,
            Impact.Reconsidered as,
            @Nullable String verdict) {}

    /** What would change. */
    record Change(
            int replayed, List<Impact.Reconsidered> returns, List<Impact.RuleCount> findings, Set<String> periods) {}

    Change change() throws SQLException {
        Map<Key, Judged> before = sheets(false);
        Map<Key, Judged> after = sheets(true);
        Set<Key> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Impact.Reconsidered> returns = new ArrayList<>();
        Set<String> periods = new LinkedHashSet<>();
        for (Key key : keys) {
            Judged was = before.get(key);
            Judged is = after.get(key);
            for (Judged each : new Judged[] {was, is}) {
                if (each != null) {
                    periods.add(each.as().period());
                }
            }
            if (!same(was, is)) {
                returns.add(reconsidered(was, is));
            }
        }
        return new Change(after.size(), returns, findings(before, after), periods);
    }

    private static boolean same(@Nullable Judged was, @Nullable Judged is) {
        return was != null
                && is != null
                && Objects.equals(was.verdict(), is.verdict())
                && was.as().returnName().equals(is.as().returnName())
                && was.as().region().equals(is.as().region())
                && was.as().period().equals(is.as().period());
    }

    private static Impact.Reconsidered reconsidered(@Nullable Judged was, @Nullable Judged is) {
        Impact.Reconsidered as =
                is != null ? is.as() : Objects.requireNonNull(was).as();
        return new Impact.Reconsidered(
                as.returnName(),
                as.title(),
                as.region(),
                as.county(),
                as.period(),
                as.workbook(),
                as.sheet(),
                was == null ? null : was.verdict(),
                is == null ? null : is.verdict(),
                is != null && as.published());
    }

    private Map<Key, Judged> sheets(boolean rehearsed) throws SQLException {
        Map<Key, Judged> sheets = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SHEETS)) {
            select.setString(1, batch);
            select.setBoolean(2, rehearsed);
            select.setString(3, batch);
            select.setString(4, batch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Impact.Reconsidered as = new Impact.Reconsidered(
                            row.getString(4),
                            new Bilingual(row.getString(5), row.getString(6)),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            null,
                            null,
                            row.getBoolean(13));
                    sheets.put(
                            new Key(row.getString(2), row.getInt(3)),
                            new Judged(row.getLong(1), as, row.getString(12)));
                }
            }
        }
        return sheets;
    }

    private List<Impact.RuleCount> findings(Map<Key, Judged> before, Map<Key, Judged> after) throws SQLException {
        Map<List<String>, Long> was = counts(before, false);
        Map<List<String>, Long> is = counts(after, true);
        Set<List<String>> rules = new LinkedHashSet<>(was.keySet());
        rules.addAll(is.keySet());
        List<Impact.RuleCount> counts = new ArrayList<>();
        for (List<String> rule : rules) {
            long from = was.getOrDefault(rule, 0L);
            long to = is.getOrDefault(rule, 0L);
            if (from != to) {
                counts.add(new Impact.RuleCount(rule.get(0), rule.get(1), from, to));
            }
        }
        counts.sort(Comparator.comparing(Impact.RuleCount::severity).reversed().thenComparing(Impact.RuleCount::rule));
        return counts;
    }

    private Map<List<String>, Long> counts(Map<Key, Judged> sheets, boolean rehearsed) throws SQLException {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FINDINGS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            sheets.values().stream().map(Judged::submission).toArray()));
            select.setString(2, batch);
            select.setBoolean(3, rehearsed);
            select.setString(4, batch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(List.of(row.getString(1), row.getString(2)), row.getLong(3));
                }
            }
        }
        return counts;
    }
}
