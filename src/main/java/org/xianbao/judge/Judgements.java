package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.finding.Severity;

/** Reads back from the warehouse what became of a workbook. */
public final class Judgements {
    private static final String WORKBOOK = "select w.name, w.hash, w.received_at, r.state from xianbao.reading r"
            + " join xianbao.workbook w on w.hash = r.workbook where r.id = ?";

    private static final String RETURNS =
            "select s.id, s.return_name, coalesce(t.zh, s.return_name), coalesce(t.en, s.return_name), s.sheet, s.region,"
                    + " coalesce(g.name, s.region), s.period, s.since, s.version, s.rows, v.verdict, v.revision,"
                    + " p.submission is not null, coalesce(p.provisional, false),"
                    + " (select o.deadline from xianbao.owed o where o.return_name = s.return_name"
                    + " and o.region = s.region and o.period = s.period)"
                    + " from xianbao.submission s join xianbao.verdict v on v.submission = s.id"
                    + " left join xianbao.return_title t on t.name = s.return_name"
                    + " left join xianbao.publication p on p.submission = s.id and p.superseded_at is null"
                    + " left join lateral (select name from xianbao.region g where g.code = s.region"
                    + " and g.valid_from <= s.period_end order by g.valid_from desc limit 1) g on true"
                    + " where s.reading = ? order by s.sheet_index";

    private static final String FINDINGS =
            "select coalesce(f.submission, 0), upper(f.severity), f.rule, f.sheet, f.cell, f.column_name, f.reported,"
                    + " f.expected, f.zh, f.en, s.return_name, f.subject, f.answered, f.hint_zh, f.hint_en, t.total,"
                    + " e.said, e.author, e.valid_until"
                    + " from xianbao.finding f join xianbao.finding_total t on t.reading = f.reading"
                    + " and t.submission = coalesce(f.submission, 0) and t.severity = f.severity and t.rule = f.rule"
                    + " and t.column_name = coalesce(f.column_name, '')"
                    + " left join xianbao.submission s on s.id = f.submission"
                    + " left join lateral (select e.said, e.author, e.valid_until from xianbao.explanation e"
                    + " where e.return_name = s.return_name and e.region = s.region and e.rule = f.rule"
                    + " and e.column_name = coalesce(f.column_name, '') and e.subject in ('', f.subject)"
                    + " and e.refused is null and e.period_end <= s.period_end"
                    + " order by e.valid_until desc, e.id desc limit 1) e on f.severity = 'query' where f.reading = ?"
                    + " order by array_position(array['reject', 'query', 'note'], f.severity), f.submission, f.row_no, f.id";

    private Judgements() {}

    /** What became of the workbook in this reading; its submissions have been judged. */
    public static Judged read(Connection connection, long reading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WORKBOOK)) {
            select.setLong(1, reading);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("no reading " + reading);
                }
                return new Judged(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        returns(connection, reading),
                        findings(connection, reading));
            }
        }
    }

    private static List<Judged.Return> returns(Connection connection, long reading) throws SQLException {
        List<Judged.Return> returns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(RETURNS)) {
            select.setLong(1, reading);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    returns.add(new Judged.Return(
                            row.getLong(1),
                            row.getString(2),
                            new Bilingual(row.getString(3), row.getString(4)),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getObject(9, LocalDate.class),
                            row.getString(10),
                            row.getLong(11),
                            row.getString(12),
                            row.getInt(13),
                            row.getBoolean(14),
                            row.getBoolean(15),
                            instant(row, 16)));
                }
            }
        }
        return returns;
    }

    private static List<Judged.Found> findings(Connection connection, long reading) throws SQLException {
        List<Judged.Found> findings = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FINDINGS)) {
            select.setLong(1, reading);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(found(row));
                }
            }
        }
        return findings;
    }

    private static Judged.Found found(ResultSet row) throws SQLException {
        Severity severity = Severity.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        String returnName = row.getString(11);
        String hint = row.getString(14);
        return new Judged.Found(
                row.getLong(1),
                severity,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                new Bilingual(row.getString(9), row.getString(10)),
                severity == Severity.QUERY && returnName != null
                        ? Query.number(returnName, row.getString(3), row.getString(6), row.getString(12))
                        : null,
                row.getBoolean(13),
                hint == null ? null : new Bilingual(hint, row.getString(15)),
                explanation(row),
                row.getLong(16));
    }

    private static Judged.@Nullable Explanation explanation(ResultSet row) throws SQLException {
        String said = row.getString(17);
        return said == null
                ? null
                : new Judged.Explanation(said, row.getString(18), row.getObject(19, LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
