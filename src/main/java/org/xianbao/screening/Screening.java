package org.xianbao.screening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.xianbao.database.SqlFile;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.RatioEdit;

/**
 * Ranks the published returns of a period by suspicion times effect on the total, as in significance editing (Latouche and
 * Berthelot, Use of a score function to prioritize and limit recontacts in editing business surveys, Journal of Official
 * Statistics 8, 1992, 389-400). Suspicion is the distance from what is usual in terms of the bound of {@link RatioEdit}, at
 * most 1. Thread-safe.
 */
public final class Screening {
    /** A list of what to look at is not worth a night: a country takes seconds. How its steps join, the planner cannot know. */
    private static final String LIMITS =
            "set local statement_timeout = '2min'; set local jit = off; set local work_mem = '64MB';"
                    + " set local enable_nestloop = off; set local enable_mergejoin = off";

    private static final String SQL = SqlFile.read(Screening.class, "screening.sql");

    private final DataSource database;
    private final Map<String, RatioEdit> edits;
    private final int list;

    public Screening(DataSource database, Definitions definitions) {
        this(
                database,
                edits(definitions.indicators()),
                definitions.settings().screening().list());
    }

    /**
     * @param edits by indicator; what is not named is not screened
     * @param list how many returns are named
     */
    public Screening(DataSource database, Map<String, RatioEdit> edits, int list) {
        this.database = database;
        this.edits = edits;
        this.list = list;
    }

    private static Map<String, RatioEdit> edits(List<Indicator> indicators) {
        Map<String, RatioEdit> edits = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            RatioEdit edit = indicator.screen();
            if (edit != null) {
                edits.put(indicator.name(), edit);
            }
        }
        return edits;
    }

    /** The returns to look at first, as many as the definitions say; none when nothing is published. */
    public Screened screen(Period period) throws SQLException {
        return screen(period, list);
    }

    /** The same, of a length of one's own. */
    public Screened screen(Period period, int most) throws SQLException {
        if (period.frequency() == Frequency.EVENT) {
            return new Screened(period, 0, 0, List.of());
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement select = connection.prepareStatement(SQL)) {
                statement.execute(LIMITS);
                ask(select, period, most);
                try (ResultSet row = select.executeQuery()) {
                    return screened(period, row);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private void ask(PreparedStatement select, Period period, int most) throws SQLException {
        Period before = period.previous();
        select.setString(1, period.label());
        select.setObject(2, period.end());
        select.setString(3, before.label());
        select.setObject(4, before.end());
        select.setString(5, before.previous().label());
        Connection connection = select.getConnection();
        select.setArray(6, connection.createArrayOf("text", edits.keySet().toArray()));
        select.setArray(7, connection.createArrayOf("text", of(edit -> edit.stratum()
                .name()
                .toLowerCase(Locale.ROOT))));
        select.setArray(8, connection.createArrayOf("float8", of(RatioEdit::u)));
        select.setArray(9, connection.createArrayOf("float8", of(RatioEdit::a)));
        select.setArray(10, connection.createArrayOf("float8", of(RatioEdit::c)));
        select.setArray(11, connection.createArrayOf("int", of(RatioEdit::fewest)));
        select.setInt(12, most);
    }

    private Object[] of(Function<RatioEdit, Object> part) {
        return edits.values().stream().map(part).toArray();
    }

    private static Screened screened(Period period, ResultSet row) throws SQLException {
        int returns = 0;
        int outlying = 0;
        List<Suspect> first = new ArrayList<>();
        while (row.next()) {
            returns = row.getInt("returns");
            outlying = row.getInt("outlying_returns");
            if (row.getObject("submission") != null) {
                first.add(Suspects.read(row));
            }
        }
        return new Screened(period, returns, outlying, first);
    }
}
