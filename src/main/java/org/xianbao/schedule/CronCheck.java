package org.xianbao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.Settings;

/** Whether the clock understands the two cron expressions. */
public final class CronCheck {
    private CronCheck() {}

    /**
     * @param jobs the directory of the definitions, to tell the line
     * @return what is wrong; empty when nothing is
     */
    public static List<DefinitionError> check(Settings settings, Path jobs) {
        List<DefinitionError> errors = new ArrayList<>();
        check(settings.nightlyCron(), settings.zone(), jobs, "nightly.yaml", errors);
        check(settings.closeCron(), settings.zone(), jobs, "close.yaml", errors);
        return errors;
    }

    private static void check(String text, ZoneId zone, Path jobs, String file, List<DefinitionError> errors) {
        try {
            if (new Cron(text, zone).next(Instant.now()).isEmpty()) {
                errors.add(new DefinitionError(file, line(jobs.resolve(file)), 1, "cron: '" + text + "' never fires"));
            }
        } catch (ParseException e) {
            errors.add(new DefinitionError(
                    file, line(jobs.resolve(file)), 1, "cron: '" + text + "' is none: " + e.getMessage()));
        }
    }

    /** The 1-based line of the key {@code cron}; 1 when there is none. */
    private static int line(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches("[\"']?cron[\"']?\\s*:.*")) {
                    return i + 1;
                }
            }
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
