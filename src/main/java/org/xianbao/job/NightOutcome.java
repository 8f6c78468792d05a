package org.xianbao.job;

import java.time.LocalDate;
import java.util.List;

/**
 * What a night came to.
 *
 * @param received workbooks new to the store
 * @param unchanged workbooks whose bytes were already there
 * @param refused workbooks that cannot be read, or hold no known return
 * @param accepted returns
 * @param queried returns that stand once explained
 * @param returned returns sent back
 * @param failed workbooks that made the reader fail
 * @param rows facts loaded
 * @param closedPeriods labels of the periods closed
 * @param lines what to tell a person, in order: workbooks with trouble, then the headline figures
 */
public record NightOutcome(
        LocalDate night,
        int received,
        int unchanged,
        int refused,
        int accepted,
        int queried,
        int returned,
        int failed,
        long rows,
        List<String> closedPeriods,
        List<String> lines) {}
