package org.xianbao.cli;

import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;
import org.xianbao.database.DatabaseUnavailable;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.impact.GaveWay;
import org.xianbao.job.AlreadyRunning;
import org.xianbao.job.RunFailed;
import org.xianbao.load.Inbox.InboxMissing;
import org.xianbao.period.CloseRefused;

/**
 * What a person is told when a command cannot be carried out: one line for what was foreseen; for anything else one
 * line that names the log with the details.
 */
final class Faults {
    private final Setup setup;
    private final Console console;

    Faults(Setup setup, Console console) {
        this.setup = setup;
        this.console = console;
    }

    /** Tells, and gives the exit code. */
    int tell(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return tell(refused);
            }
            if (cause instanceof CloseRefused refused) {
                return tell(ExitCode.USAGE, console.text("close.refused." + refused.why(), refused.about()));
            }
            if (cause instanceof InvalidDefinitions wrong) {
                wrong.errors().forEach(console.err()::println);
                return ExitCode.DEFINITIONS.code();
            }
            if (cause instanceof DatabaseUnavailable unavailable) {
                return tell(ExitCode.DATABASE, console.text("database", Map.of("why", firstLine(unavailable))));
            }
            if (cause instanceof AlreadyRunning running) {
                return tell(ExitCode.RUNNING, console.text("running", Map.of("why", firstLine(running))));
            }
            if (cause instanceof GaveWay gaveWay) {
                return tell(ExitCode.RUNNING, console.text("gave-way", Map.of("why", firstLine(gaveWay))));
            }
            if (cause instanceof InboxMissing missing) {
                return tell(ExitCode.USAGE, console.text("wrong", Map.of("what", firstLine(missing))));
            }
            if (cause instanceof InvalidPathException path) {
                return tell(Refused.wrong(console, "wrong.file", Map.of("word", path.getInput())));
            }
            if (cause instanceof FileSystemException file && file.getFile() != null) {
                log(fault);
                return tell(ExitCode.FAILED, console.text("file", Map.of("file", file.getFile())));
            }
            if (cause instanceof RunFailed) {
                return brokeOff(fault);
            }
            if (cause instanceof FlywayException migration) {
                log(fault);
                return tell(ExitCode.DATABASE, console.text("migration", Map.of("why", firstLine(migration))));
            }
            if (cause instanceof SQLException refused) {
                log(fault);
                return tell(ExitCode.DATABASE, console.text("refused", Map.of("why", firstLine(refused))));
            }
        }
        log(fault);
        return tell(
                ExitCode.FAILED,
                console.text("unforeseen", Map.of("kind", fault.getClass().getSimpleName(), "log", logName())));
    }

    private int brokeOff(Throwable fault) {
        log(fault);
        return tell(ExitCode.FAILED, console.text("broke-off", Map.of("log", logName())));
    }

    private String logName() {
        return setup.home().logs().resolve("xianbao.log").toString();
    }

    private int tell(Refused refused) {
        return tell(refused.code(), firstLine(refused));
    }

    private int tell(ExitCode code, String line) {
        console.err().println(line);
        return code.code();
    }

    private static String firstLine(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }

    private static void log(Throwable fault) {
        LoggerFactory.getLogger(Faults.class).error("a command failed", fault);
    }
}
