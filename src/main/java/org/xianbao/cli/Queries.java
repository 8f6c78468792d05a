package org.xianbao.cli;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Region;
import org.xianbao.job.Acceptance;
import org.xianbao.value.Regions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which queries are accepted: all of a submission, or those of a county under one number. */
final class Queries {
    private static final String NUMBER = "Q[0-9A-F]{10}";

    @Option(names = "--submission", required = true, paramLabel = "N")
    @Nullable
    Long submission;

    @ArgGroup(exclusive = false, multiplicity = "1")
    @Nullable
    Numbered numbered;

    /** Under one number. */
    static final class Numbered {
        @Parameters(paramLabel = "QUERY", arity = "1", descriptionKey = "xianbao.accept.query")
        String query = "";

        @Option(names = "--county", required = true, paramLabel = "COUNTY")
        String county = "";

        @Option(names = "--return", paramLabel = "RETURN")
        @Nullable
        String returnName;
    }

    /**
     * In words that the pipeline knows.
     *
     * @throws Refused when there is no such county or return, or the number cannot be one
     */
    Acceptance accepted(
            Definitions definitions, Console console, String author, String reason, @Nullable LocalDate until) {
        if (author.isBlank() || reason.isBlank()) {
            throw wrong(console, "wrong.blank", "--as, --reason");
        }
        Numbered named = numbered;
        if (named == null) {
            return new Acceptance(null, null, null, submission, author.strip(), reason.strip(), until);
        }
        String number = named.query.strip().toUpperCase(Locale.ROOT);
        if (!number.matches(NUMBER)) {
            throw wrong(console, "wrong.query", named.query);
        }
        if (named.returnName != null && !definitions.returnNames().contains(named.returnName)) {
            throw wrong(console, "wrong.return", named.returnName);
        }
        LocalDate today = LocalDate.now(definitions.settings().zone());
        String region = new Regions(definitions.regions())
                .county(named.county, today)
                .map(Region::code)
                .orElseThrow(() -> wrong(console, "wrong.county", named.county));
        return new Acceptance(number, region, named.returnName, null, author.strip(), reason.strip(), until);
    }

    private static Refused wrong(Console console, String key, String word) {
        String what = console.text(key, Map.of("word", word));
        return new Refused(ExitCode.USAGE, console.text("wrong", Map.of("what", what)));
    }
}
