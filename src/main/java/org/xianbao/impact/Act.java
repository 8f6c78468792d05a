package org.xianbao.impact;

import java.nio.file.Path;
import java.util.List;
import org.xianbao.definition.Period;

/** What somebody thinks of doing. */
public sealed interface Act {

    /** A workbook comes in tonight. */
    record Arrival(Path workbook) implements Act {}

    /** A submission is read again from the store, with the definitions at hand. */
    record Rerun(long submission) implements Act {}

    /** A submission counts whatever its verdict says. */
    record Publish(long submission) implements Act {}

    /** A submission counts no more, and nothing takes its place. */
    record Withdraw(long submission) implements Act {}

    /**
     * The definitions at hand come into force, and what they concern is read again from the store.
     *
     * @param periods only returns that lie in one of these; all when empty
     * @param limit how many returns at most, the newest first
     */
    record Redefine(List<Period> periods, int limit) implements Act {}
}
