package org.xianbao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.value.Regions;

/** The county that fills a form in, and the places that it may mean. */
final class Counties {
    private Counties() {}

    /** The shortest name that the reader takes for no other county: with the places above it where there are several. */
    static String name(Definitions definitions, Region county, Period period) {
        Regions regions = new Regions(definitions.regions());
        String name = county.name();
        Optional<Region> above = above(definitions, county, period);
        while (regions.county(name, period.end()).filter(county::equals).isEmpty() && above.isPresent()) {
            name = above.get().name() + name;
            above = above(definitions, above.get(), period);
        }
        return name;
    }

    private static Optional<Region> above(Definitions definitions, Region region, Period period) {
        return definitions.regions().stream()
                .filter(r -> r.code().equals(region.parent()) && r.validOn(period.end()))
                .findFirst();
    }

    /** Its townships, itself, and the provinces. */
    static List<String> places(Definitions definitions, Region county, Period period) {
        List<String> places = new ArrayList<>();
        List<Region> then = definitions.regions().stream()
                .filter(r -> r.validOn(period.end()))
                .toList();
        then.stream().filter(r -> county.code().equals(r.parent())).forEach(r -> places.add(r.name()));
        places.add(county.name());
        then.stream().filter(r -> r.level() == Region.Level.PROVINCE).forEach(r -> places.add(r.name()));
        return places.stream().distinct().toList();
    }
}
