package org.xianbao.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;
import org.xianbao.finding.Severity;

/**
 * What became of one workbook: all that its reply and its receipt tell.
 *
 * @param workbook what it was called when it came in
 * @param hash SHA-256 of its bytes, hex
 * @param state {@code read}, {@code refused} or {@code failed}
 * @param returns those recognised in it, in the order of its sheets
 * @param findings worst first; capped in detail, see {@link Found#total}
 */
public record Judged(
        String workbook, String hash, Instant receivedAt, String state, List<Return> returns, List<Found> findings) {

    /**
     * One return found in it.
     *
     * @param county the reporting county's name at the period's end
     * @param verdict {@code accepted}, {@code queried} or {@code returned}
     * @param revision 1 for the first that came for this county and period
     * @param published whether it is what counts now
     * @param provisional whether it counts although queries are open
     * @param deadline until when it was owed; null when it was not
     */
    public record Return(
            long submission,
            String name,
            Bilingual title,
            String sheet,
            String region,
            String county,
            String period,
            LocalDate since,
            String version,
            long rows,
            String verdict,
            int revision,
            boolean published,
            boolean provisional,
            @Nullable Instant deadline) {

        /** Whether it came behind its deadline, to the minute: what comes at 24:00 is in time. */
        public boolean late(Instant receivedAt) {
            return !lateBy(receivedAt).isZero();
        }

        /** By how many whole minutes it came behind its deadline; zero when it was in time, or not owed. */
        public Duration lateBy(Instant receivedAt) {
            Instant minute = receivedAt.truncatedTo(ChronoUnit.MINUTES);
            return deadline == null || !minute.isAfter(deadline) ? Duration.ZERO : Duration.between(deadline, minute);
        }
    }

    /**
     * One finding.
     *
     * @param submission of the return it belongs to; 0 when it concerns the workbook
     * @param sheet null when it concerns the workbook
     * @param cell as {@code B3}; null when no single cell is meant
     * @param column the definition's column name
     * @param query the number under which it can be explained; null unless a query
     * @param answered a query that a valid explanation answers
     * @param hint what is likely wrong, a suggestion; null when there is none
     * @param explanation what was said to this query, now or before; null when nothing that counts or counted
     * @param total how many of this rule and column there are in its return; details are capped, this is not
     */
    public record Found(
            long submission,
            Severity severity,
            String rule,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String column,
            @Nullable String reported,
            @Nullable String expected,
            Bilingual text,
            @Nullable String query,
            boolean answered,
            @Nullable Bilingual hint,
            @Nullable Explanation explanation,
            long total) {}

    /**
     * What was said to a query. It answers the query when it has not expired.
     *
     * @param until the day on which the last period ends that it answers
     */
    public record Explanation(String text, String author, LocalDate until) {}

    /** Whether a return that was accepted has queries since: another county's return raised them. */
    public boolean askedSince(Return each) {
        return each.verdict().equals("accepted")
                && findings.stream()
                        .anyMatch(f ->
                                f.submission() == each.submission() && f.severity() == Severity.QUERY && !f.answered());
    }

    /** The return that a finding belongs to; null when it concerns the workbook. */
    public @Nullable Return of(Found found) {
        return returns.stream()
                .filter(r -> r.submission() == found.submission())
                .findFirst()
                .orElse(null);
    }

    /** The severest finding that is not answered; null when there is none. */
    public @Nullable Severity worst() {
        return findings.stream()
                .filter(f -> !f.answered())
                .map(Found::severity)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
