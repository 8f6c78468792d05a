package org.xianbao.reply;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xianbao.finding.Messages;
import org.xianbao.finding.Severity;
import org.xianbao.judge.Judged;

/** What a reply says, from the bundle {@code reply}; to counties in Chinese. */
final class Wording {
    private static final String ROOM = "reply.";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private Wording() {}

    static String of(String key) {
        return of(key, Map.of());
    }

    /** @throws IllegalArgumentException when the bundle has no such text: a mistake of ours */
    static String of(String key, Map<String, String> values) {
        return find(key)
                .map(text -> Messages.fill(text, values))
                .orElseThrow(() -> new IllegalArgumentException("no text " + key));
    }

    /** The first of these that the bundle has; the last one it must have. */
    static String first(String... keys) {
        return Stream.of(keys)
                .flatMap(key -> find(key).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no text " + keys[keys.length - 1]));
    }

    /** The text as it stands in the bundle; empty when the bundle has none. */
    static Optional<String> find(String key) {
        return Messages.text(ROOM + key, Locale.CHINESE);
    }

    static String severity(Severity severity) {
        return of("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    static String count(long n) {
        return "%,d".formatted(n);
    }

    static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** A deadline, which is the first instant too late, as people say it: the day before, 24:00. */
    static String deadline(Instant deadline, ZoneId zone) {
        return deadline.atZone(zone).toLocalTime().toSecondOfDay() == 0
                ? DAY.format(deadline.atZone(zone).minusDays(1)) + " 24:00"
                : minute(deadline, zone);
    }

    /** What to do about a finding. */
    static String action(Judged.Found found, String kind) {
        if (found.answered()) {
            return of("act.answered");
        }
        String severity = found.severity().name().toLowerCase(Locale.ROOT);
        String number = found.query();
        return number == null
                ? first(
                        "act." + found.rule(),
                        "act." + kind,
                        "act." + (severity.equals("query") ? "query-plain" : severity))
                : of("act.query", Map.of("query", number));
    }
}
