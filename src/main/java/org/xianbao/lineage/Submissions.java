package org.xianbao.lineage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xianbao.definition.Bilingual;

/** Reads submissions with the workbooks they were found in. */
final class Submissions {
    private static final String SELECT = "select s.id, s.return_name, coalesce(t.zh, s.return_name),"
            + " coalesce(t.en, s.return_name), s.region, coalesce((select g.name from xianbao.region g"
            + " where g.code = s.region and g.valid_from <= s.period_end order by g.valid_from desc limit 1), s.region),"
            + " s.period, s.since, w.name, w.hash, w.received_at, s.sheet, s.sheet_index, coalesce(v.revision, 0),"
            + " s.version, s.definitions, v.definitions from xianbao.submission s"
            + " join xianbao.workbook w on w.hash = s.workbook"
            + " left join xianbao.verdict v on v.submission = s.id"
            + " left join xianbao.return_title t on t.name = s.return_name where s.id = ?";

    private final Connection connection;

    Submissions(Connection connection) {
        this.connection = connection;
    }

    Contribution.Submission get(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Contribution.Submission(
                        row.getLong(1),
                        row.getString(2),
                        new Bilingual(row.getString(3), row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        row.getString(9),
                        row.getString(10),
                        row.getObject(11, OffsetDateTime.class),
                        row.getString(12),
                        row.getInt(13),
                        row.getInt(14),
                        row.getString(15),
                        row.getString(16),
                        row.getString(17));
            }
        }
    }

    /** Where each of its columns stands: a letter or a cell. */
    Map<String, String> places(long id) throws SQLException {
        Map<String, String> places = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select p.key, p.value from xianbao.submission s, jsonb_each_text(s.places) p where s.id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.put(row.getString(1), row.getString(2));
                }
            }
        }
        return places;
    }
}
