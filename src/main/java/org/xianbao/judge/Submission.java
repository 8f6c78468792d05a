package org.xianbao.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.cell.CellAddress;

/**
 * A loaded submission on its way to a verdict.
 *
 * @param receipt order in which its workbook was received
 * @param places column name to a column letter, or to a cell for what stands in one place
 */
record Submission(
        long id,
        long reading,
        String returnName,
        LocalDate since,
        String region,
        String period,
        String sheet,
        long receipt,
        long rows,
        Map<String, String> places) {

    private static final String SELECT = "select s.id, s.reading, s.return_name, s.since, s.region, s.period, s.sheet,"
            + " w.receipt, s.rows, s.places from xianbao.submission s join xianbao.workbook w on w.hash = s.workbook";

    /** Those of a batch without a verdict, by period and in order of receipt. */
    static List<Submission> unjudged(Connection connection, String batch, String returnName) throws SQLException {
        List<Submission> unjudged = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + " join xianbao.reading r on r.id = s.reading"
                        + " where r.batch = ? and s.return_name = ? and s.loaded"
                        + " and not exists (select from xianbao.verdict v where v.submission = s.id)"
                        + " order by s.period_end, s.since, w.receipt, s.sheet_index")) {
            select.setString(1, batch);
            select.setString(2, returnName);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unjudged.add(of(row));
                }
            }
        }
        return unjudged;
    }

    /** The one of this id; empty when there is none, or it was not read to its end. */
    static Optional<Submission> loaded(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " where s.id = ? and s.loaded")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(of(row)) : Optional.empty();
            }
        }
    }

    private static Submission of(ResultSet row) throws SQLException {
        return new Submission(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                FlatJson.read(row.getString(10)));
    }

    /** Whether its rows were read at all; rules say nothing of a form that was refused as a whole. */
    boolean read() {
        return !places.isEmpty();
    }

    /**
     * The cell of a column.
     *
     * @param row 1-based row of the sheet; null when the finding concerns no row
     */
    Optional<CellAddress> cell(@Nullable String column, @Nullable Integer row) {
        String place = column == null ? null : places.get(column);
        if (place == null) {
            return Optional.empty();
        }
        if (Character.isDigit(place.charAt(place.length() - 1))) {
            return CellAddress.parse(place);
        }
        return row == null ? Optional.empty() : CellAddress.parse(place + row);
    }
}
