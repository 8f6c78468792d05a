package org.xianbao.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.Region;

/** Finds places by what returns write for them. Immutable. */
public final class Regions {
    private final List<Region> regions;

    public Regions(List<Region> regions) {
        this.regions = List.copyOf(regions);
    }

    /** What a text says about a place. */
    public sealed interface Match {
        /** One place, valid on the day. */
        record Found(Region region) implements Match {}

        /** Several places; the text does not tell which. */
        record Ambiguous(List<Region> candidates) implements Match {}

        /** Places that had this name or code at another time. */
        record NotThen(List<Region> others) implements Match {}

        /** No place ever. */
        record Unknown() implements Match {}
    }

    /** The place of this code, name, alias or full path on that day; empty when there is none, or more than one. */
    public Optional<Region> find(String text, LocalDate on) {
        return find(text, on, null);
    }

    /** The same, of the places in or at {@code within}, a code. */
    public Optional<Region> find(String text, LocalDate on, @Nullable String within) {
        return match(text, on, within) instanceof Match.Found found ? Optional.of(found.region()) : Optional.empty();
    }

    /** What the text says about a place, of those in or at {@code within}, a code; of all when it is null. */
    public Match match(String text, LocalDate on, @Nullable String within) {
        List<Region> found = regions.stream()
                .filter(r -> r.validOn(on))
                .filter(r -> r.code().equals(text)
                        || r.name().equals(text)
                        || r.aliases().contains(text))
                .filter(r -> within == null || r.code().startsWith(within))
                .toList();
        return switch (found.size()) {
            case 0 -> new Match.Unknown();
            case 1 -> new Match.Found(found.get(0));
            default -> new Match.Ambiguous(found);
        };
    }

    /** The county that a text names, or that an organisation's name begins with (天镇县人力资源和社会保障局). */
    public Optional<Region> county(String text, LocalDate on) {
        return find(text, on);
    }
}
