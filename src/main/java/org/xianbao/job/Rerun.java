package org.xianbao.job;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What to read again from the store with the definitions of today; exactly one of the three is given. */
public record Rerun(
        @Nullable LocalDate night,
        @Nullable String workbook,
        @Nullable Long submission,
        String reason) {}
