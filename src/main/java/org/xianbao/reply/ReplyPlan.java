package org.xianbao.reply;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
    /** What the run read, and what earlier runs could not write. */
    private static final String READINGS = "select r.id, w.hash, w.name, r.state, b.night,"
            + " exists (select from xianbao.finding f where f.reading = r.id),"
            + " s.region, coalesce(g.name, s.region), s.return_name, coalesce(t.zh, s.return_name), s.period, v.revision"
            + " from xianbao.reading r join xianbao.batch b on b.name = r.batch"
            + " join xianbao.workbook w on w.hash = r.workbook"
            + " left join (xianbao.submission s join xianbao.verdict v on v.submission = s.id) on s.reading = r.id"
            + " left join xianbao.return_title t on t.name = s.return_name"
            + " left join lateral (select name from xianbao.region g where g.code = s.region"
            + " and g.valid_from <= s.period_end order by g.valid_from desc limit 1) g on true"
            + " where r.state <> 'waiting' and r.id in (select id from xianbao.reading where batch = ?"
            + " union all select reading from xianbao.reply where failed is not null)"
            + " order by w.receipt, r.id, s.sheet_index";

    private static final String WRITTEN = "select p.reading, r.batch = ?, b.night, p.reply, p.receipts"
            + " from xianbao.reply p join xianbao.reading r on r.id = p.reading join xianbao.batch b on b.name = r.batch"
            + " where p.failed is null and b.night = any (?)";

    private final Connection connection;
    private final ReplyName names;
    private final Map<LocalDate, TakenNames> taken = new HashMap<>();

    ReplyPlan(Connection connection, ReplyName names) {
        this.connection = connection;
        this.names = names;
    }

    /** A reading, and what stands in the workbook. */
    private record Read(
            long id,
            String hash,
            String sender,
            String state,
            LocalDate night,
            boolean findings,
            List<ReplyName.Part> parts) {}

    /** What the run has still to write, in order of receipt. */
    List<Planned> due(String batch) throws SQLException {
        Map<Long, Read> readings = readings(batch);
        Set<Long> written = written(batch, readings);
        List<Planned> due = new ArrayList<>();
        for (Read read : readings.values()) {
            Planned planned = planned(read);
            if (!written.contains(planned.reading())) {
                due.add(planned);
            }
        }
        return due;
    }

    private Map<Long, Read> readings(String batch) throws SQLException {
        Map<Long, Read> readings = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(READINGS)) {
            select.setString(1, batch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    Read read = readings.get(id);
                    if (read == null) {
                        read = new Read(
                                id,
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getBoolean(6),
                                new ArrayList<>());
                        readings.put(id, read);
                    }
                    if (row.getString(7) != null) {
                        read.parts.add(new ReplyName.Part(
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                row.getInt(12)));
                    }
                }
            }
        }
        return readings;
    }

    /** Which of the run's are done; the names that other runs of these nights gave away are taken. */
    private Set<Long> written(String batch, Map<Long, Read> readings) throws SQLException {
        Set<Long> done = new HashSet<>();
        Object[] nights = readings.values().stream().map(Read::night).distinct().toArray();
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
        wanted.add(names.of(read.parts, read.sender, read.state));
        for (String region : regions.isEmpty() ? List.of("") : regions) {
            List<ReplyName.Part> own =
                    read.parts.stream().filter(p -> p.region().equals(region)).toList();
            wanted.add(names.receipt(names.of(own, read.sender, read.state)));
        }
        TakenNames night = taken.computeIfAbsent(read.night, n -> new TakenNames());
        List<String> claimed = night.claim(wanted);
        List<Planned.Receipted> receipts = new ArrayList<>();
        for (int i = 1; i < claimed.size(); i++) {
            receipts.add(new Planned.Receipted(regions.isEmpty() ? "" : regions.get(i - 1), claimed.get(i)));
        }
        return new Planned(read.id, read.hash, read.night, read.findings, claimed.get(0), receipts);
    }
}
