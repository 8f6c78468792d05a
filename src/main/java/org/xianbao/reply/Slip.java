package org.xianbao.reply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;

/**
 * What one county's receipt tells of a workbook: its own returns, what concerns the file as a whole, and what the county
 * owes; nothing of another county whose returns stand in the same workbook.
 *
 * @param county its name; empty when no return was recognised
 * @param returns the county's
 * @param foreign how many returns of other counties stand in the workbook
 * @param strange sheets that are no return
 * @param owed newest deadline first
 * @param day as of which it is owed
 * @param annotated file name of the annotated workbook; null when there is none
 * @param failed whether there should be an annotated workbook and is none
 */
record Slip(
        Judged judged,
        String county,
        List<Judged.Return> returns,
        int foreign,
        List<String> strange,
        List<Owed> owed,
        LocalDate day,
        @Nullable String annotated,
        boolean failed) {

    private static final String ASKED_SINCE = "asked-since";

    /** @param region whose receipt; empty when no return was recognised */
    static Slip of(
            Judged judged,
            String region,
            LocalDate day,
            @Nullable String annotated,
            boolean failed,
            Connection connection)
            throws SQLException {
        List<Judged.Return> own =
                judged.returns().stream().filter(r -> r.region().equals(region)).toList();
        return new Slip(
                judged,
                own.isEmpty() ? "" : own.get(0).county(),
                own,
                judged.returns().size() - own.size(),
                strange(judged),
                region.isEmpty() ? List.of() : Owed.by(region, day, connection),
                day,
                annotated,
                failed);
    }

    private static List<String> strange(Judged judged) {
        List<String> known = judged.returns().stream().map(Judged.Return::sheet).toList();
        return judged.findings().stream()
                .filter(f -> f.submission() == 0)
                .map(Judged.Found::sheet)
                .filter(Objects::nonNull)
                .filter(sheet -> !known.contains(sheet))
                .distinct()
                .toList();
    }

    /** How many findings there are of a weight, those that are not kept in detail included. */
    long findings(long submission, Severity severity) {
        return of(submission, severity)
                .map(f -> new Group(f.rule(), Objects.requireNonNullElse(f.column(), ""), f.total()))
                .distinct()
                .mapToLong(Group::total)
                .sum();
    }

    /** How many queries an explanation answers; known only where all of them are kept in detail, else 0. */
    long answered(long submission) {
        boolean whole = of(submission, Severity.QUERY).count() == findings(submission, Severity.QUERY);
        return whole
                ? of(submission, Severity.QUERY).filter(Judged.Found::answered).count()
                : 0;
    }

    private record Group(String rule, String column, long total) {}

    private Stream<Judged.Found> of(long submission, Severity severity) {
        return judged.findings().stream().filter(f -> f.submission() == submission && f.severity() == severity);
    }

    /** Why the file as a whole cannot be taken in, in Chinese. */
    List<String> reasons() {
        return of(0, Severity.REJECT).map(f -> f.text().zh()).toList();
    }

    /** What all of it comes to: {@code failed}, {@code refused}, {@code returned}, {@code queried}, {@code asked-since} or {@code accepted}. */
    String verdict() {
        if (!judged.state().equals("read")) {
            return judged.state();
        }
        return Stream.of("returned", "queried", ASKED_SINCE)
                .filter(v -> count(v) > 0)
                .findFirst()
                .orElse("accepted");
    }

    long count(String verdict) {
        return returns.stream().filter(r -> verdict(r).equals(verdict)).count();
    }

    /** The verdict on a return, {@code asked-since} where queries came up after it was accepted. */
    String verdict(Judged.Return each) {
        return judged.askedSince(each) ? ASKED_SINCE : each.verdict();
    }
}
