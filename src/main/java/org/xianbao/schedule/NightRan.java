package org.xianbao.schedule;

import org.xianbao.job.NightOutcome;

/** Published when the clock has run a night. */
public record NightRan(NightOutcome outcome) {}
