package org.xianbao.job;

import java.time.LocalDate;
import java.util.List;

/** Placeholder until the phases are here. */
public final class Nights {
    public NightOutcome run(LocalDate night, Progress progress) {
        return new NightOutcome(night, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }

    public NightOutcome rerun(Rerun what, Progress progress) {
        return run(LocalDate.EPOCH, progress);
    }

    public NightOutcome resume(Progress progress) {
        return run(LocalDate.EPOCH, progress);
    }
}
