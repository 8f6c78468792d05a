package org.xianbao.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;

/** What has come in so far, as far as it is to be read again. */
final class Past {
    private static final String UNREAD = "select distinct r.workbook, w.receipt from xianbao.finding f"
            + " join xianbao.reading r on r.id = f.reading join xianbao.workbook w on w.hash = r.workbook"
            + " where f.submission is null and f.rule = any (?) order by w.receipt desc";

    /** Findings on sheets that other definitions might read. */
    private static final List<String> NO_RETURN = List.of(
            "no-known-return", "sheet-ignored", "title-unknown", "period-unknown", "county-unknown", "return-twice");

    private final Connection connection;

    Past(Connection connection) {
        this.connection = connection;
    }

    /** A sheet to be read again; {@code sheetIndex} zero-based, null for all sheets. */
    record Sheet(String workbook, @Nullable Integer sheetIndex) {}

    /** Where a submission was found; empty when there is none of this number. */
    Optional<Sheet> sheet(long submission) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select workbook, sheet_index from xianbao.submission where id = ?")) {
            select.setLong(1, submission);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Sheet(row.getString(1), row.getInt(2))) : Optional.empty();
            }
        }
    }

    /**
     * The workbooks with the newest submission of these returns, for each county and period.
     *
     * @param workbooks by hash
     * @param left how many submissions the limit left out
     */
    record Chosen(Set<String> workbooks, int left) {}

    Chosen choose(Set<String> returns, List<Period> periods, int limit) throws SQLException {
        Set<String> workbooks = new LinkedHashSet<>();
        int chosen = 0;
        int left = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select s.workbook, h.period_start, h.period_end from xianbao.on_hand h"
                        + " join xianbao.submission s on s.id = h.id where h.return_name = any (?)"
                        + " order by h.period_end desc, h.return_name, h.region")) {
            select.setArray(1, connection.createArrayOf("text", returns.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!within(periods, row)) {
                        continue;
                    }
                    if (chosen < limit) {
                        chosen++;
                        workbooks.add(row.getString(1));
                    } else if (!workbooks.contains(row.getString(1))) {
                        left++;
                    }
                }
            }
        }
        return new Chosen(workbooks, left);
    }

    private static boolean within(List<Period> periods, ResultSet row) throws SQLException {
        LocalDate end = row.getObject(3, LocalDate.class);
        return periods.isEmpty() || periods.stream().anyMatch(p -> !end.isBefore(p.start()) && !end.isAfter(p.end()));
    }

    /** The workbooks with sheets that were no return, newest first. */
    List<String> unread() throws SQLException {
        List<String> unread = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(UNREAD)) {
            select.setArray(1, connection.createArrayOf("text", NO_RETURN.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unread.add(row.getString(1));
                }
            }
        }
        return unread;
    }

    /** The numbers that periods' next editions would get, by period; 1 where there is none yet. */
    Map<String, Integer> editions() throws SQLException {
        Map<String, Integer> editions = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select period, max(n) from xianbao.edition group by period");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                editions.put(row.getString(1), row.getInt(2) + 1);
            }
        }
        return editions;
    }
}
