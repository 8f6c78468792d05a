package org.xianbao.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.xianbao.definition.Definitions;
import org.xianbao.explanation.Answer;
import org.xianbao.form.FormSheet;
import org.xianbao.value.ConversionContext;
import org.xianbao.value.Converters;
import org.xianbao.value.Grouping;
import org.xianbao.value.PersonalKey;
import org.xianbao.value.Regions;
import org.xianbao.warehouse.FactTable;
import org.xianbao.warehouse.Leaves;
import org.xianbao.warehouse.StoredText;
import org.xianbao.workbook.Opening;
import org.xianbao.workbook.Workbooks;

/** What the loads of all workbooks share. Thread-safe. */
public final class Loading {
    private final DataSource database;
    private final Definitions definitions;
    private final Store store;
    private final Regions regions;
    private final PersonalKey key;
    private final Leaves leaves;
    private final Map<String, FactTable> tables = new ConcurrentHashMap<>();

    public Loading(DataSource database, Definitions definitions, Store store, PersonalKey key) {
        this.database = database;
        this.definitions = definitions;
        this.store = store;
        this.regions = new Regions(definitions.regions());
        this.key = key;
        this.leaves = new Leaves(database);
    }

    /** Begins a reading, or goes on with it behind {@code from}. */
    public WorkbookLoad load(Reading reading, Position from) {
        return new WorkbookLoad(this, reading, from);
    }

    Opening open(Reading reading) {
        return Workbooks.open(store.path(reading.hash()));
    }

    Definitions definitions() {
        return definitions;
    }

    Regions regions() {
        return regions;
    }

    Converters converters(FormSheet form) {
        return new Converters(new ConversionContext(
                regions, definitions.lists(), form.definition().form().missing(), form.period(), key, Grouping.COMMAS));
    }

    FactTable table(FormSheet form) {
        return tables.computeIfAbsent(form.definition().name(), name -> FactTable.of(definitions.layouts(name)));
    }

    /**
     * Makes room for the rows of a workbook's submissions and notes them, in the transaction under way when there is
     * one; the same again gives the same ids.
     */
    List<Long> register(Reading reading, List<FormSheet> forms) throws SQLException {
        for (FormSheet form : forms) {
            leaves.ensure(table(form), form.period());
        }
        List<Long> ids = new ArrayList<>();
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            for (FormSheet form : forms) {
                ids.add(register(connection, reading, form));
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        return ids;
    }

    /** Keeps what a workbook says to queries, as it stands there, in the transaction under way; the same again is once. */
    void keep(Reading reading, List<Answer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into xianbao.answer values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            for (Answer answer : answers) {
                insert.setLong(1, reading.id());
                insert.setString(2, answer.sheet());
                insert.setInt(3, answer.cell().row() + 1);
                insert.setString(4, answer.cell().toString());
                insert.setString(5, answer.query());
                insert.setString(6, StoredText.of(answer.said()));
                insert.setString(7, answer.author() == null ? null : StoredText.of(answer.author()));
                insert.addBatch();
            }
            insert.executeBatch();
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private long register(Connection connection, Reading reading, FormSheet form) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.submission (reading, workbook,"
                + " sheet, sheet_index, return_name, since, version, region, period, period_start, period_end, previous,"
                + " places, definitions) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (reading, sheet_index)"
                + " do update set reading = excluded.reading returning id")) {
            insert.setLong(1, reading.id());
            insert.setString(2, reading.hash());
            insert.setString(3, form.sheet().name());
            insert.setInt(4, form.sheet().index());
            insert.setString(5, form.definition().name());
            insert.setObject(6, form.definition().since());
            insert.setString(7, form.definition().version());
            insert.setString(8, form.county().code());
            insert.setString(9, form.period().label());
            insert.setObject(10, form.period().start());
            insert.setObject(11, form.period().end());
            insert.setString(12, form.period().previous().label());
            insert.setString(
                    13,
                    form.layout().places().entrySet().stream()
                            .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                            .collect(Collectors.joining(",", "{", "}")));
            insert.setString(14, definitions.fingerprint());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
