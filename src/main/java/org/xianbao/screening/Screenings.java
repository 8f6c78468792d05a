package org.xianbao.screening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.xianbao.definition.Period;

/** What each run screened, kept in {@code xianbao.screening} and {@code xianbao.screened}. Thread-safe. */
public final class Screenings {
    private static final String TOUCHED = """
            with changed as (
                select distinct s.return_name, s.period
                from xianbao.reading r
                join xianbao.submission s on s.reading = r.id
                join xianbao.publication p on p.submission = s.id and p.superseded_at is null
                where r.batch = ?
            )
            select period from changed
            union
            select s.period from changed c
            join xianbao.submission s on s.return_name = c.return_name and s.previous = c.period and s.period <> c.period
            join xianbao.publication p on p.submission = s.id and p.superseded_at is null
            except
            select period from xianbao.screening where run = ?
            order by 1""";

    private static final String OF_A_RUN = """
            select n.period, n.returns, n.outlying as outlying_returns, d.*, s.region,
                   coalesce(xianbao.region_name(s.region, s.period_end), s.region) as region_name,
                   coalesce(t.zh, s.return_name) as return_zh, coalesce(t.en, s.return_name) as return_en,
                   coalesce(i.zh, d.indicator) as indicator_zh, coalesce(i.en, d.indicator) as indicator_en, coalesce(i.unit, '') as unit
            from xianbao.screening n
            join xianbao.screened d on d.screening = n.id
            join xianbao.submission s on s.id = d.submission
            left join xianbao.return_title t on t.name = s.return_name
            left join xianbao.indicator i on i.name = d.indicator
            where n.run = ?
            order by s.period_end desc, n.period, d.rank""";

    private final DataSource database;

    public Screenings(DataSource database) {
        this.database = database;
    }

    /** The periods that have other returns published since the run began, and those that are compared with them; without what the run has screened. */
    public List<Period> touched(String run) throws SQLException {
        List<Period> touched = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TOUCHED)) {
            select.setString(1, run);
            select.setString(2, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Period.parse(row.getString(1)).ifPresent(touched::add);
                }
            }
        }
        return touched;
    }

    /** Keeps what a run screened; of one that is kept already, what was kept stands. */
    public void keep(String run, Screened screened) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Optional<Long> id = screening(connection, run, screened);
            if (id.isPresent()) {
                screened(connection, id.get(), screened.first());
            }
            connection.commit();
        }
    }

    private static Optional<Long> screening(Connection connection, String run, Screened screened) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.screening (run, period, returns,"
                        + " outlying) values (?, ?, ?, ?) on conflict (run, period) do nothing returning id")) {
            insert.setString(1, run);
            insert.setString(2, screened.period().label());
            insert.setInt(3, screened.returns());
            insert.setInt(4, screened.outlying());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void screened(Connection connection, long screening, List<Suspect> suspects) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.screened (screening, rank,"
                + " submission, indicator, source, part, value, before, ratio, usual, effect, tested, outlying, weight, score)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int rank = 0;
            for (Suspect suspect : suspects) {
                insert.setLong(1, screening);
                insert.setInt(2, ++rank);
                insert.setLong(3, suspect.submission());
                insert.setString(4, suspect.indicator());
                insert.setString(5, suspect.source());
                insert.setString(6, suspect.part().word());
                insert.setBigDecimal(7, suspect.value());
                insert.setBigDecimal(8, suspect.before());
                insert.setObject(9, suspect.ratio());
                insert.setObject(10, suspect.usual());
                insert.setObject(11, suspect.effect());
                insert.setBoolean(12, suspect.tested());
                insert.setBoolean(13, suspect.outlying());
                insert.setDouble(14, suspect.weight());
                insert.setDouble(15, suspect.score());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What the run screened, the latest period first; without periods in which nothing is to be looked at. */
    public List<Screened> of(String run) throws SQLException {
        List<Screened> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_A_RUN)) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                boolean more = row.next();
                while (more) {
                    String period = row.getString("period");
                    int returns = row.getInt("returns");
                    int outlying = row.getInt("outlying_returns");
                    List<Suspect> first = new ArrayList<>();
                    do {
                        first.add(Suspects.read(row));
                        more = row.next();
                    } while (more && row.getString("period").equals(period));
                    Period.parse(period).ifPresent(p -> all.add(new Screened(p, returns, outlying, first)));
                }
            }
        }
        return all;
    }
}
