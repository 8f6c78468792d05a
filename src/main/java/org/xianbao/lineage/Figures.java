package org.xianbao.lineage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/** Finds the figures that are asked about. */
final class Figures {
    private static final String PUBLISHED =
            "select o.indicator, coalesce(i.zh, o.indicator), coalesce(i.en, o.indicator), o.region,"
                    + " coalesce(xianbao.region_name(o.region, e.period_end), o.region), e.period, o.source, coalesce(o.value, x.value), coalesce(o.numerator, x.numerator),"
                    + " coalesce(o.denominator, x.denominator), o.unit, o.qualifier, o.kind, o.status,"
                    + " o.reported, o.expected, e.id, e.n, e.kind, e.period_end, e.closed_at, e.author, e.reason,"
                    + " nullif(e.definitions, '')"
                    + " from stats.observation o join xianbao.edition e on e.id = o.edition"
                    + " left join xianbao.suppressed x on (x.edition, x.indicator, x.region, x.source)"
                    + " = (o.edition, o.indicator, o.region, o.source)"
                    + " left join xianbao.indicator i on i.name = o.indicator"
                    + " where o.indicator = ? and o.region = ? and e.period = ?"
                    + " and e.n = coalesce(?, (select max(n) from xianbao.edition l where l.period = e.period))"
                    + " and (?::text is null or o.source = ?) order by o.source";

    private static final String CASES = "select m.indicator, i.zh, i.en, m.region,"
            + " coalesce(xianbao.region_name(m.region, s.period_end), m.region), s.period, m.source, m.value, null::numeric, null::numeric, i.unit, m.qualifier, i.kind,"
            + " case when p.provisional then 'P' else 'A' end, 1, 1, m.submission"
            + " from xianbao.measure m join xianbao.indicator i on i.name = m.indicator and i.kind = 'case'"
            + " join xianbao.publication p on p.submission = m.submission and p.superseded_at is null"
            + " join xianbao.submission s on s.id = m.submission"
            + " where m.indicator = ? and m.region = ? and s.period = ? and (?::text is null or m.source = ?)"
            + " order by m.submission";

    /** A case counts where it is, and nowhere else. */
    private static final String ITSELF =
            "select distinct p.code, p.code as place, p.code as within from (select region as code from xianbao.submission"
                    + " where id = %1$d union all select region from xianbao.measure where submission = %1$d) p";

    private final Connection connection;

    Figures(Connection connection) {
        this.connection = connection;
    }

    /**
     * A figure with what it rests on.
     *
     * @param submissions SQL that gives their ids
     * @param places SQL that gives the boundaries it was drawn on: each code, the place it counts as, and what that is within
     */
    record Found(Figure figure, String submissions, String places) {}

    /** One for each source; empty when nothing was published, or is kept as a case. */
    List<Found> find(Asked asked) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
            name(select, asked);
            select.setObject(4, asked.edition(), Types.INTEGER);
            select.setString(5, asked.source());
            select.setString(6, asked.source());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Figure.Edition edition = edition(row);
                    found.add(new Found(
                            figure(row, edition),
                            "select submission from xianbao.edition_submission where edition = " + edition.id(),
                            "select code, place, within from xianbao.edition_place where edition = " + edition.id()));
                }
            }
        }
        return found.isEmpty() && asked.edition() == null ? cases(asked) : found;
    }

    private List<Found> cases(Asked asked) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CASES)) {
            name(select, asked);
            select.setString(4, asked.source());
            select.setString(5, asked.source());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String submission = "select " + row.getLong(17) + "::bigint as submission";
                    found.add(new Found(figure(row, null), submission, ITSELF.formatted(row.getLong(17))));
                }
            }
        }
        return found;
    }

    /** Of several sources those that an edition publishes, the first that states the figure; {@code defined} as its definition has it. */
    List<String> preferred(String indicator, Figure.Edition edition, List<String> defined) throws SQLException {
        List<String> preferred = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select source from xianbao.edition_source where edition = ? and indicator = ?")) {
            select.setLong(1, edition.id());
            select.setString(2, indicator);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    preferred.add(row.getString(1));
                }
            }
        }
        preferred.addAll(defined);
        return preferred;
    }

    private static void name(PreparedStatement select, Asked asked) throws SQLException {
        select.setString(1, asked.indicator());
        select.setString(2, asked.region());
        select.setString(3, asked.period());
    }

    private static Figure figure(ResultSet row, Figure.@Nullable Edition edition) throws SQLException {
        return new Figure(
                row.getString(1),
                new Bilingual(row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getInt(15),
                row.getInt(16),
                edition);
    }

    private static Figure.Edition edition(ResultSet row) throws SQLException {
        return new Figure.Edition(
                row.getLong(17),
                row.getInt(18),
                row.getString(19),
                row.getObject(20, LocalDate.class),
                row.getObject(21, OffsetDateTime.class),
                row.getString(22),
                row.getString(23),
                row.getString(24));
    }
}
