package org.xianbao.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.judge.OpenQueries;
import org.xianbao.judge.OpenQueries.Open;
import org.xianbao.load.Ledger;

/** Keeps what an administrator accepts, and plans what is to be judged again because of it. */
final class Acceptances {
    private final DataSource database;
    private final Definitions definitions;
    private final Ledger ledger;
    private final Batches batches;

    Acceptances(DataSource database, Definitions definitions, Ledger ledger, Batches batches) {
        this.database = database;
        this.definitions = definitions;
        this.ledger = ledger;
        this.batches = batches;
    }

    /**
     * What came of it.
     *
     * @param lines for a person
     * @param batch to be run; null when nothing is to be judged again
     */
    record Accepted(List<String> lines, Batches.@Nullable Batch batch) {}

    Accepted accept(Acceptance what, LocalDate today) throws SQLException {
        List<Open> open;
        long first = Long.MAX_VALUE;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            OpenQueries queries = new OpenQueries(connection, definitions);
            open = asked(queries, what);
            for (Open each : open) {
                first = Math.min(first, queries.accept(each, what.author(), what.reason(), what.until()));
            }
            connection.commit();
        }
        if (open.isEmpty()) {
            return new Accepted(List.of("no query is open under " + meant(what)), null);
        }
        Map<String, TreeSet<Integer>> sheets = new TreeMap<>();
        open.stream().filter(Open::held).forEach(q -> sheets.computeIfAbsent(q.workbook(), w -> new TreeSet<>())
                .add(q.sheetIndex()));
        if (sheets.isEmpty()) {
            return new Accepted(
                    List.of(told(open), "sent back for other reasons too: it waits for a correction"), null);
        }
        Batches.Batch batch = batches.begin("accept:" + first, today, what.reason());
        if (batch.ended()) {
            return new Accepted(List.of("accept:" + first + " has been done"), null);
        }
        for (Map.Entry<String, TreeSet<Integer>> each : sheets.entrySet()) {
            boolean one = each.getValue().size() == 1;
            ledger.plan(batch.name(), each.getKey(), one ? each.getValue().first() : null, what.reason());
        }
        return new Accepted(List.of(told(open)), batch);
    }

    /** Those of periods that the explanation reaches. */
    private static List<Open> asked(OpenQueries queries, Acceptance what) throws SQLException {
        List<Open> open = what.submission() != null
                ? queries.of(what.submission())
                : queries.numbered(
                        Objects.requireNonNull(what.query()), Objects.requireNonNull(what.region()), what.returnName());
        LocalDate until = what.until();
        return until == null
                ? open
                : open.stream().filter(q -> !q.periodEnd().isAfter(until)).toList();
    }

    private static String told(List<Open> open) {
        return open.stream()
                .map(q -> q.returnName() + " " + q.region() + " " + q.period() + " " + q.rule())
                .collect(Collectors.groupingBy(q -> q, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
                .collect(Collectors.joining("; ", "explained: ", ""));
    }

    private static String meant(Acceptance what) {
        return what.submission() != null
                ? "submission=" + what.submission()
                : what.query() + " of " + what.region() + (what.returnName() == null ? "" : " in " + what.returnName());
    }
}
