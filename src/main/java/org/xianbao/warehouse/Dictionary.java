package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.Reporter;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.Succession;

/** What the definitions say, as tables for SQL to join: regions, reporters, indicators, titles, the time zone, the calendar. */
final class Dictionary {
    private final Definitions definitions;

    Dictionary(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Whether other definitions give the same tables: what differs is rules or layouts. */
    boolean saysAlso(Definitions other) {
        return definitions.regions().equals(other.regions())
                && definitions.successions().equals(other.successions())
                && definitions.reporters().equals(other.reporters())
                && definitions.indicators().equals(other.indicators())
                && definitions.settings().equals(other.settings())
                && calendar(definitions).equals(calendar(other));
    }

    private static List<List<Object>> calendar(Definitions of) {
        return of.returns().stream()
                .map(r -> List.<Object>of(r.name(), r.since(), r.title(), r.every(), r.due()))
                .toList();
    }

    /** Replaces what was there, in the caller's transaction. */
    void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from xianbao.region");
            statement.execute("delete from xianbao.concordance");
            statement.execute("delete from xianbao.reporter");
            statement.execute("delete from xianbao.indicator");
            statement.execute("delete from xianbao.indicator_part");
            statement.execute("delete from xianbao.return_title");
            statement.execute("delete from xianbao.due_period");
        }
        regions(connection);
        successions(connection);
        reporters(connection);
        indicators(connection);
        parts(connection);
        titles(connection);
        zone(connection);
    }

    private void zone(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update xianbao.setting set zone = ?")) {
            update.setString(1, definitions.settings().zone().getId());
            update.executeUpdate();
        }
    }

    private void regions(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.region values (?, ?, ?, ?, ?, ?)")) {
            for (Region region : definitions.regions()) {
                insert.setString(1, region.code());
                insert.setString(2, region.name());
                insert.setString(3, region.level().name().toLowerCase(Locale.ROOT));
                insert.setString(4, region.parent());
                insert.setObject(5, region.from());
                insert.setObject(6, region.to());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void successions(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.concordance values (?, ?, ?, ?, ?, ?)")) {
            for (Succession succession : definitions.successions()) {
                insert.setString(1, succession.from());
                insert.setString(2, succession.to());
                insert.setObject(3, succession.day());
                insert.setString(4, succession.kind().name().toLowerCase(Locale.ROOT));
                insert.setBigDecimal(5, succession.share());
                insert.setString(6, succession.source());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void reporters(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.reporter values (?, ?, ?, ?, ?)")) {
            for (Reporter reporter : definitions.reporters()) {
                insert.setString(1, reporter.region());
                insert.setString(2, reporter.returnName());
                insert.setObject(3, reporter.from());
                insert.setObject(4, reporter.to());
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text", reporter.exempt().stream().sorted().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void indicators(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into xianbao.indicator (name, zh, en, theme_zh, theme_en, kind, unit, return_name, combine, as_of,"
                        + " percent, headline, publish, year_ago, least) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Indicator indicator : definitions.indicators()) {
                insert.setString(1, indicator.name());
                insert.setString(2, indicator.title().zh());
                insert.setString(3, indicator.title().en());
                insert.setString(4, indicator.theme().zh());
                insert.setString(5, indicator.theme().en());
                insert.setString(6, indicator.kind().word());
                insert.setString(7, indicator.unit());
                insert.setString(8, indicator.from());
                insert.setString(9, indicator.combine().name().toLowerCase(Locale.ROOT));
                insert.setBoolean(10, indicator.asOf());
                insert.setBoolean(11, indicator.percent());
                insert.setBoolean(12, indicator.headline());
                insert.setArray(
                        13, connection.createArrayOf("text", indicator.publish().toArray()));
                insert.setString(14, indicator.yearAgo());
                insert.setBigDecimal(15, definitions.settings().least(indicator));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void parts(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.indicator_part values (?, ?, ?)")) {
            for (Indicator indicator : definitions.indicators()) {
                for (int n = 0; n < indicator.parts().size(); n++) {
                    for (String part : indicator.parts().get(n)) {
                        insert.setString(1, indicator.name());
                        insert.setInt(2, n + 1);
                        insert.setString(3, part);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private void titles(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.return_title values (?, ?, ?, ?)")) {
            for (String name : definitions.returnNames()) {
                ReturnDefinition newest = newest(name);
                insert.setString(1, name);
                insert.setString(2, newest.title().zh());
                insert.setString(3, newest.title().en());
                insert.setString(4, newest.every().word());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Adds the periods that have begun since the calendar was last extended; events owe nothing, so have none. */
    void extendCalendar(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into xianbao.due_period values (?, ?, ?, ?, ?) on conflict do nothing")) {
            for (String name : definitions.returnNames()) {
                ReturnDefinition layout = newest(name);
                Optional<LocalDate> first = definitions.reporters().stream()
                        .filter(r -> r.returnName().equals(name))
                        .map(Reporter::from)
                        .min(LocalDate::compareTo);
                if (layout.every() == Frequency.EVENT || first.isEmpty()) {
                    continue;
                }
                LocalDate end = lastOwed(name, today);
                for (Period p = Period.of(layout.every(), first.get()); !p.end().isAfter(end); p = p.next()) {
                    insert.setString(1, name);
                    insert.setString(2, p.label());
                    insert.setObject(3, p.start());
                    insert.setObject(4, p.end());
                    insert.setObject(
                            5,
                            layout.due().after(p, definitions.settings().zone()).toOffsetDateTime());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private LocalDate lastOwed(String name, LocalDate today) {
        List<Reporter> reporters = definitions.reporters().stream()
                .filter(r -> r.returnName().equals(name))
                .toList();
        LocalDate last = LocalDate.MIN;
        for (Reporter reporter : reporters) {
            LocalDate to = reporter.to() == null || reporter.to().isAfter(today) ? today : reporter.to();
            last = to.isAfter(last) ? to : last;
        }
        return last;
    }

    private ReturnDefinition newest(String name) {
        List<ReturnDefinition> layouts = definitions.layouts(name);
        return layouts.get(layouts.size() - 1);
    }
}
