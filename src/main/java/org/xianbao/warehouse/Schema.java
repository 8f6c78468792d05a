package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Form;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.definition.StoredField;

/**
 * Makes the tables and views of the returns from the definitions. A definition that grows adds columns; nothing is ever
 * dropped, and a column whose type changed is refused.
 */
public final class Schema {
    private static final String PERIOD_COLUMNS = "s.region, s.period, s.period_start, s.period_end";

    private final Definitions definitions;

    public Schema(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Brings the database to the definitions, in one transaction; does nothing when they are in force already.
     *
     * @throws InvalidDefinitions when a column's type contradicts the table
     */
    public void apply(DataSource database, LocalDate today) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('xianbao.definitions'))");
            }
            bring(connection, today);
            connection.commit();
        }
    }

    /** The same in the caller's transaction, for what will be rolled back: nobody else is held up to wait for it. */
    public void bring(Connection connection, LocalDate today) throws SQLException {
        DefinitionHistory history = new DefinitionHistory(connection);
        Dictionary dictionary = new Dictionary(definitions);
        Optional<String> inForce = history.inForce();
        if (!inForce.equals(Optional.of(definitions.fingerprint()))) {
            apply(connection);
            Optional<Definitions> last = inForce.isEmpty() ? Optional.empty() : history.load(inForce.get());
            if (last.isEmpty() || !dictionary.saysAlso(last.get())) {
                dictionary.write(connection);
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into xianbao.definitions (fingerprint) values (?)")) {
                insert.setString(1, definitions.fingerprint());
                insert.executeUpdate();
            }
        }
        history.keep(definitions);
        dictionary.extendCalendar(connection, today);
    }

    /** Adds the periods that have begun since: a program that runs for weeks must do so itself. */
    public void extendCalendar(DataSource database, LocalDate today) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new Dictionary(definitions).extendCalendar(connection, today);
        }
    }

    /** Makes tables and views in the caller's transaction. */
    public void apply(Connection connection) throws SQLException {
        List<DefinitionError> conflicts = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : definitions.returnNames()) {
                FactTable table = FactTable.of(definitions.layouts(name));
                table(statement, table, conflicts);
                if (conflicts.isEmpty()) {
                    make(connection, table);
                }
            }
        }
        if (!conflicts.isEmpty()) {
            throw new InvalidDefinitions(conflicts);
        }
    }

    /** Makes views and comments when they would come out otherwise than they are: who reads a view waits while it is made. */
    private void make(Connection connection, FactTable table) throws SQLException {
        List<String> script = new ArrayList<>();
        dropViews(script, table.returnName());
        views(script, table);
        script.addAll(Comments.of(
                table, definitions.layouts(table.returnName()).get(0).title()));
        String made = table.fields().keySet() + String.join(";", script);
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into xianbao.made_return as m (return_name, digest) values (?, md5(?))"
                                + " on conflict (return_name) do update set digest = excluded.digest"
                                + " where m.digest <> excluded.digest");
                Statement statement = connection.createStatement()) {
            insert.setString(1, table.returnName());
            insert.setString(2, made);
            if (insert.executeUpdate() == 1) {
                for (String each : script) {
                    statement.execute(each);
                }
            }
        }
    }

    private void table(Statement statement, FactTable table, List<DefinitionError> conflicts) throws SQLException {
        Map<String, String> present = columns(statement, table);
        if (present.isEmpty()) {
            statement.execute("create table " + table.name()
                    + " (_submission bigint not null, _row int not null, _period date not null, _missing jsonb)"
                    + " partition by range (_period)");
            statement.execute("create index on " + table.name() + " using brin (_submission)");
        }
        for (StoredField field : table.fields().values()) {
            String type = present.get(field.name());
            if (type == null) {
                statement.execute("alter table " + table.name() + " add column " + field.name() + " " + field.type());
            } else if (!type.equals(field.type())) {
                conflicts.add(conflict(table, field, type));
            }
        }
    }

    private static Map<String, String> columns(Statement statement, FactTable table) throws SQLException {
        Map<String, String> present = new LinkedHashMap<>();
        try (ResultSet columns =
                statement.executeQuery("select column_name, udt_name from information_schema.columns where table_schema"
                        + " = 'facts' and table_name = '" + table.returnName() + "'")) {
            while (columns.next()) {
                present.put(columns.getString(1), columns.getString(2));
            }
        }
        return present;
    }

    private DefinitionError conflict(FactTable table, StoredField field, String type) {
        ReturnDefinition owner = definitions.layouts(table.returnName()).get(0);
        int line = 1;
        for (ReturnDefinition layout : definitions.layouts(table.returnName())) {
            for (Column column : layout.columns()) {
                if (column.stored().contains(field)) {
                    owner = layout;
                    line = column.line();
                }
            }
        }
        return new DefinitionError(
                owner.file().toString(),
                line,
                1,
                "column '" + field.name() + "' is stored as " + type + " already and cannot become " + field.type()
                        + "; give the new column another name");
    }

    private static void dropViews(List<String> script, String name) {
        for (String view : List.of("received." + name, "published." + name, "stats.return_" + name)) {
            script.add("drop view if exists " + view);
        }
    }

    private void views(List<String> script, FactTable table) {
        String all = "select " + PERIOD_COLUMNS + ", f.* from " + table.name() + " f join ";
        script.add("create view received." + table.returnName() + " as " + all
                + "xianbao.on_hand s on s.id = f._submission and s.period_start = f._period");
        String published = "xianbao.publication p on p.submission = f._submission and p.superseded_at is null"
                + " join xianbao.submission s on s.id = p.submission and s.period_start = f._period";
        script.add("create view published." + table.returnName() + " as " + all + published);
        StringBuilder shown = new StringBuilder();
        StringBuilder places = new StringBuilder();
        if (!countsByPlace(table)) {
            shown.append(table.fields().containsKey(Form.ITEM) ? ", f." + Form.ITEM : "");
            table.columns().values().forEach(column -> show(table, column, shown, places));
        }
        // a barrier: else the asker's own condition is tried on rows that are not published, and its error tells them
        script.add("create view stats.return_" + table.returnName() + " with (security_barrier) as select "
                + PERIOD_COLUMNS
                + ", f._row as sheet_row, p.provisional" + shown + " from " + table.name() + " f join "
                + published + places);
    }

    /** Of a list of persons the public region of a place instead of the place itself. */
    private static void show(FactTable table, Column column, StringBuilder shown, StringBuilder places) {
        if (column.type() == ColumnType.REGION && table.listsPersons()) {
            String name = column.name();
            shown.append(", _%1$s.shown as %1$s".formatted(name));
            places.append(" left join xianbao.public_region _%1$s on _%1$s.code = f.%1$s".formatted(name));
        } else {
            shown(table, column).forEach(field -> shown.append(", f.").append(field));
        }
    }

    /** Whether its rows are counts of persons by place, which are published where they are not too few, and not as rows. */
    private boolean countsByPlace(FactTable table) {
        return !table.listsPersons()
                && definitions.indicators().stream()
                        .anyMatch(i -> i.from().equals(table.returnName()) && i.persons() && i.region() != null);
    }

    /**
     * What people may see of a column: nothing that tells one person from another, and no free text where persons are
     * listed, since anything may stand there.
     */
    private static List<String> shown(FactTable table, Column column) {
        if (column.type() == ColumnType.TEXT && table.listsPersons()) {
            return List.of();
        }
        if (column.type().personal()) {
            return column.stored().stream()
                    .map(StoredField::name)
                    .filter(n -> n.endsWith("_born") || n.endsWith("_sex"))
                    .toList();
        }
        return column.stored().stream().map(StoredField::name).toList();
    }
}
