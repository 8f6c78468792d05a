package org.xianbao.job;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xianbao.definition.Period;
import org.xianbao.screening.Screening;
import org.xianbao.screening.Screenings;

/**
 * Screens every period that a run touched. Each is kept on a connection of its own, so that one that cannot be screened costs
 * the night that period's list and nothing else.
 */
final class PeriodsScreened {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodsScreened.class);

    private final Screening screening;
    private final Screenings kept;
    private final Watched progress;
    private final Tally tally;

    PeriodsScreened(Screening screening, Screenings kept, Watched progress, Tally tally) {
        this.screening = screening;
        this.kept = kept;
        this.progress = progress;
        this.tally = tally;
    }

    void screen(String run) {
        try {
            List<Period> touched = kept.touched(run);
            progress.phase("screen", touched.size());
            for (Period period : touched) {
                screen(run, period);
                progress.done();
            }
        } catch (SQLException e) {
            unscreened("what " + run + " published", e);
        }
    }

    private void screen(String run, Period period) {
        try {
            kept.keep(run, screening.screen(period));
        } catch (SQLException e) {
            unscreened(period.label(), e);
        }
    }

    private void unscreened(String what, SQLException e) {
        LOG.error("{} could not be screened", what, e);
        tally.unscreened(what);
    }
}
