package org.xianbao.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Region;
import org.xianbao.explanation.Substance;
import org.xianbao.job.Acceptance;
import org.xianbao.value.Regions;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which queries are accepted: all of a submission, or those of a county under one number. */
final class Queries {
    private static final String NUMBER = "Q[0-9A-F]{10}";

    @Parameters(paramLabel = "QUERY", arity = "0..1", descriptionKey = "xianbao.accept.query")
    @Nullable
    String query;

    @Option(names = "--county", paramLabel = "COUNTY")
    @Nullable
    String county;

    @Option(names = "--return", paramLabel = "RETURN")
    @Nullable
    String returnName;

    @Option(names = "--submission", paramLabel = "N")
    @Nullable
    Long submission;

    /**
     * In words that the pipeline knows.
     *
     * @throws Refused when there is no such county or return, or the number cannot be one
     */
    Acceptance accepted(
            Definitions definitions, Console console, String author, String reason, @Nullable LocalDate until) {
        if (author.isBlank() || reason.isBlank()) {
            throw Refused.wrong(console, "wrong.blank", Map.of("word", "--as, --reason"));
        }
        new Substance(definitions.settings().explanations())
                .fault(reason, List.of())
                .filter(f -> f == Substance.Fault.SAYS_NOTHING)
                .ifPresent(f -> {
                    throw Refused.wrong(console, "wrong.reason", Map.of("word", reason.strip()));
                });
        String number = query;
        String named = county;
        if (submission != null) {
            if (number != null || named != null || returnName != null) {
                throw Refused.wrong(console, "wrong.alone", Map.of("word", "--submission"));
            }
            return new Acceptance(null, null, null, submission, author.strip(), reason.strip(), until);
        }
        if (number == null || named == null) {
            throw Refused.wrong(console, "wrong.together", Map.of("word", "QUERY, --county"));
        }
        return new Acceptance(
                number(number, console),
                region(named, definitions, console),
                returnName(definitions, console),
                null,
                author.strip(),
                reason.strip(),
                until);
    }

    private static String number(String word, Console console) {
        String number = word.strip().toUpperCase(Locale.ROOT);
        if (!number.matches(NUMBER)) {
            throw Refused.wrong(console, "wrong.query", Map.of("word", word));
        }
        return number;
    }

    private static String region(String word, Definitions definitions, Console console) {
        LocalDate today = LocalDate.now(definitions.settings().zone());
        return new Regions(definitions.regions())
                .county(word, today)
                .map(Region::code)
                .orElseThrow(() -> Refused.wrong(console, "wrong.county", Map.of("word", word)));
    }

    private @Nullable String returnName(Definitions definitions, Console console) {
        if (returnName != null && !definitions.returnNames().contains(returnName)) {
            throw Refused.wrong(console, "wrong.return", Map.of("word", returnName));
        }
        return returnName;
    }
}
