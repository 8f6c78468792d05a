package org.xianbao.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Frequency;
import org.xianbao.definition.Period;
import org.xianbao.definition.Place;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.finding.Severity;
import org.xianbao.value.Periods;
import org.xianbao.value.Regions;

/** Whose return a sheet is, and for which period, as its title block says; what cannot be told is a finding. */
final class Attribution {
    private final Head head;
    private final Teller teller;
    private final Regions regions;

    Attribution(Head head, Teller teller, Regions regions) {
        this.head = head;
        this.teller = teller;
        this.regions = regions;
    }

    /** @param claim whose edition says where the period stands */
    Optional<Period> period(Claim claim) {
        ReturnDefinition definition = claim.fit().definition();
        Place place = definition.form().period();
        Optional<Located> cell = new TitleBlock(head, claim.fit().first()).find(place, claim.shift());
        Optional<Period> period = cell.flatMap(c -> Periods.read(c.slice(), definition.every())
                .or(() -> Periods.read(TitleBlock.value(c).slice(), definition.every())));
        if (period.isEmpty()) {
            unknown("period-unknown", place, cell, example(definition.every()), definition);
        }
        return period;
    }

    /** @param claim whose edition says where the county stands */
    Optional<Region> county(Claim claim, Period period) {
        ReturnDefinition definition = claim.fit().definition();
        Place place = definition.form().county();
        Optional<Located> cell = new TitleBlock(head, claim.fit().first()).find(place, claim.shift());
        Optional<Region> county = cell.filter(c -> !c.blank())
                .flatMap(c -> regions.county(c.text().strip(), period.end())
                        .or(() -> regions.county(TitleBlock.value(c).text(), period.end())));
        if (county.isEmpty()) {
            unknown("county-unknown", place, cell, null, definition);
        }
        return county;
    }

    private void unknown(
            String rule, Place place, Optional<Located> cell, @Nullable String expected, ReturnDefinition definition) {
        Map<String, String> message = new HashMap<>();
        message.put("title", definition.title().zh());
        message.put("title_en", definition.title().en());
        message.put("place", described(place));
        message.put("reported", cell.map(Located::text).orElse(""));
        String told = cell.isPresent() && !cell.get().blank() ? rule : rule.replace("unknown", "missing");
        teller.tell(
                Severity.REJECT,
                rule,
                cell.map(Located::cell).orElse(null),
                null,
                cell.filter(c -> !c.blank()).map(Located::text).orElse(null),
                expected,
                Teller.inWordsOf(told, message));
    }

    private static String described(Place place) {
        if (place instanceof Place.After after) {
            return after.label();
        }
        return place instanceof Place.At at ? at.cell().toString() : "";
    }

    private static String example(Frequency every) {
        return switch (every) {
            case MONTH, MONTH_21ST -> "2018年6月";
            case QUARTER -> "2018年第2季度";
            case HALF -> "2018年上半年";
            case YEAR -> "2018年";
            case EVENT -> "2018年10月15日";
        };
    }
}
