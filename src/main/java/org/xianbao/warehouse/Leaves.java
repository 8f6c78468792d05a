package org.xianbao.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.xianbao.definition.Period;

/**
 * Makes the partitions that a load needs, before it and outside its transaction: created apart and attached, which,
 * unlike {@code create table … partition of}, does not wait for loads that are under way. Thread-safe.
 */
public final class Leaves {
    private final DataSource database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public Leaves(DataSource database) {
        this.database = database;
    }

    /** Returns when the leaf for the period is there. */
    public void ensure(FactTable table, Period period) throws SQLException {
        String leaf = table.leaf(period);
        if (known.contains(leaf)) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            make(statement, table, period);
            connection.commit();
        }
        known.add(leaf);
    }

    /** The same inside the caller's transaction, for what will be rolled back. */
    public static void make(Statement statement, FactTable table, Period period) throws SQLException {
        String leaf = table.leaf(period);
        statement.execute("select pg_advisory_xact_lock(hashtext('" + leaf + "'))");
        try (var found = statement.executeQuery("select to_regclass('" + leaf + "') is not null")) {
            found.next();
            if (found.getBoolean(1)) {
                return;
            }
        }
        String from = "'" + table.from(period) + "'";
        String to = "'" + table.to(period) + "'";
        statement.execute("create table " + leaf + " (like " + table.name() + " including defaults including comments,"
                + " constraint in_range check (_period >= " + from + " and _period < " + to
                + " and _period is not null))");
        statement.execute("alter table " + table.name() + " attach partition " + leaf + " for values from (" + from
                + ") to (" + to + ")");
        statement.execute("alter table " + leaf + " drop constraint in_range");
    }

    /**
     * Counts what is in the leaf, in the caller's transaction: a planner that takes many new rows for few compares each
     * with each.
     */
    public static void analyze(Connection connection, FactTable table, Period period) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + table.leaf(period));
        }
    }
}
