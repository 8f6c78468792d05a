package org.xianbao.job;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Open queries that an administrator explains: by number and county, or all those of a submission.
 *
 * @param query number of the query, as the reply prints it; null with a submission
 * @param region the county's code; null with a submission
 * @param returnName only in this return; null for any
 * @param author who answers for it
 * @param reason the explanation
 * @param until the day on which the last period ends that it answers; null for what is usual
 */
public record Acceptance(
        @Nullable String query,
        @Nullable String region,
        @Nullable String returnName,
        @Nullable Long submission,
        String author,
        String reason,
        @Nullable LocalDate until) {}
