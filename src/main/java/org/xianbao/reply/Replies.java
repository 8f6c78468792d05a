package org.xianbao.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
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
    private static final String FOLDER = "replies";

    private final DataSource database;
    private final Store store;
    private final Path home;
    private final Reply reply;
    private final Receipt receipt;
    private final ReplyName names = ReplyName.ofPlatform();

    /** @param home the directory under which everything is kept that running makes */
    public Replies(DataSource database, Definitions definitions, Store store, Path home) {
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
     *
     * @return whether it was written
     */
    public boolean write(Planned planned, Connection connection) throws SQLException {
        Judged judged = Judgements.read(connection, planned.reading());
        Path folder = home.resolve(FOLDER).resolve(planned.night().toString());
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
                whole(file, target -> receipt.write(slip, target));
                receipts.add(below(file));
            }
        } catch (IOException | RuntimeException e) {
            failed = failed(planned, e);
        }
        note(planned, annotated == null ? null : below(folder.resolve(annotated)), receipts, failed, connection);
        return failed == null;
    }

    /**
     * Writes the annotated workbook of a check.
     *
     * @return where it is
     */
    public Path write(Path original, Judged judged, Path folder) throws IOException {
        List<ReplyName.Part> parts =
                judged.returns().stream().map(ReplyName.Part::of).toList();
        return annotate(folder, names.of(parts, judged.workbook(), judged.state()), original, judged);
    }

    private String annotate(Path folder, Planned planned, Judged judged) throws IOException {
        return annotate(folder, planned.name(), store.path(planned.hash()), judged)
                .getFileName()
                .toString();
    }

    private Path annotate(Path folder, String name, Path original, Judged judged) throws IOException {
        Path file = folder.resolve(name + Ending.of(original, judged.state()));
        whole(file, target -> reply.write(original, judged, target));
        return file;
    }

    @FunctionalInterface
    private interface Writing {
        void to(Path target) throws IOException;
    }

    /** A file that is there is whole: it is written under another name beside, and then takes its place. */
    private static void whole(Path file, Writing writing) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path half = folder.resolve("." + file.getFileName());
        try {
            writing.to(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private String below(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
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
                + " (reading, reply, receipts, failed) values (?, ?, ?, ?) on conflict (reading) do update"
                + " set reply = excluded.reply, receipts = excluded.receipts, failed = excluded.failed,"
                + " written_at = now()")) {
            insert.setLong(1, planned.reading());
            insert.setString(2, annotated);
            insert.setArray(3, connection.createArrayOf("text", receipts.toArray()));
            insert.setString(4, failed);
            insert.executeUpdate();
        }
    }
}
