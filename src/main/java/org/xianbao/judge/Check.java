package org.xianbao.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.finding.Severity;
import org.xianbao.load.Block;
import org.xianbao.load.Ledger;
import org.xianbao.load.Loading;
import org.xianbao.load.Position;
import org.xianbao.load.Reading;
import org.xianbao.load.Store;
import org.xianbao.load.WorkbookLoad;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.RolledBack;

/** Judges a workbook as a night would, against what is published, and keeps nothing of it. */
public final class Check {
    /**
     * What a workbook would get.
     *
     * @param state {@code read}, {@code refused} or {@code failed}
     */
    public record Checked(String state, List<Return> returns, List<Found> findings) {
        /** The severest finding; null when there is none. */
        public @Nullable Severity worst() {
            return findings.stream()
                    .map(Found::severity)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** One return found in it; {@code verdict} is {@code accepted}, {@code queried} or {@code returned}. */
    public record Return(String name, String sheet, String region, String period, long rows, String verdict) {}

    /**
     * One finding.
     *
     * @param total how many of this rule and column there are in its return; details are capped, this is not
     */
    public record Found(
            Severity severity,
            String rule,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String column,
            @Nullable String reported,
            @Nullable String expected,
            String zh,
            String en,
            long total) {}

    private static final String BATCH = "check";

    private final DataSource database;
    private final Definitions definitions;
    private final PersonalKey key;

    public Check(DataSource database, Definitions definitions, PersonalKey key) {
        this.database = database;
        this.definitions = definitions;
        this.key = key;
    }

    /**
     * Checks one file.
     *
     * @param before files that count as received and judged beforehand, in this order, for nothing but this check
     */
    public Checked check(Path file, List<Path> before) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("xianbao-check");
        try (RolledBack trial = new RolledBack(database)) {
            Store store = new Store(folder);
            for (int i = 0; i < before.size(); i++) {
                run(trial, store, BATCH + i, before.get(i));
            }
            run(trial, store, BATCH, file);
            return read(trial.getConnection());
        } finally {
            delete(folder);
        }
    }

    private void run(RolledBack trial, Store store, String batch, Path file) throws IOException, SQLException {
        Connection connection = trial.getConnection();
        String hash = store.put(file);
        try (PreparedStatement known = connection.prepareStatement("insert into xianbao.workbook"
                + " (hash, name, bytes, received_at) values (?, ?, ?, now()) on conflict (hash) do nothing")) {
            known.setString(1, hash);
            known.setString(2, file.getFileName().toString());
            known.setLong(3, Files.size(file));
            known.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into xianbao.batch (name, night) values ('" + batch + "', current_date)");
        }
        Ledger ledger = new Ledger(trial, store);
        ledger.plan(batch, hash, null, BATCH);
        Loading loading = new Loading(trial, definitions, store, key);
        for (Reading reading : ledger.waiting(batch)) {
            try (WorkbookLoad load = loading.load(reading, Position.START)) {
                for (Block block = load.next(); block != null; block = load.next()) {
                    block.write(connection);
                }
            }
        }
        Judge judge = new Judge(trial, definitions);
        for (String name : definitions.returnNames()) {
            judge.judge(batch, name);
        }
    }

    private static Checked read(Connection connection) throws SQLException {
        String state = "failed";
        List<Return> returns = new ArrayList<>();
        List<Found> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select state from xianbao.reading where batch = '" + BATCH + "'")) {
                if (row.next()) {
                    state = row.getString(1);
                }
            }
            try (ResultSet row = statement.executeQuery("select s.return_name, s.sheet, s.region, s.period, s.rows,"
                    + " v.verdict from xianbao.submission s join xianbao.reading r on r.id = s.reading"
                    + " join xianbao.verdict v on v.submission = s.id where r.batch = '" + BATCH
                    + "' order by s.sheet_index")) {
                while (row.next()) {
                    returns.add(new Return(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6)));
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select upper(f.severity), f.rule, f.sheet, f.cell, f.column_name,"
                            + " f.reported, f.expected, f.zh, f.en, t.total from xianbao.finding f"
                            + " join xianbao.reading r on r.id = f.reading join xianbao.finding_total t on t.reading = f.reading"
                            + " and t.submission = coalesce(f.submission, 0) and t.severity = f.severity and t.rule = f.rule"
                            + " and t.column_name = coalesce(f.column_name, '') where r.batch = '" + BATCH
                            + "' order by array_position(array['reject', 'query', 'note'], f.severity), f.submission, f.row_no, f.id")) {
                while (row.next()) {
                    findings.add(new Found(
                            Severity.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getLong(10)));
                }
            }
        }
        return new Checked(state.toLowerCase(Locale.ROOT), returns, findings);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
