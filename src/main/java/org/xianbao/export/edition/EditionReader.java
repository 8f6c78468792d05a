package org.xianbao.export.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Period;

/** Reads an edition from the stats views, which is all that the reader's role can see. */
public final class EditionReader {
    private static final String EDITION = "select edition, kind, cut_off, closed_at, author, reason, checksum"
            + " from stats.edition where period = ? and (edition = ? or (?::int is null and latest))";
    private static final String FIGURES = "select * from stats.figures_by_edition where period = ? and edition = ?"
            + " order by theme_zh collate \"C\", indicator collate \"C\", region collate \"C\", source collate \"C\"";
    private static final String AREAS = "with recursive known as ("
            + " select distinct on (code) code, name, level, parent from stats.region"
            + " where valid_from <= ? order by code, valid_from desc"
            + "), needed as ("
            + " select region as code from stats.figures_by_edition where period = ? and edition = ?"
            + " union select k.parent from needed n join known k on k.code = n.code where k.parent is not null)"
            + " select n.code, coalesce(k.name, n.code), coalesce(k.level, 'other'), k.parent"
            + " from needed n left join known k on k.code = n.code";
    private static final String COVERAGE = "select return_name, return_zh, return_en, owed, reported, unasked"
            + " from stats.coverage where period = ? and edition = ? order by return_name collate \"C\"";
    private static final String MISSING =
            "select return_name, return_zh, return_en, region, region_name, missing_period,"
                    + " deadline from stats.missing where period = ? and edition = ?"
                    + " order by region collate \"C\", return_name collate \"C\", missing_period collate \"C\"";

    private final Connection connection;
    private final ZoneId zone;

    /**
     * @param connection one whose transaction sees one state of the database; stays open
     * @param zone where times are told
     */
    public EditionReader(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /**
     * Reads an edition.
     *
     * @param n its number; null for the latest
     * @return empty when the period has no such edition
     */
    public Optional<PublishedEdition> read(Period period, @Nullable Integer n) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EDITION)) {
            select.setString(1, period.label());
            select.setObject(2, n);
            select.setObject(3, n);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(edition(period, row)) : Optional.empty();
            }
        }
    }

    /** The numbers of a period's editions, in order. */
    public List<Integer> editions(Period period) throws SQLException {
        return rows(
                "select edition from stats.edition where period = ? order by 1", row -> row.getInt(1), period.label());
    }

    private PublishedEdition edition(Period period, ResultSet row) throws SQLException {
        int n = row.getInt("edition");
        return new PublishedEdition(
                period,
                n,
                row.getString("kind"),
                time(row, "cut_off"),
                time(row, "closed_at"),
                row.getString("author"),
                row.getString("reason"),
                row.getString("checksum"),
                rows(FIGURES, EditionReader::figure, period.label(), n),
                areas(period, n),
                rows(COVERAGE, EditionReader::coverage, period.label(), n),
                rows(MISSING, this::missing, period.label(), n));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        String code = row.getString("indicator");
        return new Figure(
                new Statistic(
                        code,
                        bilingual(row.getString("indicator_zh"), row.getString("indicator_en"), code),
                        bilingual(row.getString("theme_zh"), row.getString("theme_en"), "-"),
                        row.getString("kind"),
                        row.getString("unit")),
                row.getString("region"),
                row.getString("source"),
                row.getBoolean("published"),
                row.getBigDecimal("value"),
                Qualifier.of(row.getString("qualifier")),
                Status.valueOf(row.getString("status")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getInt("reported"),
                row.getInt("expected"));
    }

    /** An indicator that is no longer defined keeps its figures, and is called by its name. */
    private static Bilingual bilingual(@Nullable String zh, @Nullable String en, String otherwise) {
        return new Bilingual(zh == null ? otherwise : zh, en == null ? otherwise : en);
    }

    private List<Area> areas(Period period, int n) throws SQLException {
        SortedMap<String, AreaTree.Node> nodes = new TreeMap<>();
        rows(
                        AREAS,
                        row -> new AreaTree.Node(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        period.end(),
                        period.label(),
                        n)
                .forEach(node -> nodes.put(node.code(), node));
        return AreaTree.order(nodes);
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        String name = row.getString(1);
        return new Coverage(
                name, bilingual(row.getString(2), row.getString(3), name), row.getInt(4), row.getInt(5), row.getInt(6));
    }

    private MissingReturn missing(ResultSet row) throws SQLException {
        String name = row.getString(1);
        String region = row.getString(4);
        String regionName = row.getString(5);
        return new MissingReturn(
                name,
                bilingual(row.getString(2), row.getString(3), name),
                region,
                regionName == null ? region : regionName,
                row.getString(6),
                time(row, "deadline"));
    }

    private OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toOffsetDateTime();
    }

    private <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return List.copyOf(rows);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
