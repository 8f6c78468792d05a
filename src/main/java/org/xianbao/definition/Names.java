package org.xianbao.definition;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What returns, columns, rules and indicators may be called. */
final class Names {
    static final Pattern DASHED = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern SQL = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** Columns that the views of every return have beside its own, and the aliases that rules use. */
    private static final Set<String> TAKEN = Set.of(
            "region",
            "period",
            "period_start",
            "period_end",
            "item",
            "prev",
            "s",
            "submission",
            "submission_id",
            "sheet_row",
            "provisional",
            "received_at");

    /** Reserved key words of PostgreSQL 18 (appendix C, "reserved" and "reserved (can be function or type)"). */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate"
                            + " collation column concurrently constraint create cross current_catalog current_date"
                            + " current_role current_schema current_time current_timestamp current_user default"
                            + " deferrable desc distinct do else end except false fetch for foreign freeze from full"
                            + " grant group having ilike in initially inner intersect into is isnull join lateral"
                            + " leading left like limit localtime localtimestamp natural not notnull null offset on"
                            + " only or order outer overlaps placing primary references returning right select"
                            + " session_user similar some symmetric system_user table tablesample then to trailing"
                            + " true union unique user using variadic verbose when where window with")
                    .split(" "));

    private Names() {}

    /** Why this cannot be the name of a return's table; empty when it can. */
    static Optional<String> faultOfReturn(String name) {
        if (!SQL.matcher(name).matches()) {
            return Optional.of(
                    "'" + name + "' must begin with a lower-case letter and go on with at most 40 of a-z, 0-9, _");
        }
        return RESERVED.contains(name) ? Optional.of("'" + name + "' is a key word of SQL") : Optional.empty();
    }

    /** Why this cannot be the name of a column; empty when it can. */
    static Optional<String> faultOfColumn(String name) {
        return TAKEN.contains(name) ? Optional.of("'" + name + "' is reserved") : faultOfReturn(name);
    }
}
