package org.xianbao.job;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xianbao.definition.Period;
import org.xianbao.screening.Screened;

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
 * @param replied what was written for the counties
 * @param rows facts loaded
 * @param closedPeriods labels of the periods closed
 * @param screened the periods with returns to look at first, the latest first
 * @param revisionsDue labels of the periods that are final while newer returns would change them
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
        Replied replied,
        long rows,
        List<String> closedPeriods,
        List<Screened> screened,
        List<String> revisionsDue,
        List<String> lines) {

    /** Both as one, when a run goes on with what an earlier one left; what was unchanged or waits is only the later's to say. */
    NightOutcome then(NightOutcome later) {
        return new NightOutcome(
                later.night,
                received + later.received,
                later.unchanged,
                refused + later.refused,
                accepted + later.accepted,
                queried + later.queried,
                returned + later.returned,
                failed + later.failed,
                replied.then(later.replied),
                rows + later.rows,
                both(closedPeriods, later.closedPeriods),
                screened(later.screened),
                later.revisionsDue,
                both(lines, later.lines));
    }

    /** What was screened later stands. */
    private List<Screened> screened(List<Screened> later) {
        Set<Period> again = later.stream().map(Screened::period).collect(Collectors.toSet());
        return Stream.concat(later.stream(), screened.stream().filter(s -> !again.contains(s.period())))
                .sorted(Comparator.comparing(Screened::period).reversed())
                .toList();
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
