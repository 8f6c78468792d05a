package org.xianbao.period;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.period.EditionReport.Cause;
import org.xianbao.period.EditionReport.Change;
import org.xianbao.period.EditionReport.Coverage;
import org.xianbao.period.EditionReport.Missing;
import org.xianbao.period.EditionReport.Statement;
import org.xianbao.period.EditionReport.Undecided;

/** Reads back what an edition holds and changes. */
public final class EditionReports {
    private static final int SHOWN_MISSING = 10;
    private static final int SHOWN_CHANGES = 30;
    private static final int SHOWN_CAUSES = 3;

    private static final String CHANGES = "select c.indicator, c.region, c.indicator_zh, c.indicator_en,"
            + " coalesce(c.region_name, c.region) as region_name, c.source, c.unit, c.value_before, c.qualifier_before,"
            + " c.status_before, c.published_before, c.value, c.qualifier, c.status, c.published, c.difference,"
            + " c.difference_unit, c.difference_percent, count(*) over () as changed from stats.change c"
            + " where c.period = ? and c.edition = ? order by c.value is not distinct from c.value_before,"
            + " array_position(array['nation', 'province', 'prefecture', 'county'], c.level), c.difference is null, abs(c.difference_percent) desc nulls last,"
            + " c.indicator, c.region, c.source limit " + SHOWN_CHANGES;

    private static final String CAUSES = "select * from (select k.*, count(*) over same as behind, row_number() over"
            + " (same order by return_period, reporter_name, return_zh, effect) as place from (select distinct"
            + " c.indicator || ' ' || c.region as figure, c.effect, c.return_zh, c.return_en,"
            + " coalesce(c.reporter_name, c.reporter) as reporter_name, c.return_period, c.revision, w.name, c.reason"
            + " from stats.change_cause c left join xianbao.workbook w on w.hash = c.workbook"
            + " where c.period = ? and c.edition = ? and (c.indicator, c.region) in (select indicator, region from ("
            + CHANGES + ") shown)) k window same as (partition by figure)) k where place <= " + SHOWN_CAUSES
            + " order by place";

    private final DataSource database;

    public EditionReports(DataSource database) {
        this.database = database;
    }

    public EditionReport of(Edition edition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(
                        connection,
                        "select cut_off, author, reason from stats.edition where period = ? and edition = ?",
                        edition);
                ResultSet row = select.executeQuery()) {
            row.next();
            Changes changes = edition.n() == 1 ? new Changes(List.of(), 0) : changes(connection, edition);
            return new EditionReport(
                    edition,
                    row.getObject(1, OffsetDateTime.class),
                    row.getString(2),
                    row.getString(3),
                    edition.n() == 1 ? null : edition.n() - 1,
                    coverage(connection, edition),
                    changes.first(),
                    changes.all(),
                    undecided(connection, edition));
        }
    }

    private static List<Coverage> coverage(Connection connection, Edition edition) throws SQLException {
        List<Coverage> coverage = new ArrayList<>();
        try (PreparedStatement select = prepare(
                        connection,
                        "select return_name, return_zh, return_en, owed, reported, unasked, owed - reported"
                                + " from stats.coverage where period = ? and edition = ? order by return_name",
                        edition);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                coverage.add(new Coverage(
                        new Bilingual(row.getString(2), row.getString(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7) == 0 ? List.of() : missing(connection, edition, row.getString(1)),
                        row.getInt(7)));
            }
        }
        return coverage;
    }

    private static List<Missing> missing(Connection connection, Edition edition, String returnName)
            throws SQLException {
        List<Missing> missing = new ArrayList<>();
        try (PreparedStatement select = prepare(
                        connection,
                        "select coalesce(m.region_name, m.region), m.missing_period, m.deadline <= e.closed_at"
                                + " from stats.missing m join stats.edition e on e.period = m.period and e.edition = m.edition"
                                + " where m.period = ? and m.edition = ? and m.return_name = ?"
                                + " order by m.deadline, m.region limit " + SHOWN_MISSING,
                        edition,
                        returnName);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                missing.add(new Missing(row.getString(1), row.getString(2), row.getBoolean(3)));
            }
        }
        return missing;
    }

    private record Changes(List<Change> first, int all) {}

    private static Changes changes(Connection connection, Edition edition) throws SQLException {
        Map<String, Causes> causes = causes(connection, edition);
        List<Change> first = new ArrayList<>();
        int all = 0;
        try (PreparedStatement select = prepare(connection, CHANGES, edition);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all = row.getInt("changed");
                Causes because = causes.getOrDefault(
                        row.getString("indicator") + " " + row.getString("region"), new Causes(List.of(), 0));
                first.add(new Change(
                        new Bilingual(row.getString("indicator_zh"), row.getString("indicator_en")),
                        row.getString("region_name"),
                        row.getString("source"),
                        statement(row, "_before"),
                        statement(row, ""),
                        row.getBigDecimal("difference"),
                        row.getString("difference_unit"),
                        row.getBigDecimal("difference_percent"),
                        because.first(),
                        because.all()));
            }
        }
        return new Changes(first, all);
    }

    private static @Nullable Statement statement(ResultSet row, String when) throws SQLException {
        BigDecimal value = row.getBigDecimal("value" + when);
        return value == null
                ? null
                : new Statement(
                        value,
                        row.getString("unit"),
                        row.getString("qualifier" + when),
                        row.getString("status" + when),
                        row.getBoolean("published" + when));
    }

    private record Causes(List<Cause> first, int all) {}

    /** By indicator and region, for the changes that are shown. */
    private static Map<String, Causes> causes(Connection connection, Edition edition) throws SQLException {
        Map<String, Causes> causes = new HashMap<>();
        try (PreparedStatement select = prepare(connection, CAUSES, edition, edition);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int all = row.getInt("behind");
                causes.computeIfAbsent(row.getString("figure"), f -> new Causes(new ArrayList<>(), all))
                        .first()
                        .add(new Cause(
                                row.getString("effect"),
                                new Bilingual(row.getString("return_zh"), row.getString("return_en")),
                                row.getString("reporter_name"),
                                row.getString("return_period"),
                                row.getObject("revision", Integer.class),
                                row.getString("name"),
                                row.getString("reason")));
            }
        }
        return causes;
    }

    private static List<Undecided> undecided(Connection connection, Edition edition) throws SQLException {
        List<Undecided> undecided = new ArrayList<>();
        try (PreparedStatement select = prepare(
                        connection,
                        "select indicator_zh, indicator_en, coalesce(region_name, region), array_agg(source order by source)"
                                + " from stats.figures_by_edition where period = ? and edition = ?"
                                + " group by indicator, indicator_zh, indicator_en, region, region_name"
                                + " having not bool_or(published) order by indicator, region",
                        edition);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                undecided.add(new Undecided(
                        new Bilingual(row.getString(1), row.getString(2)), row.getString(3), Arrays.asList((String[])
                                row.getArray(4).getArray())));
            }
        }
        return undecided;
    }

    /** The parameters are strings, and editions, which are two: the period and the number. */
    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int at = 0;
        for (Object parameter : parameters) {
            if (parameter instanceof Edition edition) {
                statement.setString(++at, edition.period());
                statement.setInt(++at, edition.n());
            } else {
                statement.setObject(++at, parameter);
            }
        }
        return statement;
    }
}
