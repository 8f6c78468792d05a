package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.xianbao.database.Home;
import org.xianbao.definition.Definitions;
import org.xianbao.judge.Judged;
import org.xianbao.judge.Judgements;
import org.xianbao.load.Fault;
import org.xianbao.load.Store;

/**
 * The replies to a run's workbooks, in {@code replies/<night>} below the home: the annotated workbook where there are
 * findings, and a receipt a county. Thread-safe.
 */
public final class Replies {
    private final DataSource database;
    private final Store store;
    private final Home home;
    private final Reply reply;
    private final Receipt receipt;
    private final ReplyName names = ReplyName.ofPlatform();

    public Replies(DataSource database, Definitions definitions, Store store, Home home) {
        this.database = database;
        this.store = store;
        this.home = home;
        this.reply = new Reply(definitions);
        this.receipt = new Receipt(definitions.settings().zone());
    }

    /** What the run has still to write, and what earlier runs could not, in order of receipt. */
    public List<Planned> due(String batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new ReplyPlan(connection, names).due(batch);
        }
    }

    /**
     * Writes a reply and notes it in the connection's transaction; again comes to the same. A reply that cannot be
     * written is noted with the reason.
     */
    public void write(Planned planned, Connection connection) throws SQLException {
        Judged judged = Judgements.read(connection, planned.reading());
        Path folder = home.replies().resolve(planned.night().toString());
        String annotated = null;
        List<String> receipts = new ArrayList<>();
        String failed = null;
        try {
            annotated = planned.findings() ? annotate(folder, planned, judged) : null;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            failed = failed(planned, e);
        }
        try {
            for (Planned.Receipted each : planned.receipts()) {
                Slip slip = Slip.of(judged, each.region(), planned.night(), annotated, failed != null, connection);
                Path file = folder.resolve(each.name() + ".xlsx");
                WholeFile.write(file, target -> receipt.write(slip, target));
                receipts.add(below(file));
            }
        } catch (IOException | RuntimeException e) {
            failed = failed(planned, e);
        }
        note(planned, annotated == null ? null : below(folder.resolve(annotated)), receipts, failed, connection);
    }

    /** Gives the name of the file. */
    private String annotate(Path folder, Planned planned, Judged judged) throws IOException {
        Path original = store.path(planned.hash());
        String name = planned.name() + Ending.of(original, judged);
        WholeFile.write(folder.resolve(name), target -> reply.write(original, judged, target));
        return name;
    }

    private String below(Path file) {
        return home.root().relativize(file).toString().replace('\\', '/');
    }

    private static String failed(Planned planned, Throwable fault) {
        String place = Fault.place(fault);
        LoggerFactory.getLogger(Replies.class).error("no reply to reading {}: {}", planned.reading(), place);
        return place;
    }

    private static void note(
            Planned planned,
            @Nullable String annotated,
            List<String> receipts,
            @Nullable String failed,
            Connection connection)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into xianbao.reply"
                + " (reading, batch, reply, receipts, failed) values (?, ?, ?, ?, ?) on conflict (reading, batch) do update"
                + " set reply = excluded.reply, receipts = excluded.receipts, failed = excluded.failed,"
                + " written_at = now()")) {
            insert.setLong(1, planned.reading());
            insert.setString(2, planned.run());
            insert.setString(3, annotated);
            insert.setArray(4, connection.createArrayOf("text", receipts.toArray()));
            insert.setString(5, failed);
            insert.executeUpdate();
        }
    }
}
