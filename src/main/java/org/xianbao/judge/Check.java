package org.xianbao.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.xianbao.definition.Definitions;
import org.xianbao.load.Store;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.RolledBack;

/** Judges a workbook as a night would, against what is published, and keeps nothing of it. */
public final class Check {
    private static final String WHY = "check";

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
    public Judged check(Path file, List<Path> before) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("xianbao-check");
        // a name of its own, so that checks side by side do not wait for each other
        String batch = "check:" + UUID.randomUUID();
        try (RolledBack trial = new RolledBack(database)) {
            Store store = new Store(folder);
            for (int i = 0; i < before.size(); i++) {
                run(trial, store, batch + ':' + i, before.get(i));
            }
            run(trial, store, batch, file);
            return read(trial.getConnection(), batch);
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
        Rehearsal rehearsal = new Rehearsal(trial, definitions, store, key);
        rehearsal.begin(batch);
        rehearsal.ledger().plan(batch, hash, null, WHY);
        rehearsal.read(batch, rows -> {});
        rehearsal.judge(batch);
    }

    private static Judged read(Connection connection, String batch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from xianbao.reading where batch = ?")) {
            select.setString(1, batch);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Judgements.read(connection, row.getLong(1));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
