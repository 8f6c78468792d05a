package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CPU of the server's processes while something runs, by {@code /proc/<pid>/stat}, fifty times a second; a
 * backend's goes to the phase of the statement that it runs or ran last. Zeros where there is no {@code /proc}.
 */
final class ServerPhases implements AutoCloseable {
    private static final int TICKS_A_SECOND = 100;

    private final Connection connection;
    private final Thread sampler = new Thread(this::sample, "server-phases");
    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Phase, Long> ticks = new EnumMap<>(Phase.class);
    private long others;
    private volatile boolean ended;

    ServerPhases(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        look(true);
        sampler.start();
    }

    private void sample() {
        try {
            while (!ended) {
                look(false);
                Thread.sleep(20);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean first) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pid, query, backend_type like '%backend%' or backend_type"
                                + " like 'parallel%' from pg_stat_activity where pid <> pg_backend_pid()")) {
            while (row.next()) {
                long pid = row.getLong(1);
                long now = ticks(pid, before.getOrDefault(pid, 0L));
                long more = now - before.getOrDefault(pid, first ? now : 0L);
                before.put(pid, now);
                Phase phase = row.getBoolean(3) ? phase(row.getString(2)) : null;
                if (phase == null) {
                    others += more;
                } else {
                    ticks.merge(phase, more, Long::sum);
                }
            }
        }
    }

    private static long ticks(long pid, long whenGone) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            return whenGone;
        }
    }

    private static Phase phase(@Nullable String query) {
        String sql = query == null ? "" : query.toLowerCase(java.util.Locale.ROOT);
        if (sql.startsWith("copy ")) {
            return Phase.COPY;
        }
        if ((sql.contains("xianbao.measure") && sql.startsWith("insert"))
                || sql.contains("(select id as _id, region, period, period_start, period_end from")) {
            return Phase.MEASURES;
        }
        if (sql.startsWith("select submission, row, n, total")
                || sql.contains("verdict")
                || sql.contains("publication")) {
            return Phase.JUDGE;
        }
        if (sql.contains("observation") || sql.contains("edition") || sql.contains("due_period")) {
            return Phase.CLOSE;
        }
        return sql.contains("batch_") ? Phase.BATCH : Phase.LEDGER;
    }

    /** Seconds by phase; to be asked after {@link #close}. */
    double seconds(Phase phase) {
        return ticks.getOrDefault(phase, 0L) / (double) TICKS_A_SECOND;
    }

    /** Seconds of the checkpointer, the WAL writer and the like. */
    double others() {
        return others / (double) TICKS_A_SECOND;
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        look(false);
        connection.close();
    }
}
