package org.xianbao.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.xianbao.definition.Bilingual;
import org.xianbao.definition.Period;

/**
 * Ranks the published returns of a period by suspicion times effect on the total, as in significance editing (Latouche and
 * Berthelot, Journal of Official Statistics 8, 1992). Thread-safe.
 */
public final class Screening {
    /** Counties are compared within their province. */
    private static final String STRATUM = "province";

    /** How much more the size of a figure counts than its change: 0 not at all, 1 wholly. */
    private static final double U = 0.4;

    /** Keeps bounds apart where most figures change by the same ratio. */
    private static final double A = 0.05;

    /** How many quartile distances are usual. */
    private static final double C = 7;

    /** Fewer changes than this have no quartiles worth the name. */
    private static final int FEWEST = 8;

    private static final String SQL = read();

    private final DataSource database;

    public Screening(DataSource database) {
        this.database = database;
    }

    /** The returns to look at first, the most important one first; none when nothing is published. */
    public List<Suspect> first(Period period, int most) throws SQLException {
        List<Suspect> first = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setString(1, period.label());
            select.setObject(2, period.end());
            select.setString(3, STRATUM);
            select.setDouble(4, U);
            select.setDouble(5, A);
            select.setDouble(6, C);
            select.setInt(7, FEWEST);
            select.setInt(8, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    first.add(suspect(row));
                }
            }
        }
        return first;
    }

    private static Suspect suspect(ResultSet row) throws SQLException {
        return new Suspect(
                row.getLong(1),
                new Bilingual(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                new Bilingual(row.getString(8), row.getString(9)),
                row.getString(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBoolean(13),
                row.getBoolean(14),
                row.getDouble(15),
                row.getDouble(16));
    }

    private static String read() {
        String name = "screening.sql";
        try (InputStream in = Objects.requireNonNull(Screening.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
