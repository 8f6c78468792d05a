package org.xianbao.period;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Bilingual;

/**
 * What a person reads of an edition: what it rests on, who is missing, and what it changes.
 *
 * @param before the edition that the changes are counted from; null for the first of its period
 * @param changes the first of them, the higher regions first
 * @param changed how many there are in all
 * @param undecided figures that several sources state and none of which is published
 */
public record EditionReport(
        Edition edition,
        OffsetDateTime cutOff,
        String author,
        @Nullable String reason,
        @Nullable Integer before,
        List<Coverage> coverage,
        List<Change> changes,
        int changed,
        List<Undecided> undecided) {

    /**
     * How much of a return had come in, counties times periods.
     *
     * @param missing the first of those that had not
     * @param absent how many these are in all
     */
    public record Coverage(Bilingual title, int owed, int reported, int unasked, List<Missing> missing, int absent) {}

    /** A return not there at the closing; {@code due} when its deadline had passed. */
    public record Missing(String region, String period, boolean due) {}

    /**
     * A figure that differs from the edition before.
     *
     * @param was null where there was none
     * @param is null where there is none any more
     * @param difference null unless there are both
     * @param percent of the figure before; null where that makes no sense
     * @param causes the first of the submissions behind it; none when the definitions are
     * @param behind how many these are in all
     */
    public record Change(
            Bilingual title,
            String region,
            String source,
            @Nullable Statement was,
            @Nullable Statement is,
            @Nullable BigDecimal difference,
            String differenceUnit,
            @Nullable BigDecimal percent,
            List<Cause> causes,
            int behind) {}

    /** A figure as an edition has it; {@code published} unless it is another source's that is. */
    public record Statement(BigDecimal value, String unit, String qualifier, String status, boolean published) {}

    /**
     * A submission that made a figure differ.
     *
     * @param effect {@code entered left replaced confirmed}
     * @param revision of the submission that counts now, from 1; null when it left
     * @param workbook its file's name; null when it left
     * @param reason why it was read again; null when the county sent it
     */
    public record Cause(
            String effect,
            Bilingual title,
            String reporter,
            String period,
            @Nullable Integer revision,
            @Nullable String workbook,
            @Nullable String reason) {}

    /** A figure of which no source is published. */
    public record Undecided(Bilingual title, String region, List<String> sources) {}
}
