package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xianbao.definition.Column;
import org.xianbao.definition.DefinitionSource;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.definition.Indicator;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.Reads;
import org.xianbao.definition.ReturnDefinition;

/** The definitions that were in force once, kept as text, so that what was done by them can be explained by them. */
public final class DefinitionHistory {
    private final Connection connection;

    public DefinitionHistory(Connection connection) {
        this.connection = connection;
    }

    /** Keeps these definitions, in the caller's transaction; what is kept already stays as it is. */
    void keep(Definitions definitions) throws SQLException {
        if (has(definitions.fingerprint())) {
            return;
        }
        try (PreparedStatement source = connection.prepareStatement(
                        "insert into xianbao.definition_source (version, file, text) values (?, ?, ?)"
                                + " on conflict do nothing");
                PreparedStatement file = connection.prepareStatement(
                        "insert into xianbao.definition_file (fingerprint, file, version) values (?, ?, ?)")) {
            for (DefinitionSource each : definitions.sources()) {
                source.setString(1, each.version());
                source.setString(2, each.file());
                source.setString(3, each.text());
                source.addBatch();
                file.setString(1, definitions.fingerprint());
                file.setString(2, each.file());
                file.setString(3, each.version());
                file.addBatch();
            }
            source.executeBatch();
            file.executeBatch();
        }
        reads(definitions);
        versions(definitions);
    }

    private void versions(Definitions definitions) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.indicator_version (fingerprint,"
                        + " indicator, kind, combine, as_of, publish) values (?, ?, ?, ?, ?, ?)")) {
            for (Indicator indicator : definitions.indicators()) {
                insert.setString(1, definitions.fingerprint());
                insert.setString(2, indicator.name());
                insert.setString(3, indicator.kind().word());
                insert.setString(4, indicator.combine().name().toLowerCase(Locale.ROOT));
                insert.setBoolean(5, indicator.asOf());
                insert.setArray(
                        6, connection.createArrayOf("text", indicator.publish().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void reads(Definitions definitions) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into xianbao.indicator_read (fingerprint, return_since, indicator,"
                        + " column_name, purposes, personal) values (?, ?, ?, ?, ?, ?)")) {
            for (Indicator indicator : definitions.indicators()) {
                for (ReturnDefinition layout : definitions.layouts(indicator.from())) {
                    for (Reads reads : Reads.of(indicator, layout)) {
                        insert.setString(1, definitions.fingerprint());
                        insert.setObject(2, layout.since());
                        insert.setString(3, indicator.name());
                        insert.setString(4, reads.column());
                        insert.setArray(
                                5,
                                connection.createArrayOf(
                                        "text",
                                        reads.purposes().stream()
                                                .map(Reads.Purpose::word)
                                                .toArray()));
                        insert.setBoolean(6, personal(layout, reads));
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    private static boolean personal(ReturnDefinition layout, Reads reads) {
        return layout.column(reads.column())
                .map(Column::type)
                .filter(t -> t.personal())
                .isPresent();
    }

    private boolean has(String fingerprint) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select exists (select from xianbao.definition_file where fingerprint = ?)")) {
            select.setString(1, fingerprint);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The fingerprint of what is in force now; empty before anything was. */
    public Optional<String> inForce() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select fingerprint from xianbao.definitions order by applied_at desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** The definitions of this fingerprint; empty when they were not kept, or when this program no longer reads them. */
    public Optional<Definitions> load(String fingerprint) throws SQLException {
        List<DefinitionSource> sources = sources(fingerprint);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DefinitionsLoader.load(sources, fingerprint));
        } catch (InvalidDefinitions e) {
            return Optional.empty();
        }
    }

    private List<DefinitionSource> sources(String fingerprint) throws SQLException {
        List<DefinitionSource> sources = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select s.file, s.version, s.text from xianbao.definition_file f"
                        + " join xianbao.definition_source s on s.version = f.version and s.file = f.file"
                        + " where f.fingerprint = ? order by s.file")) {
            select.setString(1, fingerprint);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sources.add(new DefinitionSource(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return sources;
    }
}
