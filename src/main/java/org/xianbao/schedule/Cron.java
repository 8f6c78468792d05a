package org.xianbao.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** A Quartz cron expression in its time zone. */
final class Cron {
    private final CronExpression expression;
    private final ZoneId zone;

    /** @throws ParseException when it is no cron expression */
    Cron(String text, ZoneId zone) throws ParseException {
        this.expression = new CronExpression(text);
        this.expression.setTimeZone(TimeZone.getTimeZone(zone));
        this.zone = zone;
    }

    /**
     * A date on which something was to fire.
     *
     * @param through everything planned until then is part of it
     */
    record Due(LocalDate night, Instant through) {}

    /** Empty when it never fires again. */
    Optional<Instant> next(Instant after) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
                .map(Date::toInstant);
    }

    /** The dates with a fire after {@code since} and not after {@code now}, each once, in order. */
    List<Due> due(Instant since, Instant now) {
        List<Due> due = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Optional<Instant> fire = next(since);
        while (fire.isPresent() && !fire.get().isAfter(now)) {
            LocalDate night = LocalDate.ofInstant(fire.get(), zone);
            Instant through = night.isBefore(today) ? endOf(night) : last(fire.get(), now);
            due.add(new Due(night, through));
            fire = next(through);
        }
        return due;
    }

    private Instant endOf(LocalDate night) {
        return night.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
    }

    private Instant last(Instant first, Instant now) {
        Instant last = first;
        for (Optional<Instant> fire = next(last);
                fire.isPresent() && !fire.get().isAfter(now);
                fire = next(last)) {
            last = fire.get();
        }
        return last;
    }
}
