package org.xianbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Period;
import org.xianbao.impact.Act;
import org.xianbao.impact.Impact;
import org.xianbao.impact.Progress;
import org.xianbao.impact.Trial;

/** From the words of the command line to the act that is meant. */
final class ImpactCommand {
    private final Console console;

    ImpactCommand(Console console) {
        this.console = console;
    }

    /** What a submission would have done to it. */
    enum Fate {
        RERUN,
        PUBLISH,
        WITHDRAW
    }

    /** @param what a file, or the number of a submission; null for the definitions at hand */
    Act act(@Nullable String what, Fate fate, List<Period> periods, int limit) {
        if (what == null) {
            return new Act.Redefine(periods, limit);
        }
        Path file = Path.of(what);
        if (Files.isReadable(file) && !Files.isDirectory(file)) {
            return new Act.Arrival(file);
        }
        if (!what.matches("\\d{1,18}")) {
            throw refused(what);
        }
        long submission = Long.parseLong(what);
        return switch (fate) {
            case RERUN -> new Act.Rerun(submission);
            case PUBLISH -> new Act.Publish(submission);
            case WITHDRAW -> new Act.Withdraw(submission);
        };
    }

    int run(Act act, @Nullable String what, Trial trial, boolean json) throws SQLException, IOException {
        Impact impact;
        try (ProgressLine line = new ProgressLine(console)) {
            impact = trial.of(act, shown(line)).orElseThrow(() -> refused(String.valueOf(what)));
        }
        ImpactReport report = new ImpactReport(console);
        if (json) {
            report.json(impact);
        } else {
            report.print(impact);
        }
        return (impact.any() ? ExitCode.SENT_BACK : ExitCode.ACCEPTED).code();
    }

    private Refused refused(String what) {
        return Refused.wrong(console, "wrong.impact", Map.of("word", what));
    }

    private static Progress shown(ProgressLine line) {
        return new Progress() {
            @Override
            public void begins(int workbooks) {
                line.phase("read", workbooks);
            }

            @Override
            public void read(long rows) {
                line.rows(rows);
                line.done();
            }

            @Override
            public void judges() {
                line.phase("close", 0);
            }
        };
    }
}
