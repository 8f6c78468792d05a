package org.xianbao.reply;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which replies a run owes, and what each is called. Names are given in order of receipt over all that the run read, so
 * they are the same whoever asks, and whenever.
 */
final class ReplyPlan {
    /** What the run read, what it asked anew, and what earlier runs could not write. */
    private static final String READINGS = "select r.id, o.batch, r.batch <> o.batch, w.hash, w.name, r.state, b.night,"
            + " exists (select from xianbao.finding f where f.reading = r.id),"
            + " s.region, coalesce(g.name, s.region), s.return_name, coalesce(t.zh, s.return_name), s.period, v.revision"
            + " from (select id as reading, batch from xianbao.reading where batch = ?"
            + " union select reading, batch from xianbao.asked_since where batch = ?"
            + " union select reading, batch from xianbao.reply where failed is not null) o"
            + " join xianbao.reading r on r.id = o.reading join xianbao.batch b on b.name = o.batch"
            + " join xianbao.workbook w on w.hash = r.workbook"
            + " left join (xianbao.submission s join xianbao.verdict v on v.submission = s.id) on s.reading = r.id"
            + " left join xianbao.return_title t on t.name = s.return_name"
            + " left join lateral (select name from xianbao.region g where g.code = s.region"
            + " and g.valid_from <= s.period_end order by g.valid_from desc limit 1) g on true"
            + " where r.state <> 'waiting' order by w.receipt, r.id, b.started_at, s.sheet_index";

    private static final String WRITTEN = "select p.reading, p.batch = ?, b.night, p.reply, p.receipts"
            + " from xianbao.reply p join xianbao.batch b on b.name = p.batch"
            + " where p.failed is null and b.night = any (?)";

    private final Connection connection;
    private final ReplyName names;
    private final Map<LocalDate, TakenNames> taken = new HashMap<>();

    ReplyPlan(Connection connection, ReplyName names) {
        this.connection = connection;
        this.names = names;
    }

    /** Which run owes a reply to which reading. */
    private record Debt(long reading, String run) {}

    /**
     * A reading that a reply is owed to, and what stands in the workbook.
     *
     * @param askedSince whether it was read by an earlier run than the one that owes the reply
     */
    private record Read(
            Debt debt,
            boolean askedSince,
            String hash,
            String sender,
            String state,
            LocalDate night,
            boolean findings,
            List<ReplyName.Part> parts) {}

    /** What the run has still to write, in order of receipt. */
    List<Planned> due(String batch) throws SQLException {
        Collection<Read> readings = readings(batch);
        Set<Long> written = written(batch, readings);
        List<Planned> due = new ArrayList<>();
        for (Read read : readings) {
            Planned planned = planned(read);
            if (!planned.run().equals(batch) || !written.contains(planned.reading())) {
                due.add(planned);
            }
        }
        return due;
    }

    private Collection<Read> readings(String batch) throws SQLException {
        Map<Debt, Read> readings = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(READINGS)) {
            select.setString(1, batch);
            select.setString(2, batch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Debt debt = new Debt(row.getLong(1), row.getString(2));
                    Read read = readings.get(debt);
                    if (read == null) {
                        read = new Read(
                                debt,
                                row.getBoolean(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, LocalDate.class),
                                row.getBoolean(8),
                                new ArrayList<>());
                        readings.put(debt, read);
                    }
                    if (row.getString(9) != null) {
                        read.parts.add(new ReplyName.Part(
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                row.getString(12),
                                row.getString(13),
                                row.getInt(14)));
                    }
                }
            }
        }
        return readings.values();
    }

    /** Which of the run's are done; the names that other runs of these nights gave away are taken. */
    private Set<Long> written(String batch, Collection<Read> readings) throws SQLException {
        Set<Long> done = new HashSet<>();
        Object[] nights = readings.stream().map(Read::night).distinct().toArray();
        try (PreparedStatement select = connection.prepareStatement(WRITTEN)) {
            select.setString(1, batch);
            select.setArray(2, connection.createArrayOf("date", nights));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2)) {
                        done.add(row.getLong(1));
                    } else {
                        take(row);
                    }
                }
            }
        }
        return done;
    }

    private void take(ResultSet row) throws SQLException {
        TakenNames night = taken.computeIfAbsent(row.getObject(3, LocalDate.class), n -> new TakenNames());
        if (row.getString(4) != null) {
            night.take(name(row.getString(4)));
        }
        Array receipts = row.getArray(5);
        for (String receipt : (String[]) receipts.getArray()) {
            night.take(name(receipt));
        }
    }

    /** Of a path below the home, the name without its ending. */
    private static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.lastIndexOf('.'));
    }

    private Planned planned(Read read) {
        List<String> regions =
                read.parts.stream().map(ReplyName.Part::region).distinct().toList();
        List<String> wanted = new ArrayList<>();
        wanted.add(name(read, read.parts));
        for (String region : regions.isEmpty() ? List.of("") : regions) {
            List<ReplyName.Part> own =
                    read.parts.stream().filter(p -> p.region().equals(region)).toList();
            wanted.add(names.receipt(name(read, own)));
        }
        TakenNames night = taken.computeIfAbsent(read.night, n -> new TakenNames());
        List<String> claimed = night.claim(wanted);
        List<Planned.Receipted> receipts = new ArrayList<>();
        for (int i = 1; i < claimed.size(); i++) {
            receipts.add(new Planned.Receipted(regions.isEmpty() ? "" : regions.get(i - 1), claimed.get(i)));
        }
        return new Planned(
                read.debt.reading(), read.debt.run(), read.hash, read.night, read.findings, claimed.get(0), receipts);
    }

    private String name(Read read, List<ReplyName.Part> parts) {
        String name = names.of(parts, read.sender, read.state);
        return read.askedSince ? names.askedSince(name) : name;
    }
}
